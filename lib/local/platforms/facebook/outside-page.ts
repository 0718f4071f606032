import { type Html, html } from '../outside-html.ts';
import { avatarOf } from './avatar.ts';
import { type Comment, commentsOfPost, type Post, postsOfPage } from './feed.ts';
import { BASE, composer, hiddenFields, since, type Visit } from './outside-parts.ts';
import { reactionPicker } from './outside-reactions.ts';
import { findActor } from './people.ts';
import { FEED_REACTIONS } from './reactions.ts';
import type { World } from './world.ts';

/** Older posts and comments are not shown: the view is rendered each second. */
const SHOWN_POSTS = 30;
const SHOWN_COMMENTS = 100;

/** The page with its posts and comments, as the viewer sees it. */
export function outsidePage(world: World, visit: Visit): Html {
  const { page, viewer } = visit;
  const posts = postsOfPage(world.memory, page.id).filter((post) => post.published);
  return html`<section class="feed" aria-label="Page">
<div class="card cover"><div class="banner"></div><div class="row">
<img class="avatar big" src="${avatarOf(page.id, page.name)}" alt=""><div><h2>${page.name}</h2>
<p class="muted small-text">Page · ${posts.length} posts</p></div></div></div>
<div class="card">${composer({
    action: 'posts',
    id: 'new-post',
    viewer,
    fields: { person: viewer.id, pageId: page.id },
    label: viewer.id === page.id ? 'Post as the page' : `Write something on ${page.name}`,
    hint: 'What is on your mind?',
    button: 'Post',
  })}</div>
${posts.slice(0, SHOWN_POSTS).map((post) => postCard(world, visit, post))}
</section>`;
}

function postCard(world: World, visit: Visit, post: Post): Html {
  const author = findActor(world.memory, post.authorId);
  const comments = commentsOfPost(world.memory, post.id)
    .filter((comment) => maySee(visit, comment))
    .slice(-SHOWN_COMMENTS);
  const name = author?.name ?? 'Someone';
  return html`<article class="card post">
<div class="row"><img class="avatar" src="${avatarOf(post.authorId, name)}" alt=""><div class="grow">
<h3>${name} ${post.authorId === post.pageId ? html`<span class="tag">Page</span>` : ''}</h3>
<p class="muted small-text">${since(world.now(), post.createdAt)}${post.editedAt !== null && ' · edited'}</p></div></div>
<p class="said post-text">${post.message}</p>
${post.link && html`<p class="said"><a href="${post.link}" rel="noreferrer">${post.link}</a></p>`}
${post.photos.map((url) => html`<img class="photo" src="${url}" alt="Photo of the post">`)}
<div class="actions">${reactionPicker(world, visit.viewer, post.id, { postId: post.id }, FEED_REACTIONS)}${
    post.authorId === visit.viewer.id && ownTools('posts', { postId: post.id }, visit, post.message)
  }</div>
<ul class="comments">${comments
    .filter((comment) => comment.parentId === null)
    .map((comment) => commentItem(world, visit, comment, comments))}</ul>
${composer({
  action: 'comments',
  id: `on-${post.id}`,
  viewer: visit.viewer,
  fields: { person: visit.viewer.id, postId: post.id },
  label: `Comment as ${visit.viewer.name}`,
  hint: 'Write a comment',
  button: 'Comment',
})}</article>`;
}

/** A hidden comment stays visible to its author and to the page. */
function maySee({ viewer, page }: Visit, comment: Comment): boolean {
  return !comment.hidden || viewer.id === comment.authorId || viewer.id === page.id;
}

function commentItem(world: World, visit: Visit, comment: Comment, all: readonly Comment[]): Html {
  const name = findActor(world.memory, comment.authorId)?.name ?? 'Someone';
  const replies = all.filter((one) => one.parentId === comment.id);
  return html`<li><div class="row"><img class="avatar small" src="${avatarOf(comment.authorId, name)}" alt=""><div class="grow">
<div class="bubble ${comment.hidden && 'hidden-comment'}"><strong>${name}</strong> ${
    comment.authorId === comment.pageId && html`<span class="tag">Page</span>`
  }
${comment.message && html`<p class="said">${comment.message}</p>`}
${comment.photo && html`<img class="photo" src="${comment.photo}" alt="Photo of the comment">`}</div>
<div class="actions"><span class="muted small-text">${since(world.now(), comment.createdAt)}${comment.editedAt !== null && ' · edited'}</span>
${comment.hidden && html`<span class="tag warn">Hidden by the page</span>`}
${reactionPicker(world, visit.viewer, comment.id, { commentId: comment.id }, FEED_REACTIONS)}
<details id="reply-${comment.id}"><summary>Reply</summary>${composer({
    action: 'comments',
    id: `to-${comment.id}`,
    viewer: visit.viewer,
    fields: { person: visit.viewer.id, commentId: comment.id },
    label: `Reply to ${name}`,
    hint: 'Write a reply',
    button: 'Reply',
  })}</details>
${comment.authorId === visit.viewer.id && ownTools('comments', { commentId: comment.id }, visit, comment.message)}</div>
${replies.length > 0 && html`<ul class="comments">${replies.map((reply) => commentItem(world, visit, reply, []))}</ul>`}
</div></div></li>`;
}

function ownTools(
  kind: 'posts' | 'comments',
  target: Record<string, string>,
  { viewer }: Visit,
  text: string | null,
) {
  const fields = { person: viewer.id, ...target };
  const id = `edit-${Object.values(target).join()}`;
  return html`<details id="${id}"><summary>Edit</summary>${composer({
    action: `${kind}/edit`,
    id: `${id}-text`,
    viewer,
    fields,
    label: 'Edit',
    hint: '',
    button: 'Save',
    text: text ?? '',
  })}</details>
<form class="inline" method="post" action="${BASE}/${kind}/delete">${hiddenFields(fields)}<button class="link danger">Delete</button></form>`;
}
