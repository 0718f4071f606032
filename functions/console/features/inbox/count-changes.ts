import type { Row } from '../../api/row.ts';
import type { Looking } from './inbox-query.ts';

/** The counters that a conversation adds one to, each as `name` or `group/name`; the desk counts by the same rule. */
export function countersOf(row: Row | undefined, me: Looking & { teams: readonly string[] }): string[] {
  if (!row || row.blocked || row.status === 'resolved') return [];
  if (row.status === 'snoozed') return ['snoozed'];
  const isTeams = me.teams.length === 0 || me.teams.includes(row.teamId);
  return [
    'open',
    `channels/${row.channel}`,
    ...(isTeams ? ['team'] : []),
    ...(row.ownerId === me.id ? ['mine'] : []),
    ...(row.unanswered > 0 ? ['unanswered', `unansweredByChannel/${row.channel}`] : []),
  ];
}

/** The counters after one conversation went from one state to another, so that a push spares asking for them. */
export function changeCounts(
  counts: Record<string, unknown>,
  before: Row | undefined,
  after: Row,
  me: Looking & { teams: readonly string[] },
): Record<string, unknown> {
  const old = countersOf(before, me);
  const now = countersOf(after, me);
  const left = old.filter((name) => !now.includes(name));
  const entered = now.filter((name) => !old.includes(name));
  const less = left.reduce((sum, name) => add(sum, name.split('/'), -1), counts);
  return entered.reduce((sum, name) => add(sum, name.split('/'), 1), less);
}

function add(
  counts: Record<string, unknown>,
  [name = '', ...rest]: string[],
  by: number,
): Record<string, unknown> {
  const value = counts[name];
  if (rest.length === 0)
    return typeof value === 'number' ? { ...counts, [name]: Math.max(0, value + by) } : counts;
  if (typeof value !== 'object' || value === null) return counts;
  return { ...counts, [name]: add({ ...value }, rest, by) };
}
