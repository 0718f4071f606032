import { type Html, html } from '../outside-html.ts';
import { conversationBetween, type Message } from './messages.ts';
import { avatar, BASE, badge, icon, link, moment, type Visit } from './outside-parts.ts';
import { pictures, richText } from './outside-post.ts';
import type { Person } from './people.ts';

/** The direct messages of the viewer: whom one can write to, and one conversation. */
export function chat(visit: Visit): Html {
  const { people } = visit.platform.world;
  const others = visit.viewer.ours ? people.customers() : people.ours();
  const other = visit.other ?? others[0];
  return html`<section class="column chat" aria-label="Messages">
${others.length > 1 && html`<nav class="others" aria-label="Conversations">${others.map((one) => tab(visit, one, one.id === other?.id))}</nav>`}
${other ? conversation(visit, other) : html`<p class="gone">There is nobody to write to.</p>`}
</section>`;
}

function tab(visit: Visit, other: Person, current: boolean): Html {
  return html`<a href="${link(visit, { screen: 'messages', with: other.id })}" ${current && html`aria-current="page"`}>${avatar(other, 'small')}<span>${other.name}</span></a>`;
}

function conversation(visit: Visit, other: Person): Html {
  const { world } = visit.platform;
  const messages = world.messages.inConversation(conversationBetween(visit.viewer.id, other.id));
  return html`<header class="chat-head">${avatar(other, 'small')}<div><strong class="name">${other.name}</strong>${badge(other)}<br><span class="muted small-text">@${other.handle}</span></div></header>
<div class="log" data-stick id="log">${
    messages.length === 0
      ? html`<p class="gone">No messages yet. What you write goes to the desk as a direct message.</p>`
      : messages.map((message) => bubble(visit, message))
  }</div>
${isUnseen(visit, messages) && seenForm(visit, other)}
<form method="post" action="${BASE}/messages" class="chat-form">
<input type="hidden" name="person" value="${visit.viewer.id}"><input type="hidden" name="to" value="${other.id}">
<label class="sr" for="message">Message</label>
<textarea id="message" name="text" rows="1" data-enter placeholder="Start a new message"></textarea>
<label class="act photo" title="With a photo"><input type="checkbox" name="photo" value="1" id="message-photo" class="sr">${icon('photo')}<span class="sr">With a photo</span></label>
<button class="primary">Send</button></form>`;
}

function bubble(visit: Visit, message: Message): Html {
  const mine = message.senderId === visit.viewer.id;
  return html`<div class="bubble-row ${mine && 'mine'}"><div class="bubble"><span class="said">${richText(visit, message.text)}</span>${
    message.mediaId && pictures([message.mediaId])
  }</div><span class="muted small-text">${moment(message.createdAt)}${mine && message.readAt && ' · Seen'}</span></div>`;
}

/** Staff reads in the desk, which X does not see; a customer's look is told to the desk. */
function isUnseen(visit: Visit, messages: readonly Message[]): boolean {
  const { viewer } = visit;
  return !viewer.ours && messages.some((message) => message.recipientId === viewer.id && !message.readAt);
}

/** Sent by the script as soon as the conversation is on the screen. */
function seenForm(visit: Visit, account: Person): Html {
  return html`<form method="post" action="${BASE}/reads" data-now hidden><input type="hidden" name="person" value="${visit.viewer.id}"><input type="hidden" name="accountId" value="${account.id}"></form>`;
}
