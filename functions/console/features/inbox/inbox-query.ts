import type { Row } from '../../api/row.ts';

/** Which conversations a list shows; the same words as in the API. */
export interface InboxQuery {
  status?: Row['status'];
  channel?: string;
  team?: string;
  /** `me`, `none`, or the id of an agent. */
  owner?: string;
  unanswered?: boolean;
  mentioned?: 'me';
  reason?: string;
  tag?: string;
  spam?: boolean;
  q?: string;
}

/** All lists of conversations begin so in the cache; each goes on with its query. */
export const inboxKey = ['conversations'] as const;

const names = ['channel', 'team', 'owner', 'reason', 'tag', 'q'] as const;

/** The filters that stand in an address. */
export function readFilters(search: string): InboxQuery {
  const given = new URLSearchParams(search);
  const query: InboxQuery = {};
  for (const name of names) {
    const value = given.get(name)?.trim();
    if (value) query[name] = value;
  }
  return query;
}

/** Filters as they stand in an address. */
export function writeFilters(filters: InboxQuery): string {
  const given = names.flatMap((name) => {
    const value = filters[name];
    return value === undefined || value === '' ? [] : [[name, value]];
  });
  return new URLSearchParams(Object.fromEntries(given)).toString();
}

/** How many filters are set, the search aside. */
export function countFilters(filters: InboxQuery): number {
  return names.filter((name) => name !== 'q' && filters[name] !== undefined).length;
}

/** Who looks, as far as a list depends on it. */
export interface Looking {
  id: string;
}

/**
 * Whether a conversation stands in a list, as far as the page can tell by itself. `unknown` where only the desk knows, as for words
 * of messages: such a row stays if it is there, and is not put in.
 */
export function belongs(row: Row, query: InboxQuery, me: Looking): 'yes' | 'no' | 'unknown' {
  const status = query.status ?? 'open';
  const fits =
    row.status === status &&
    (query.channel ?? row.channel) === row.channel &&
    (query.team ?? row.teamId) === row.teamId &&
    ownerFits(row, query.owner, me) &&
    (!query.unanswered || row.unanswered > 0) &&
    (query.reason === undefined || query.reason === row.reason) &&
    (query.tag === undefined || row.tags.includes(query.tag)) &&
    (!query.spam || row.spam === true) &&
    !row.blocked;
  if (query.q !== undefined || query.mentioned !== undefined) return 'unknown';
  return fits ? 'yes' : 'no';
}

function ownerFits({ ownerId }: Row, owner: string | undefined, me: Looking): boolean {
  if (owner === undefined) return true;
  if (owner === 'none') return !ownerId;
  return ownerId === (owner === 'me' ? me.id : owner);
}

/** Where a row stands in a list, as text that sorts: the desk says it, as only the desk knows how its teams sort. */
export function placeOf({ place, status, resolvedAt, lastMessageAt, clocks, id }: Row): string {
  if (place !== undefined) return place;
  if (status === 'resolved') return `${resolvedAt ?? lastMessageAt}#${id}`;
  const waiting = clocks.find((clock) => clock.waiting);
  return waiting ? `0#${waiting.dueAt}#${id}` : `1#${lastMessageAt}#${id}`;
}
