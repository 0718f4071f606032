import type { RoutingBook } from '../domain/routing-schema.ts';
import type { TeamBook } from '../domain/team.ts';
import type { VipList } from '../domain/vip.ts';
import { settingsKey } from './keys.ts';
import { readSettings, routingSettings, teamSettings, vipSettings } from './settings.ts';
import { getItems, type Table } from './table.ts';

/** All documents that routing goes by. */
export interface RoutingDocuments {
  book: RoutingBook;
  vips: VipList;
  teams: TeamBook;
}

/**
 * The documents that routing goes by, in one request (A12). `versions` names their state, so that whoever has read this state
 * before need not read it anew.
 */
export async function loadRouting(table: Table): Promise<{ versions: string; read: () => RoutingDocuments }> {
  const names = [routingSettings.name, vipSettings.name, teamSettings.name];
  const found = await getItems(table, names.map(settingsKey));
  const itemOf = (name: string) => found(settingsKey(name));
  return {
    versions: names.map((name) => `${itemOf(name)?.version ?? 0}`).join('.'),
    read: () => ({
      book: readSettings(routingSettings, itemOf(routingSettings.name)).value,
      vips: readSettings(vipSettings, itemOf(vipSettings.name)).value,
      teams: readSettings(teamSettings, itemOf(teamSettings.name)).value,
    }),
  };
}
