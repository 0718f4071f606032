import { messagingItem } from './events.ts';
import { setReaction } from './feed.ts';
import { existing } from './memory.ts';
import { type Acquaintance, noteAction } from './people.ts';
import { MESSAGE_REACTIONS } from './reactions.ts';
import { findMessage, insertMessage, type Message, type MessageExtras } from './thread.ts';
import type { World } from './world.ts';

export interface MessageContent {
  text?: string;
  extras?: MessageExtras;
}

/** Real milliseconds after a send until the person's phone has it, and until the person reads it. */
const DELIVERED_MS = 150;
const READ_MS = 400;
const TYPING_MS = 20_000;

/** Sends a page's message. The desk hears an echo, then that it was delivered, then that it was read. */
export function sendFromPage(
  world: World,
  to: Acquaintance,
  content: MessageContent,
  appId: number,
): Message {
  const { pageId, personId, psid } = to;
  const createdAt = world.now();
  const message = insertMessage(world.memory, {
    pageId,
    personId,
    fromPage: true,
    appId,
    createdAt,
    ...content,
  });
  world.memory.run('UPDATE message SET readAt = ? WHERE mid = ?', createdAt, message.mid);
  setTyping(world, to, false);
  const echo = { mid: message.mid, is_echo: true, app_id: appId, ...wireContent(message) };
  void tell(world, pageId, messagingItem(pageId, psid, createdAt, { message: echo }));
  const receipt = (event: object) => messagingItem(psid, pageId, createdAt, event);
  const delivery = { mids: [message.mid], watermark: createdAt };
  void tell(world, pageId, receipt({ delivery }), DELIVERED_MS);
  void tell(world, pageId, receipt({ read: { watermark: createdAt } }), READ_MS);
  return message;
}

/** A person writes to the page. */
export function sendFromPerson(world: World, from: Acquaintance, content: MessageContent): Message {
  const { pageId, personId } = from;
  const createdAt = world.now();
  const message = insertMessage(world.memory, { pageId, personId, fromPage: false, createdAt, ...content });
  const payload = content.extras?.quickReplyPayload;
  const event = {
    message: {
      mid: message.mid,
      ...wireContent(message),
      quick_reply: payload === undefined ? undefined : { payload },
    },
  };
  tellAction(world, from, createdAt, event);
  return message;
}

export function editMessage(world: World, from: Acquaintance, message: Message, text: string): void {
  world.memory.run('UPDATE message SET text = ?, edits = edits + 1 WHERE mid = ?', text, message.mid);
  const { mid, edits } = existing(findMessage(world.memory, message.mid));
  tellAction(world, from, world.now(), { message_edit: { mid, text, num_edit: edits } });
}

/** A person takes a message back. That opens no window: it is not something to answer. */
export function unsendMessage(world: World, from: Acquaintance, message: Message): void {
  world.memory.run('UPDATE message SET deleted = 1 WHERE mid = ?', message.mid);
  const event = { message: { mid: message.mid, is_deleted: true } };
  void tell(world, from.pageId, messagingItem(from.psid, from.pageId, world.now(), event));
}

/** A person reacts to a message, or takes the reaction back with null. What changes nothing is not told. */
export function reactToMessage(world: World, from: Acquaintance, mid: string, name: string | null): void {
  const before = setReaction(world.memory, mid, from.personId, name);
  if ((before ?? null) === name) return;
  const emoji = MESSAGE_REACTIONS[name ?? '']?.face;
  const reaction =
    name === null ? { action: 'unreact', mid } : { reaction: name, emoji, action: 'react', mid };
  tellAction(world, from, world.now(), { reaction });
}

/** A person taps a button of a message. */
export function tapButton(
  world: World,
  from: Acquaintance,
  button: { title: string; payload: string },
): string {
  const { mid } = insertMessage(world.memory, {
    pageId: from.pageId,
    personId: from.personId,
    fromPage: false,
    text: button.title,
    createdAt: world.now(),
  });
  tellAction(world, from, world.now(), { postback: { ...button, mid } });
  return mid;
}

/** The page shows that it writes; Messenger forgets that after twenty seconds. */
export function setTyping(world: World, to: Acquaintance, on: boolean): void {
  const until = on ? world.now() + TYPING_MS : 0;
  const sql = 'UPDATE acquaintance SET typingUntil = ? WHERE pageId = ? AND personId = ?';
  world.memory.run(sql, until, to.pageId, to.personId);
}

export function markSeen(world: World, to: Acquaintance): void {
  const sql = 'UPDATE acquaintance SET seenAt = ? WHERE pageId = ? AND personId = ?';
  world.memory.run(sql, world.now(), to.pageId, to.personId);
}

export function setBlocked(world: World, person: Acquaintance, blocked: boolean): void {
  const sql = 'UPDATE acquaintance SET blocked = ? WHERE pageId = ? AND personId = ?';
  world.memory.run(sql, blocked ? 1 : 0, person.pageId, person.personId);
}

function wireContent({ text, extras }: Message) {
  return {
    metadata: extras.metadata,
    text: text ?? undefined,
    attachments: extras.attachments?.map(({ type, payload }) => ({ type, payload })),
    reply_to: extras.replyTo === undefined ? undefined : { mid: extras.replyTo, is_self_reply: false },
  };
}

function tellAction(world: World, from: Acquaintance, at: number, event: object): void {
  noteAction(world.memory, from.pageId, from.personId, at);
  void tell(world, from.pageId, messagingItem(from.psid, from.pageId, at, event));
}

function tell(world: World, pageId: string, item: object, delayMs = 0): Promise<void> {
  return world.deliveries.push({ pageId, kind: 'messaging', item }, delayMs);
}
