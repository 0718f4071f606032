import { type Comment, findComment, findPost, type Post } from './feed.ts';
import {
  type Acquaintance,
  type Actor,
  findAcquaintance,
  findPage,
  findPerson,
  type Page,
} from './people.ts';
import { findMessage, type Message } from './thread.ts';
import type { World } from './world.ts';

/** A request of the outside world that cannot be done; the message says what to change. */
export class OutsideError extends Error {}

/** The page with this id. Every finder here throws an OutsideError when there is nothing to find. */
export function needPage(world: World, id: string): Page {
  return need(findPage(world.memory, id), `There is no page ${id}. GET /state lists the pages.`);
}

/** A person by key or id, or a page that acts through its own staff. */
export function needActor(world: World, idOrKey: string): Actor {
  const actor = findPerson(world.memory, idOrKey) ?? findPage(world.memory, idOrKey);
  return need(actor, `There is no person ${idOrKey}. GET /state lists the people.`);
}

/** A person as a page knows them. */
export function needAcquaintance(world: World, pageId: string, idOrKey: string): Acquaintance {
  const page = needPage(world, pageId);
  const known = findAcquaintance(world.memory, page.id, needActor(world, idOrKey).id);
  return need(known, `Only a customer has messages with a page: ${idOrKey} is none.`);
}

export function needComment(world: World, id: string): Comment {
  return need(findComment(world.memory, id), `There is no comment ${id}: it never was, or it was deleted.`);
}

/** The comment or post that a request names; exactly one of the two ids is needed. */
export function needTarget(
  world: World,
  postId: string | undefined,
  commentId: string | undefined,
): Post | Comment {
  if (commentId !== undefined) return needComment(world, commentId);
  return need(
    findPost(world.memory, postId ?? ''),
    `There is no post ${postId ?? ''}. Give postId or commentId.`,
  );
}

export function needPost(world: World, id: string): Post {
  return need(findPost(world.memory, id), `There is no post ${id}: it never was, or it was deleted.`);
}

/** A message that the person sent; nobody changes another's words. */
export function needOwnMessage(
  world: World,
  mid: string,
  idOrKey: string,
): { message: Message; person: Acquaintance } {
  const message = needMessage(world, mid);
  const person = needAcquaintance(world, message.pageId, idOrKey);
  needOwn(!message.fromPage && message.personId === person.personId);
  return { message, person };
}

export function needMessage(world: World, mid: string): Message {
  return need(findMessage(world.memory, mid), `There is no message ${mid}: it never was, or it was unsent.`);
}

export function needOwn(isOwn: boolean): void {
  if (!isOwn) throw new OutsideError('People change and delete only what they wrote themselves.');
}

function need<T>(found: T | undefined, otherwise: string): T {
  if (found === undefined) throw new OutsideError(otherwise);
  return found;
}
