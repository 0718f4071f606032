import type { Change } from '../../../functions/domain/change.ts';
import type { Identity } from '../../../functions/domain/contact.ts';
import { type Conversation, waitingClock } from '../../../functions/domain/conversation.ts';
import type { Cause, Known } from '../../../functions/domain/decision.ts';
import type { DeskEvent } from '../../../functions/domain/events.ts';
import { fallDue } from '../../../functions/domain/fall-due.ts';
import type { Message, Post } from '../../../functions/domain/message.ts';
import type { PolicyBook } from '../../../functions/domain/policy.ts';
import { type Decidable, receive } from '../../../functions/domain/receive.ts';
import type { Reference } from '../../../functions/domain/reference.ts';
import { resolve } from '../../../functions/domain/resolve.ts';
import { aCause, at } from './desk.ts';

/**
 * The desk in memory: applies decisions one after the other, each on what the ones before it left. It refuses what the store
 * refuses, all of a change or nothing: a message that is there already, and a conversation or person that has moved on.
 */
export class MemoryDesk {
  readonly conversations = new Map<string, Conversation>();
  readonly messages = new Map<string, Message>();
  readonly posts = new Map<string, Post>();
  readonly events: { conversationId: string; event: DeskEvent }[] = [];
  /** Changes that were refused because a message in them was stored already. */
  readonly duplicates: Change[] = [];
  readonly #references = new Map<string, Reference>();
  readonly #identities = new Map<string, Identity>();
  readonly #policies: PolicyBook | undefined;

  constructor(policies?: PolicyBook) {
    this.#policies = policies;
  }

  /** Decides on an event and keeps what follows; undefined when nothing does. */
  receive(event: Decidable, now = at('23:00')): Change | undefined {
    const policies = this.#policies;
    const change = receive(event, this.known(event), this.cause(policies ? { now, policies } : { now }));
    if (change) this.keep(change);
    return change;
  }

  receiveAll(events: readonly Decidable[]): this {
    for (const event of events) this.receive(event);
    return this;
  }

  /** Lets time pass for every conversation. */
  fallDue(now: string): void {
    for (const conversation of this.conversations.values()) {
      const change = fallDue(conversation, now);
      if (change) this.keep(change);
    }
  }

  /** An agent resolves every conversation. */
  resolve(now: string): void {
    for (const conversation of this.conversations.values()) {
      const change = resolve(conversation, 'agent-1', this.cause({ now }));
      if (change) this.keep(change);
    }
  }

  cause(changes: Partial<Cause> = {}): Cause {
    return aCause(this.#policies ? { policies: this.#policies, ...changes } : changes);
  }

  /** What the store would load for an event. */
  known(event: Decidable): Known {
    const nativeId = event.kind === 'follow' ? undefined : event.nativeId;
    const postId = event.kind === 'message' ? event.post?.nativeId : undefined;
    const inReplyTo = event.kind === 'message' ? event.inReplyTo : undefined;
    const personId = event.kind === 'message' || event.kind === 'follow' ? event.person?.nativeId : undefined;
    const key = (id: string | undefined) => `${event.channel}:${event.accountId}:${id}`;
    const self = this.#references.get(key(nativeId));
    const parent = this.#references.get(key(inReplyTo ?? postId));
    const identity = this.#identities.get(`${event.channel}:${personId}`);
    return {
      self,
      parent,
      identity,
      post: this.posts.get(key(postId ?? nativeId)),
      message: this.messages.get(self?.messageId ?? ''),
      answered: this.conversations.get(self?.conversationId ?? parent?.conversationId ?? ''),
      current: this.conversations.get(identity?.threads[event.accountId] ?? ''),
    };
  }

  keep(change: Change): void {
    if (change.newMessages.some((message) => this.#isStored(message, change))) {
      this.duplicates.push(change);
      return;
    }
    this.#keepConversation(change);
    for (const message of [...change.newMessages, ...change.changedMessages]) {
      this.messages.set(message.id, message);
    }
    for (const message of change.newMessages) this.#refer(message, change);
    for (const reference of change.pending) this.#references.set(keyOf(reference), reference);
    for (const post of change.posts) this.posts.set(keyOf(post), { ...this.posts.get(keyOf(post)), ...post });
  }

  /** All that must not depend on the order in which things arrived, by the platform's ids alone. */
  messagesByNativeId(): Record<string, Message> {
    return Object.fromEntries([...this.messages.values()].map((message) => [message.nativeId, message]));
  }

  nativeIdOf(messageId: string): string | undefined {
    return this.messages.get(messageId)?.nativeId;
  }

  #keepConversation({ conversation, identity, events }: Change): void {
    if (identity) {
      const { before, after } = identity;
      const key = `${after.channel}:${after.nativeId}`;
      assertSame(this.#identities.get(key)?.version, before?.version, `identity ${key}`);
      this.#identities.set(key, { ...after, version: (before?.version ?? 0) + 1 });
    }
    if (!conversation) return;
    const { before, after } = conversation;
    assertSame(this.conversations.get(after.id)?.version, before?.version, `conversation ${after.id}`);
    if (after.clocks.filter((clock) => clock === waitingClock(after)).length > 1)
      throw new Error('two clocks');
    this.conversations.set(after.id, { ...after, version: (before?.version ?? 0) + 1 });
    this.events.push(...events.map((event) => ({ conversationId: after.id, event })));
  }

  #isStored(message: Message, { conversation }: Change): boolean {
    const { nativeId } = message;
    if (this.messages.has(message.id)) return true;
    const reference =
      conversation && this.#references.get(keyOf({ ...conversation.after, nativeId: nativeId ?? '' }));
    return reference !== undefined && reference.pending === undefined;
  }

  #refer({ nativeId, conversationId, id: messageId }: Message, { conversation }: Change): void {
    if (nativeId === undefined || !conversation) return;
    const { channel, accountId } = conversation.after;
    const reference = { channel, accountId, nativeId, conversationId, messageId };
    this.#references.set(keyOf(reference), reference);
  }
}

function keyOf({
  channel,
  accountId,
  nativeId,
}: Pick<Reference, 'channel' | 'accountId' | 'nativeId'>): string {
  return `${channel}:${accountId}:${nativeId}`;
}

function assertSame(stored: number | undefined, decidedOn: number | undefined, what: string): void {
  if (stored !== decidedOn) throw new Error(`${what} moved on: stored ${stored}, decided on ${decidedOn}`);
}
