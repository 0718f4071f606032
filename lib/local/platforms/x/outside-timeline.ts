import { type Html, html } from '../outside-html.ts';
import { link, type Visit } from './outside-parts.ts';
import { composer, postCard } from './outside-post.ts';
import type { Post } from './posts.ts';
import type { World } from './world.ts';

/** Conversations shown at once; older ones are reached by their address only. */
const SHOWN = 40;
/** Posts looked at to find them. */
const REACH = 1_500;

/** What the viewer sees first: conversations, the latest on top, each with its replies in order. */
export function timeline(visit: Visit): Html {
  const { world } = visit.platform;
  if (visit.postId) return oneConversation(visit, visit.postId);
  const roots = latestConversations(world);
  return html`<section class="column" aria-label="Timeline">
<div class="write">${composer(visit, { id: 'new-post', text: '', label: 'Post' })}</div>
${roots.map((id) => conversation(visit, id))}
</section>`;
}

function oneConversation(visit: Visit, postId: string): Html {
  const post = visit.platform.world.posts.get(postId);
  return html`<section class="column" aria-label="Conversation">
<p class="back"><a href="${link(visit, { screen: 'timeline' })}">← All posts</a></p>
${post ? conversation(visit, post.conversationId) : html`<p class="gone">There is no such post.</p>`}
</section>`;
}

function latestConversations(world: World): string[] {
  const ids = world.posts.newest(REACH).map((post) => post.conversationId);
  return [...new Set(ids)].slice(0, SHOWN);
}

function conversation(visit: Visit, id: string): Html | false {
  const { world } = visit.platform;
  const root = world.posts.get(id);
  if (!root) return false;
  const replies = repliesUnder(world, root);
  if (root.deleted && replies.length === 0) return false;
  if (root.reposts) return repost(visit, root);
  return html`<div class="conversation">${postCard(visit, root)}${replies.map((post) => postCard(visit, post, 'reply'))}</div>`;
}

function repliesUnder(world: World, post: Post): Post[] {
  return world.posts.repliesTo(post.id).flatMap((reply) => [reply, ...repliesUnder(world, reply)]);
}

function repost(visit: Visit, post: Post): Html | false {
  const { world } = visit.platform;
  const author = world.people.get(post.authorId);
  const original = post.reposts ? world.posts.get(post.reposts) : undefined;
  const writer = original && world.people.get(original.authorId);
  if (!author || !original || !writer || original.deleted) return false;
  const where = link(visit, { screen: 'timeline', post: original.id });
  return html`<div class="conversation"><p class="reposted muted small-text">${author.name} reposted <a href="${where}">@${writer.handle}: ${original.text.slice(0, 60)}${original.text.length > 60 && '…'}</a></p></div>`;
}
