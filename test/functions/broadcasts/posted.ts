import * as z from 'zod/mini';
import { brand, MORNING, page } from '../outbound-world.ts';
import type { BroadcastWorld } from './broadcast-world.ts';

const XState = z.object({
  posts: z.array(
    z.object({
      id: z.string(),
      authorId: z.string(),
      text: z.string(),
      replyTo: z.optional(z.string()),
      createdAt: z.string(),
    }),
  ),
});
const PageState = z.object({
  posts: z.array(
    z.object({
      id: z.string(),
      authorId: z.string(),
      message: z.nullable(z.string()),
      createdAt: z.number(),
    }),
  ),
});

/** What our account posted on X since the morning, oldest first. */
export async function xPosts(
  world: BroadcastWorld,
): Promise<{ id: string; text: string; replyTo: string | undefined }[]> {
  const { posts } = XState.parse(await world.state('x'));
  return posts
    .filter(({ authorId, createdAt }) => authorId === brand.id && Date.parse(createdAt) > MORNING)
    .toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
    .map(({ id, text, replyTo }) => ({ id, text, replyTo }));
}

/** What our page posted since the morning. */
export async function pagePosts(world: BroadcastWorld): Promise<string[]> {
  const { posts } = PageState.parse(await world.state('facebook'));
  return posts
    .filter(({ authorId, createdAt }) => authorId === page.id && createdAt > MORNING)
    .map(({ message }) => message ?? '');
}
