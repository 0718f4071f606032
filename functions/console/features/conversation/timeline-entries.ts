import type { Activity, Detail, Message, Note, Post } from '../../api/detail.ts';

/** What stands in the timeline, one below the other. */
export type Entry =
  | { kind: 'day'; id: string; at: string }
  | { kind: 'post'; id: string; at: string; post: Post }
  | { kind: 'message'; id: string; at: string; message: Message; follows: boolean }
  | { kind: 'note'; id: string; at: string; note: Note }
  | { kind: 'activity'; id: string; at: string; items: Activity[] };

type Bare = Exclude<Entry, { kind: 'day' }>;

/** Within this many milliseconds, messages of one author are read as one turn, and the second needs no name. */
const TURN = 5 * 60_000;

/** What a message or a note says already need not stand beside it again; counting is the desk's own business. */
const isToldElsewhere = ({ name }: Activity) =>
  name.startsWith('message.') ||
  ['conversation.counted', 'conversation.noted', 'conversation.mentioned'].includes(name);

/**
 * Everything of a conversation in the order in which it happened: messages in public and private, notes, and between them what
 * happened, folded. A post stands above the first message under it.
 */
export function entriesOf({
  messages,
  notes,
  activity,
  posts,
}: Pick<Detail, 'messages' | 'notes' | 'activity' | 'posts'>): Entry[] {
  const first = messages[0]?.at ?? '';
  const all: Bare[] = [
    ...messages.map(
      (message): Bare => ({ kind: 'message', id: message.id, at: message.at, message, follows: false }),
    ),
    ...notes.map((note): Bare => ({ kind: 'note', id: note.id, at: note.at, note })),
    ...activity
      .filter((one) => !isToldElsewhere(one))
      // What happened before the messages that are shown belongs to earlier ones.
      .filter(({ at }) => at >= first || messages.length === 0)
      .map((one): Bare => ({ kind: 'activity', id: one.id, at: one.at, items: [one] })),
  ];
  // Activity carries our time and messages the platform's, which cuts off parts of a second.
  const sorted = all.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return withDays(withPosts(fold(sorted), posts));
}

/** Events that follow one another become one line; messages of one turn are marked. */
function fold(entries: Bare[]): Bare[] {
  const folded: Bare[] = [];
  for (const entry of entries) {
    const last = folded.at(-1);
    if (entry.kind === 'activity' && last?.kind === 'activity') last.items.push(...entry.items);
    else if (entry.kind === 'message' && last?.kind === 'message')
      folded.push({ ...entry, follows: isOneTurn(last.message, entry.message) });
    else folded.push(entry);
  }
  return folded;
}

function isOneTurn(one: Message, next: Message): boolean {
  return (
    one.direction === next.direction &&
    one.visibility === next.visibility &&
    one.author.agentId === next.author.agentId &&
    Date.parse(next.at) - Date.parse(one.at) < TURN
  );
}

function withPosts(entries: Bare[], posts: readonly Post[]): Bare[] {
  const shown = new Set<string>();
  return entries.flatMap((entry) => {
    const postId = entry.kind === 'message' ? entry.message.postId : undefined;
    const post = posts.find(({ nativeId }) => nativeId === postId);
    // A tweet is a post and a message at once; it need not stand above itself.
    const isItself = entry.kind === 'message' && entry.message.nativeId === postId;
    if (!post || isItself || shown.has(post.nativeId)) return [entry];
    shown.add(post.nativeId);
    return [{ kind: 'post' as const, id: `post-${post.nativeId}`, at: entry.at, post }, entry];
  });
}

function withDays(entries: Bare[]): Entry[] {
  let day = '';
  return entries.flatMap((entry): Entry[] => {
    const next = new Date(entry.at).toDateString();
    if (next === day) return [entry];
    day = next;
    return [{ kind: 'day', id: `day-${next}`, at: entry.at }, entry];
  });
}

/** The last message that whoever answers has seen; what was taken back is not counted among them. */
export function lastSeen(messages: readonly Message[]): string | undefined {
  return messages.findLast(({ state }) => state !== 'cancelled')?.id;
}
