import { type Html, html } from '../outside-html.ts';
import { conversationBetween, type Message } from './messages.ts';
import { avatar, BASE, badge, link, moment, type Visit } from './outside-parts.ts';
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
<form method="post" action="${BASE}/messages" class="chat-form">
<input type="hidden" name="person" value="${visit.viewer.id}"><input type="hidden" name="to" value="${other.id}">
<label class="sr" for="message">Message</label>
<textarea id="message" name="text" rows="1" data-enter placeholder="Start a new message"></textarea>
<label class="act" title="With a photo"><input type="checkbox" name="photo" value="1" id="message-photo"><span class="small-text muted">photo</span></label>
<button class="primary">Send</button></form>`;
}

function bubble(visit: Visit, message: Message): Html {
  const mine = message.senderId === visit.viewer.id;
  return html`<div class="bubble-row ${mine && 'mine'}"><div class="bubble"><span class="said">${richText(message.text)}</span>${
    message.mediaId && pictures([message.mediaId])
  }</div><span class="muted small-text">${moment(message.createdAt)}</span></div>`;
}
