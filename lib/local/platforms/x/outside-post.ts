import twitterText from 'twitter-text';
import { type Html, html } from '../outside-html.ts';
import { avatar, BASE, button, byline, icon, link, moment, type Visit } from './outside-parts.ts';
import type { Person } from './people.ts';
import type { Post } from './posts.ts';

/** One post as a card, with all that the viewer can do to it. */
export function postCard(visit: Visit, post: Post, place: 'root' | 'reply' = 'root'): Html | false {
  const { world } = visit.platform;
  const author = world.people.get(post.authorId);
  if (!author) return false;
  if (post.deleted)
    return html`<article class="post ${place}"><p class="gone">This post was deleted.</p></article>`;
  const parent = post.replyTo ? world.posts.get(post.replyTo) : undefined;
  const answered = parent && world.people.get(parent.authorId);
  return html`<article class="post ${place} ${author.ours && 'ours'}" id="post-${post.id}">
<div class="side">${avatar(author)}</div>
<div class="main">
<p class="by">${byline(author)} <span class="muted dot">·</span> <a class="muted when" href="${link(visit, { screen: 'timeline', post: post.id })}">${moment(post.createdAt)}</a></p>
${answered && html`<p class="muted small-text">Replying to <span class="entity">@${answered.handle}</span></p>`}
${post.hidden ? html`<p class="gone">Hidden by the account that began the conversation.</p>` : content(visit, post)}
${actions(visit, post, author)}
</div></article>`;
}

function content(visit: Visit, post: Post): Html {
  const { world } = visit.platform;
  const quoted = post.quotes ? world.posts.get(post.quotes) : undefined;
  return html`<p class="said">${richText(visit, post.text)}</p>${pictures(post.media)}${quoted && embedded(visit, quoted)}`;
}

export function pictures(ids: readonly string[]): Html | false {
  if (ids.length === 0) return false;
  return html`<div class="pictures">${ids.map((id) => html`<img src="${BASE}/media/${id}" alt="Attached picture" loading="lazy">`)}</div>`;
}

function embedded(visit: Visit, post: Post): Html {
  const author = visit.platform.world.people.get(post.authorId);
  if (post.deleted || !author)
    return html`<div class="quoted"><p class="gone">This post was deleted.</p></div>`;
  return html`<div class="quoted"><p class="by">${avatar(author, 'tiny')} ${byline(author)}</p><p class="said">${richText(visit, post.text)}</p></div>`;
}

/** Text with its mentions, tags and links set off; links open beside and tell nobody where they come from. */
export function richText(visit: Visit, text: string): Html[] {
  const pieces: Html[] = [];
  let position = 0;
  for (const { indices, ...entity } of twitterText.extractEntitiesWithIndices(text)) {
    const [start, end] = indices;
    const words = text.slice(start, end);
    const url = 'url' in entity ? addressOf(entity.url) : undefined;
    pieces.push(html`${text.slice(position, start)}`);
    pieces.push(url ? anchor(visit, url, words) : html`<span class="entity">${words}</span>`);
    position = end;
  }
  return [...pieces, html`${text.slice(position)}`];
}

function addressOf(text: string): URL | undefined {
  const url = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  return URL.canParse(url) ? new URL(url) : undefined;
}

/** X turns the address under which one writes to an account into a button; here it opens the messages of this X. */
function anchor(visit: Visit, url: URL, words: string): Html {
  const isCompose = /^(x|twitter)\.com$/.test(url.hostname) && url.pathname === '/messages/compose';
  const recipient = isCompose
    ? visit.platform.world.people.get(url.searchParams.get('recipient_id') ?? '')
    : undefined;
  if (!recipient)
    return html`<a href="${url.href}" target="_blank" rel="noopener noreferrer nofollow">${words}</a>`;
  const where = link(visit, { screen: 'messages', with: recipient.id });
  return html`<a class="invitation" href="${where}">Send a private message</a>`;
}

function actions(visit: Visit, post: Post, author: Person): Html {
  const { world } = visit.platform;
  const { viewer } = visit;
  const counts = world.posts.counts(post.id);
  const liked = world.posts.likedBy(post.id, viewer.id);
  const reposted = world.posts.repostBy(viewer.id, post.id) !== undefined;
  const mine = viewer.id === author.id;
  const fields = { post: post.id };
  return html`<div class="actions">
<details class="compose" id="reply-${post.id}"><summary class="act" title="Reply">${icon('reply')} ${counts.replies || ''}<span class="sr"> replies. Reply</span></summary>
${composer(visit, { id: `reply-text-${post.id}`, replyTo: post.id, text: mine ? '' : `@${author.handle} `, label: 'Reply' })}</details>
${button(visit, { path: reposted ? '/reposts/delete' : '/reposts', fields, title: reposted ? 'Undo repost' : 'Repost', look: `act ${reposted ? 'on green' : ''}`, label: html`${icon('repost')} ${counts.reposts || ''}` })}
${button(visit, { path: liked ? '/likes/delete' : '/likes', fields, title: liked ? 'Unlike' : 'Like', look: `act ${liked ? 'on pink' : ''}`, label: html`${icon(liked ? 'liked' : 'like')} ${counts.likes || ''}` })}
<details class="compose" id="quote-${post.id}"><summary class="act" title="Quote">${icon('quote')} ${counts.quotes || ''}<span class="sr"> quotes. Quote</span></summary>
${composer(visit, { id: `quote-text-${post.id}`, quote: post.id, text: '', label: 'Quote' })}</details>
${mine && button(visit, { path: `/posts/${post.id}/delete`, title: 'Delete', look: 'act end', label: icon('delete') })}
</div>`;
}

/** The box to write a post in. */
export function composer(
  visit: Visit,
  draft: { id: string; text: string; label: string; replyTo?: string; quote?: string },
): Html {
  const hidden = { person: visit.viewer.id, replyTo: draft.replyTo, quote: draft.quote };
  return html`<form method="post" action="${BASE}/posts" class="composer">${Object.entries(hidden).map(
    ([name, value]) => value && html`<input type="hidden" name="${name}" value="${value}">`,
  )}
<label class="sr" for="${draft.id}">${draft.label}</label>
<textarea id="${draft.id}" name="text" rows="2" data-limit="${visit.platform.world.settings.textLimit}" placeholder="${draft.replyTo ? 'Post your reply' : "What's happening?"}">${draft.text}</textarea>
<div class="composer-foot"><label class="muted small-text"><input type="checkbox" name="photo" value="1" id="${draft.id}-photo"> with a photo</label><span class="counter muted small-text" aria-hidden="true"></span><button class="primary">${draft.label}</button></div></form>`;
}
