import type { Conversation } from './conversation.ts';

/** A list of conversations in which each stands once. Blocked people stand in none, and spam in a list of its own. */
export type ListName = Conversation['status'] | 'spam';

/** What of a conversation decides in which views it is counted. */
export type Standing = Pick<
  Conversation,
  'channel' | 'status' | 'teamId' | 'ownerId' | 'blocked' | 'mentioned' | 'unanswered' | 'triage'
>;

/** The list that a conversation stands in. */
export function listOf({
  status,
  blocked,
  triage,
}: Pick<Standing, 'status' | 'blocked' | 'triage'>): ListName | undefined {
  if (blocked) return undefined;
  return status === 'open' && triage?.spam ? 'spam' : status;
}

/**
 * The counted views that a conversation is in, each as `group/of/name`: of the whole desk, of a team, of an agent, and by the hour
 * since which somebody waits. Their counters are kept by the differences between two states of a conversation, so that counting
 * costs nothing while nothing changes, and reading them costs the same however many are open.
 */
export function viewsOf(conversation: Standing): string[] {
  const { channel, teamId, ownerId, mentioned = [], unanswered } = conversation;
  const list = listOf(conversation);
  if (list === undefined) return [];
  const asked = mentioned.map((agentId) => `agent/${agentId}/mentioned`);
  if (list === 'resolved') return asked;
  if (list !== 'open') return [`desk//${list}`, ...asked];
  const [oldest] = unanswered;
  return [
    'desk//open',
    `desk//open-${channel}`,
    `team/${teamId}/open`,
    ...(ownerId === undefined ? [] : [`agent/${ownerId}/open`]),
    ...(oldest
      ? [
          'desk//unanswered',
          `desk//unanswered-${channel}`,
          `waiting/${oldest.at.slice(0, 10)}/${oldest.at.slice(11, 13)}`,
        ]
      : []),
    ...asked,
  ];
}

/** Which counted views a conversation left and which it entered; undefined when it is in the same ones as before. */
export function moveBetweenViews(
  before: Conversation | undefined,
  after: Conversation,
): { left: string[]; entered: string[] } | undefined {
  const old = before ? viewsOf(before) : [];
  const now = viewsOf(after);
  const left = old.filter((view) => !now.includes(view));
  const entered = now.filter((view) => !old.includes(view));
  return left.length + entered.length > 0 ? { left, entered } : undefined;
}
