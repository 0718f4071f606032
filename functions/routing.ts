import type { Desk } from './desk.ts';
import { type RoutingRules, routeBy } from './domain/routing.ts';
import { vipsIn } from './domain/vip.ts';
import { getAgents } from './store/agents.ts';
import { loadRouting, type RoutingDocuments } from './store/routing.ts';
import type { Table } from './store/table.ts';

/** How many agents named by rules are looked up; a request to the table takes no more. */
const MOST_OWNERS = 100;
/** For how long rules are remembered, in milliseconds: a thousand of them must not be read for every message. */
const REMEMBERED = 10_000;

/**
 * A desk that knows the rules about where new conversations belong. They are read at most once in ten seconds, so a change of theirs
 * holds for whatever comes in ten seconds later, and made ready only when they have changed.
 */
export function routing(desk: Desk): Desk {
  let known: { readAt: number; versions: string; rules: RoutingRules } | undefined;
  return {
    ...desk,
    routing: async () => {
      const readAt = Date.parse(desk.clock());
      if (known && readAt - known.readAt < REMEMBERED) return known.rules;
      const { versions, read } = await loadRouting(desk.table);
      const rules = known?.versions === versions ? known.rules : await readyRules(desk.table, read());
      known = { readAt, versions, rules };
      return rules;
    },
  };
}

async function readyRules(table: Table, { book, vips, teams }: RoutingDocuments): Promise<RoutingRules> {
  const owners = [...new Set(book.rules.flatMap(({ then }) => then.ownerId ?? []))].slice(0, MOST_OWNERS);
  const names = new Map((await getAgents(table, owners)).map(({ id, name }) => [id, name]));
  const orders = new Map(teams.teams.map(({ id, order }) => [id, order]));
  return {
    route: routeBy(book),
    isVip: vipsIn(vips),
    asksFacts: book.rules.some((rule) => rule.if.customerFacts !== undefined),
    orderOf: (teamId) => orders.get(teamId),
    nameOf: (agentId) => names.get(agentId),
    isPooled: (teamId) => (book.assignment[teamId]?.method ?? 'off') !== 'off',
  };
}
