import { Identity } from '../domain/contact.ts';
import { Conversation } from '../domain/conversation.ts';
import type { Known } from '../domain/decision.ts';
import type { MessageEvent } from '../domain/inbound-event.ts';
import { Message, Post } from '../domain/message.ts';
import type { PolicyBook } from '../domain/policy.ts';
import { type EarlyAnswer, Reference } from '../domain/reference.ts';
import type { Decided } from './commit.ts';
import { listDeparting } from './departures.ts';
import {
  conversationKey,
  identityKey,
  type Key,
  messageKey,
  postKey,
  referenceKey,
  settingsKey,
} from './keys.ts';
import { policySettings, readSettings } from './settings.ts';
import { getItems, type Table } from './table.ts';

/** What an event names by the platform's ids. */
export interface Names {
  channel: string;
  accountId: string;
  nativeId?: string | undefined;
  inReplyTo?: string | undefined;
  postId?: string | undefined;
  personId?: string | undefined;
  /** What our own side said, which may be the echo of a message of ours. */
  echo?: MessageEvent | undefined;
}

/** What a decision about an event is made on. */
export interface Facts {
  known: Known;
  policies: PolicyBook;
  /** For `commit`, which must refuse what was decided without something that came in meanwhile. */
  pendingSeen: NonNullable<Decided['pendingSeen']>;
}

/**
 * Loads all that a decision about an event needs, in two requests: what the platform's ids lead to (A4, A5, A7, A12), then
 * the conversations and the message behind them (A1, A2).
 */
export async function loadKnown(table: Table, names: Names): Promise<Facts> {
  const { channel, accountId, nativeId, inReplyTo, postId, personId } = names;
  const native = (id: string | undefined) =>
    id === undefined ? undefined : { channel, accountId, nativeId: id };
  const selfKey = map(native(nativeId), referenceKey);
  const parentKey = map(native(inReplyTo ?? postId), referenceKey);
  const personKey = map(personId, (id) => identityKey(channel, id));
  const contextKey = map(native(postId ?? nativeId), postKey);
  const policiesKey = settingsKey(policySettings.name);
  const first = await getItems(table, present([selfKey, parentKey, personKey, contextKey, policiesKey]));

  const self = map(first(selfKey), (item) => Reference.parse(item));
  const parent = map(first(parentKey), (item) => Reference.parse(item));
  const identity = map(first(personKey), (item) => Identity.parse(item));
  const post = map(first(contextKey), (item) => Post.parse(item));

  const answeredKey = map(self?.conversationId ?? parent?.conversationId, conversationKey);
  const currentKey = map(identity?.threads[accountId], conversationKey);
  const ownKey = map(self?.messageId, messageKey);
  const early = self?.pending?.answers ?? [];
  const earlyKeyOf = (answer: EarlyAnswer) => referenceKey({ channel, accountId, nativeId: answer.nativeId });
  const wanted = present([answeredKey, currentKey, ownKey, ...early.map(earlyKeyOf)]);
  const second = wanted.length > 0 ? await getItems(table, wanted) : () => undefined;
  const answered = map(second(answeredKey), (item) => Conversation.parse(item));
  const current = map(second(currentKey), (item) => Conversation.parse(item));
  const thread = answered ?? current;
  const { echo } = names;
  const isNews = echo !== undefined && self?.messageId === undefined;
  // An answer that was kept for this message may have become a message of its own since, by a second delivery.
  const stillEarly = early.filter((answer) => second(earlyKeyOf(answer))?.messageId === undefined);
  const known: Known = {
    self: self?.pending ? { ...self, pending: { ...self.pending, answers: stillEarly } } : self,
    parent,
    identity,
    post,
    message: map(second(ownKey), (item) => Message.parse(item)),
    answered,
    current,
    departing: isNews ? await listDeparting(table, echo, thread) : undefined,
  };
  const pendingSeen = Object.fromEntries(
    present([selfKey, parentKey]).map((key) => [key.pk, first(key)?.pending]),
  );
  return { known, policies: readSettings(policySettings, first(policiesKey)).value, pendingSeen };
}

function map<T, R>(value: T | undefined, change: (value: T) => R): R | undefined {
  return value === undefined ? undefined : change(value);
}

function present(keys: (Key | undefined)[]): Key[] {
  return keys.filter((key) => key !== undefined);
}
