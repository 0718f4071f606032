import type { Post } from './posts.ts';
import { mentionedHandles, type RenderedText, renderText } from './text.ts';
import type { World } from './world.ts';

/** Web address of a post, as it stands behind the short link of a quote. */
export function permalink(world: World, post: Post): string {
  const author = world.people.get(post.authorId);
  return `https://x.com/${author?.handle ?? 'i'}/status/${post.id}`;
}

/** The text of a post as the API and the webhooks give it out. */
export function renderPost(world: World, post: Post): RenderedText {
  const original = post.reposts ? world.posts.get(post.reposts) : undefined;
  const quoted = post.quotes ? world.posts.get(post.quotes) : undefined;
  const appended: string[] = [];
  if (quoted) appended.push(permalink(world, quoted));
  if (post.media.length > 0) appended.push(`${permalink(world, post)}/photo/1`);
  const source = original
    ? {
        addressed: '',
        text: `RT @${handleOf(world, original)}: ${original.addressed}${original.text}`,
        appended,
      }
    : { addressed: post.addressed, text: post.text, appended };
  return renderText(source, world.people.byHandle, world.settings.plainText);
}

/** Ids of the people whom the author named in the text; the handles that X puts before a reply do not count. */
export function explicitMentions(world: World, post: Post): Set<string> {
  if (post.reposts) return new Set();
  return new Set(mentionedHandles(post.text).flatMap((handle) => world.people.byHandle(handle)?.id ?? []));
}

/**
 * Whether the author of `target` called for an answer of `accountId`, by naming it in that post or by quoting a post
 * of it. Without that a self-serve app may not reply. One's own posts can always be answered.
 */
export function hasSummoned(world: World, target: Post, accountId: string): boolean {
  if (target.authorId === accountId) return true;
  const quoted = target.quotes ? world.posts.get(target.quotes) : undefined;
  return quoted?.authorId === accountId || explicitMentions(world, target).has(accountId);
}

function handleOf(world: World, post: Post): string {
  return world.people.get(post.authorId)?.handle ?? 'i';
}
