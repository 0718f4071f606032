import { type Html, html } from '../outside-html.ts';
import { avatarOf } from './avatar.ts';
import { BASE, composer, hiddenFields, since, type Visit } from './outside-parts.ts';
import { reactionPicker } from './outside-reactions.ts';
import { type Acquaintance, findAcquaintance } from './people.ts';
import { MESSAGE_REACTIONS } from './reactions.ts';
import { ButtonPayload } from './send-message.ts';
import { type Message, messagesOf } from './thread.ts';
import type { World } from './world.ts';

/** Older messages are not shown: the view is rendered each second. */
const SHOWN = 100;

/** The Messenger window of the viewer with the page. */
export function outsideMessenger(world: World, visit: Visit): Html {
  const { page, viewer } = visit;
  const person = findAcquaintance(world.memory, page.id, viewer.id);
  if (!person) {
    return html`<section class="card chat closed" aria-label="Messenger"><p class="muted">Messages are between a customer and the page. Choose a customer above to see theirs.</p></section>`;
  }
  const messages = messagesOf(world.memory, page.id, viewer.id).slice(-SHOWN);
  return html`<section class="card chat" aria-label="Messenger">
<div class="row chat-head"><img class="avatar" src="${avatarOf(page.id, page.name)}" alt=""><div class="grow"><h2>${page.name}</h2>
<p class="muted small-text">${person.blocked ? 'You blocked this page' : 'Messenger'}</p></div>
<form class="inline" method="post" action="${BASE}/blocks">${hiddenFields({ person: viewer.id, pageId: page.id, blocked: String(!person.blocked) })}
<button class="link ${!person.blocked && 'danger'}">${person.blocked ? 'Unblock' : 'Block'}</button></form></div>
<ol class="thread" id="thread" data-stick>${messages.map((message) => bubble(world, visit, person, message))}
${messages.length === 0 && html`<li class="muted empty">No messages yet. Say what you need.</li>`}
${person.typingUntil > world.now() && html`<li class="typing" aria-label="${page.name} is writing"><span></span><span></span><span></span></li>`}</ol>
${quickReplies(visit, messages.at(-1))}
${composer({
  action: 'messages',
  id: 'new-message',
  viewer,
  fields: { person: viewer.id, pageId: page.id },
  label: `Message to ${page.name}`,
  hint: 'Message',
  button: 'Send',
})}</section>`;
}

function bubble(world: World, visit: Visit, person: Acquaintance, message: Message): Html {
  const { viewer } = visit;
  const { mid, fromPage, text, edits, createdAt } = message;
  const seen = !fromPage && person.seenAt >= createdAt;
  return html`<li class="${fromPage ? 'theirs' : 'mine'}"><div class="said bubble">${text}${attachments(visit, message)}</div>
<div class="meta muted small-text">${since(world.now(), createdAt)}${edits > 0 && ' · edited'}${seen && ' · seen'}${
    fromPage
      ? reactionPicker(world, viewer, mid, { mid }, MESSAGE_REACTIONS)
      : html`<form class="inline" method="post" action="${BASE}/messages/delete">${hiddenFields({ person: viewer.id, mid })}<button class="link">Unsend</button></form>`
  }</div></li>`;
}

function attachments(visit: Visit, message: Message): Html[] {
  return (message.extras.attachments ?? []).map(({ type, payload }) => {
    if (type === 'image') return html`<img class="photo" src="${payload.url}" alt="Picture">`;
    if (type === 'audio') return html`<audio controls src="${payload.url}"></audio>`;
    if (type === 'video') return html`<video controls class="photo" src="${payload.url}"></video>`;
    if (type === 'template') return template(visit, payload);
    return html`<a href="${payload.url}" rel="noreferrer">Open the attachment</a>`;
  });
}

/** A text with buttons. A link opens; any other button tells the desk what its payload says. */
function template({ page, viewer }: Visit, payload: unknown): Html {
  const { text, buttons } = ButtonPayload.parse(payload);
  return html`${text}<div class="buttons">${buttons.map((button) =>
    button.type === 'web_url'
      ? html`<a class="button" href="${button.url}" rel="noreferrer">${button.title}</a>`
      : html`<form class="inline" method="post" action="${BASE}/postbacks">${hiddenFields({ person: viewer.id, pageId: page.id, title: button.title, payload: button.payload })}<button>${button.title}</button></form>`,
  )}</div>`;
}

/** Messenger shows quick replies only under the latest message. */
function quickReplies({ page, viewer }: Visit, latest: Message | undefined): Html | undefined {
  const offered = latest?.extras.quickReplies;
  if (!latest?.fromPage || !offered) return undefined;
  return html`<div class="buttons">${offered.map(
    ({ title, payload }) =>
      html`<form class="inline" method="post" action="${BASE}/messages">${hiddenFields({ person: viewer.id, pageId: page.id, text: title, quickReplyPayload: payload })}<button>${title}</button></form>`,
  )}</div>`;
}
