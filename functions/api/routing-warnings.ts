import { type Named, type RoutingWarning, routingWarnings } from '../domain/routing-warnings.ts';
import {
  getSettings,
  policySettings,
  routingSettings,
  tagSettings,
  teamSettings,
} from '../store/settings.ts';
import type { Table } from '../store/table.ts';

/** What rules name that there is not, of these kinds, by the documents as they are saved now. */
export async function routingWarningsNow(table: Table, kinds?: readonly Named[]): Promise<RoutingWarning[]> {
  const [routing, teams, policies, tags] = await Promise.all([
    getSettings(table, routingSettings),
    getSettings(table, teamSettings),
    getSettings(table, policySettings),
    getSettings(table, tagSettings),
  ]);
  const documents = { teams: teams.value, policies: policies.value, tags: tags.value };
  const warnings = routingWarnings(routing.value, documents);
  return kinds ? warnings.filter(({ kind }) => kinds.includes(kind)) : warnings;
}
