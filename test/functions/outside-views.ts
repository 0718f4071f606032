import * as z from 'zod/mini';
import { brand, type OutboundWorld, page } from './outbound-world.ts';

/*
 * What people see of us on the simulated platforms, and what the platforms were asked.
 */

const XState = z.object({
  posts: z.array(
    z.object({ id: z.string(), authorId: z.string(), text: z.string(), replyTo: z.optional(z.string()) }),
  ),
  messages: z.array(z.object({ id: z.string(), senderId: z.string(), text: z.string() })),
});
const FacebookState = z.object({
  people: z.array(
    z.object({ key: z.string(), pages: z.array(z.object({ pageId: z.string(), psid: z.string() })) }),
  ),
  posts: z.array(z.object({ id: z.string(), pageId: z.string() })),
  comments: z.array(
    z.object({
      id: z.string(),
      authorId: z.string(),
      parentId: z.nullable(z.string()),
      message: z.nullable(z.string()),
      hidden: z.boolean(),
      deleted: z.optional(z.unknown()),
    }),
  ),
  messages: z.array(z.object({ mid: z.string(), text: z.nullable(z.string()), fromPage: z.boolean() })),
});

/** What a platform shows of our side: where it was said, and under what. */
export interface Shown {
  id: string;
  text: string;
  replyTo?: string | undefined;
}

/** Our answers on X, oldest first. */
export async function postedOnX(world: OutboundWorld, accountIds = [brand.id]): Promise<Shown[]> {
  const { posts } = XState.parse(await world.state('x'));
  const ours = posts.filter(
    ({ authorId, replyTo }) => accountIds.includes(authorId) && replyTo !== undefined,
  );
  return ours.reverse();
}

/** Our private messages on X. */
export async function messagedOnX(world: OutboundWorld): Promise<Shown[]> {
  const { messages } = XState.parse(await world.state('x'));
  return messages.filter(({ senderId }) => senderId === brand.id);
}

/** Our comments on Facebook. */
export async function commentedOnFacebook(world: OutboundWorld, pageIds = [page.id]): Promise<Shown[]> {
  const { comments } = FacebookState.parse(await world.state('facebook'));
  return comments
    .filter(({ authorId }) => pageIds.includes(authorId))
    .map(({ id, message, parentId }) => ({ id, text: message ?? '', replyTo: parentId ?? undefined }));
}

/** Our messages in Messenger. */
export async function messagedOnFacebook(world: OutboundWorld): Promise<Shown[]> {
  const { messages } = FacebookState.parse(await world.state('facebook'));
  return messages.filter(({ fromPage }) => fromPage).map(({ mid, text }) => ({ id: mid, text: text ?? '' }));
}

/** A post of a page from before the desk was connected. */
export async function postOf(world: OutboundWorld, pageId = page.id): Promise<string> {
  const { posts } = FacebookState.parse(await world.state('facebook'));
  return posts.find((post) => post.pageId === pageId)?.id ?? '';
}

/** Under which id Messenger knows somebody. */
export async function psidOf(world: OutboundWorld, key: string): Promise<string> {
  const { people } = FacebookState.parse(await world.state('facebook'));
  const person = people.find((one) => one.key === key);
  return person?.pages.find(({ pageId }) => pageId === page.id)?.psid ?? '';
}

/** The calls that a platform got, as `METHOD /path: status`, without ids and queries. */
export function callsOf(world: OutboundWorld, platform: 'x' | 'facebook'): string[] {
  return world[platform]
    .calls()
    .map(
      ({ method, path, status }) =>
        `${method} ${path.split('?')[0]?.replaceAll(/\d{3,}(_\d+)?/g, ':id')}: ${status}`,
    );
}
