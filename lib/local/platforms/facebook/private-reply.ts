import { graphError, type graphErrors } from './errors.ts';
import { type Comment, findComment, findPost, type Post } from './feed.ts';
import { type Acquaintance, findAcquaintance } from './people.ts';
import type { World } from './world.ts';

/** One private message may follow a comment or visitor post, within this time of it. */
const WINDOW_MS = 7 * 24 * 3_600_000;

/** Why nobody may answer this activity in private, or undefined when somebody may. */
export function mayReplyPrivately(
  world: World,
  activity: Post | Comment,
): keyof typeof graphErrors | undefined {
  if (activity.authorId === activity.pageId) return 'notReplyable';
  if (activity.privateReplyMid !== null) return 'alreadyReplied';
  const person = findAcquaintance(world.memory, activity.pageId, activity.authorId);
  if (!person || world.now() - activity.createdAt > WINDOW_MS) return 'cannotReply';
  return person.blocked ? 'unavailable' : undefined;
}

/** The person behind the comment or post that a private reply names. Throws when there is none or it is too late. */
export function privateRecipient(
  world: World,
  pageId: string,
  target: { comment_id?: string | undefined; post_id?: string | undefined },
): { activity: Post | Comment; person: Acquaintance } {
  const activity =
    target.comment_id === undefined
      ? findPost(world.memory, target.post_id ?? '')
      : findComment(world.memory, target.comment_id);
  if (!activity || activity.pageId !== pageId) throw graphError('invalidComment');
  const refusal = mayReplyPrivately(world, activity);
  if (refusal) throw graphError(refusal);
  const person = findAcquaintance(world.memory, pageId, activity.authorId);
  if (!person) throw graphError('cannotReply');
  return { activity, person };
}

/** Remembers that the one private reply was given, by the desk or by a person in Meta's inbox. */
export function notePrivateReply(world: World, activity: Post | Comment, mid: string): void {
  const table = 'postId' in activity ? 'comment' : 'post';
  world.memory.run(`UPDATE ${table} SET privateReplyMid = ? WHERE id = ?`, mid, activity.id);
}
