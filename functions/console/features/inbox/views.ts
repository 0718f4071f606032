import type { Me, SavedView } from '../../api/people.ts';
import { inbox } from '../../words/inbox.ts';
import { type InboxQuery, readFilters } from './inbox-query.ts';

/** One list of the inbox: its place in the address, its name and what it shows. */
export interface View {
  id: string;
  label: string;
  query: InboxQuery;
  group: 'main' | 'channels' | 'teams' | 'saved' | 'more';
  /** The second key of the pair that opens it. */
  key?: string;
}

const main: View[] = [
  { id: 'unanswered', label: inbox.views.unanswered, query: { unanswered: true }, group: 'main', key: 'u' },
  { id: 'mine', label: inbox.views.mine, query: { owner: 'me' }, group: 'main', key: 'm' },
];
const later: View[] = [
  { id: 'all', label: inbox.views.all, query: {}, group: 'main', key: 'a' },
  { id: 'mentions', label: inbox.views.mentions, query: { mentioned: 'me' }, group: 'main', key: 'n' },
  { id: 'snoozed', label: inbox.views.snoozed, query: { status: 'snoozed' }, group: 'main', key: 's' },
  { id: 'resolved', label: inbox.views.resolved, query: { status: 'resolved' }, group: 'main', key: 'r' },
  { id: 'spam', label: inbox.views.spam, query: { spam: true }, group: 'main', key: 'x' },
];

/** How a platform is called. One that this page does not know yet is called by its own name. */
export const channelNames: Record<string, string> = {
  facebook: 'Facebook',
  instagram: 'Instagram',
  x: 'X',
  sms: 'SMS',
  email: 'E-mail',
  whatsapp: 'WhatsApp',
  web: 'Web chat',
};
export const channelName = (channel: string): string => channelNames[channel] ?? channel;

/** Every view that somebody has, in the order in which they are shown. */
export function viewsFor(
  { teams }: Pick<Me, 'teams'>,
  channels: readonly string[],
  teamName: (id: string) => string,
  saved: readonly SavedView[],
): View[] {
  const ofTeams = teams.map((id, index): View => {
    const label = teams.length === 1 ? inbox.views.team : teamName(id);
    const view: View = { id: `team-${id}`, label, query: { team: id }, group: 'main' };
    return index === 0 ? { ...view, key: 't' } : view;
  });
  const ofChannels = channels.map(
    (channel): View => ({
      id: `channel-${channel}`,
      label: channelName(channel),
      query: { channel },
      group: 'channels',
    }),
  );
  const kept = saved.map(
    ({ id, name, query }): View => ({
      id: `saved-${id}`,
      label: name,
      query: readFilters(typeof query === 'string' ? query : textOf(query)),
      group: 'saved',
    }),
  );
  return [...main, ...ofTeams, ...later, ...ofChannels, ...kept];
}

function textOf(query: Record<string, unknown>): string {
  return new URLSearchParams(
    Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])),
  ).toString();
}

/** How many conversations a view has, by the desk's counters; undefined where nobody counts them. */
export function countOf(view: View, counts: Record<string, unknown>): number | undefined {
  const [kind, name] = view.id.startsWith('channel-') ? ['channels', view.id.slice(8)] : [];
  if (kind !== undefined && name !== undefined) return numberIn(counts.channels, name);
  if (view.id.startsWith('team-'))
    return numberIn(counts.teams, view.id.slice(5)) ?? numberIn(counts, 'team');
  const key = { all: 'open', mentions: 'mentioned' }[view.id] ?? view.id;
  return key === 'resolved' ? undefined : numberIn(counts, key);
}

function numberIn(counts: unknown, name: string): number | undefined {
  if (typeof counts !== 'object' || counts === null) return undefined;
  const value = new Map<string, unknown>(Object.entries(counts)).get(name);
  return typeof value === 'number' ? value : undefined;
}
