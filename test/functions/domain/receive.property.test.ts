import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWaiting } from '../../../functions/domain/clock.ts';
import { Contact, Identity } from '../../../functions/domain/contact.ts';
import { Conversation, waitingClock } from '../../../functions/domain/conversation.ts';
import { eventData } from '../../../functions/domain/events.ts';
import { Message, Post } from '../../../functions/domain/message.ts';
import type { Decidable } from '../../../functions/domain/receive.ts';
import { Reference } from '../../../functions/domain/reference.ts';
import { at, grace } from './desk.ts';
import { MemoryDesk } from './memory-desk.ts';
import { conversations, shuffled, twoPolicies } from './sayings.ts';

const receiveAll = (events: Decidable[]) => new MemoryDesk(twoPolicies).receiveAll(events);

/** A conversation, and the same in another order of arrival. */
const inTwoOrders = (options: { deletions: boolean }) =>
  conversations(options).chain((events) => fc.tuple(fc.constant(events), shuffled(events)));
const inAnyOrder = conversations({ deletions: true }).chain(shuffled);

function theConversation(desk: MemoryDesk): Conversation {
  const [conversation, ...others] = desk.conversations.values();
  if (!conversation || others.length > 0) throw new Error(`${1 + others.length} conversations`);
  return conversation;
}

/** What a person sees of the desk, by the platform's ids: Hark's own ids follow from what arrived first. */
function shown(desk: MemoryDesk) {
  const conversation = theConversation(desk);
  const { preview, visibility, lastMessageAt, messageCount, firstAnswerAt, lastAnswerAt } = conversation;
  const clock = waitingClock(conversation);
  return {
    ...{ preview, visibility, lastMessageAt, messageCount, firstAnswerAt, lastAnswerAt },
    lastMessage: desk.nativeIdOf(conversation.lastMessageId),
    unanswered: conversation.unanswered.map((question) => [desk.nativeIdOf(question.messageId), question.at]),
    waiting: clock && [clock.kind, clock.state, clock.startedAt, clock.dueAt, clock.why.policyId],
    messages: messagesOf(desk),
  };
}

function messagesOf(desk: MemoryDesk) {
  return [...desk.messages.values()]
    .map(({ nativeId, direction, at: saidAt, text, editedAt, deletedAt }) => ({
      ...{ nativeId, direction, saidAt, text, editedAt, deletedAt },
    }))
    .sort((a, b) => ((a.nativeId ?? '') < (b.nativeId ?? '') ? -1 : 1));
}

const firstResponses = (desk: MemoryDesk) =>
  theConversation(desk)
    .clocks.filter(({ kind }) => kind === 'firstResponse')
    .map(({ startedAt, dueAt, answeredAt, state }) => ({ startedAt, dueAt, answeredAt, state }));

describe('the order in which things arrive', () => {
  it('does not change what is shown, who waits, since when and until when', () => {
    fc.assert(
      fc.property(inTwoOrders({ deletions: true }), ([events, arrived]) => {
        expect(shown(receiveAll(arrived))).toEqual(shown(receiveAll(events)));
      }),
      { numRuns: 500 },
    );
  });

  it('does not change how long the first response took', () => {
    fc.assert(
      fc.property(inTwoOrders({ deletions: false }), ([events, arrived]) => {
        expect(firstResponses(receiveAll(arrived))).toEqual(firstResponses(receiveAll(events)));
      }),
      { numRuns: 500 },
    );
  });

  it('loses nothing: every message that was delivered is there, once', () => {
    fc.assert(
      fc.property(inAnyOrder, (arrived) => {
        const desk = receiveAll(arrived);
        const said = arrived.flatMap((event) => (event.kind === 'message' ? [event.nativeId] : []));
        expect(messagesOf(desk).map(({ nativeId }) => nativeId)).toEqual([...new Set(said)].sort());
        expect(desk.duplicates).toEqual([]);
      }),
    );
  });

  it('does not mix up people who speak at the same time', () => {
    const both = fc.tuple(conversations({ deletions: true }), conversations({ deletions: true }));
    const asGrace = (event: Decidable): Decidable => {
      const named = 'nativeId' in event ? { ...event, nativeId: `g-${event.nativeId}` } : event;
      if (named.kind !== 'message') return named;
      const { inReplyTo, person } = named;
      return {
        ...named,
        ...(inReplyTo !== undefined && { inReplyTo: `g-${inReplyTo}` }),
        ...(person && { person: grace }),
      };
    };
    fc.assert(
      fc.property(
        both.chain(([mine, theirs]) =>
          fc.tuple(fc.constant(mine), shuffled([...mine, ...theirs.map(asGrace)])),
        ),
        ([mine, arrived]) => {
          const desk = receiveAll(arrived);
          const [ada, ...others] = [...desk.conversations.values()].sort((a) =>
            a.contact.nativeId === 'ada' ? -1 : 1,
          );
          expect(others.map(({ contact }) => contact.nativeId)).toEqual(['grace']);
          const alone = theConversation(receiveAll(mine));
          expect(ada?.messageCount).toBe(alone.messageCount);
          expect(ada && waitingClock(ada)?.dueAt).toBe(waitingClock(alone)?.dueAt);
        },
      ),
    );
  });
});

describe('a delivery that comes again', () => {
  const repeated = inAnyOrder.chain((events) =>
    fc.tuple(
      fc.constant(events),
      fc.array(fc.tuple(fc.nat(events.length - 1), fc.nat(40)), { maxLength: 12 }),
    ),
  );

  it('changes nothing, at once or much later', () => {
    fc.assert(
      fc.property(repeated, ([events, repeats]) => {
        const arrived = [...events];
        for (const [which, when] of repeats) {
          const event = events[which];
          const first = event ? arrived.indexOf(event) : -1;
          if (event) arrived.splice(Math.min(arrived.length, first + 1 + when), 0, event);
        }
        const [once, again] = [receiveAll(events), receiveAll(arrived)];
        expect(shown(again)).toEqual(shown(once));
        expect(theConversation(again).clocks).toEqual(theConversation(once).clocks);
        expect(again.events).toEqual(once.events);
        expect(again.duplicates).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('whatever arrives', () => {
  it('a conversation has one waiting clock at most: that of its oldest unanswered message', () => {
    fc.assert(
      fc.property(inAnyOrder, (arrived) => {
        const desk = new MemoryDesk(twoPolicies);
        for (const event of arrived) {
          desk.receive(event);
          for (const { clocks, unanswered } of desk.conversations.values()) {
            const waiting = clocks.filter(isWaiting);
            expect(waiting.map(({ startedAt, why }) => [startedAt, why.messageId])).toEqual(
              unanswered.slice(0, 1).map((question) => [question.at, question.messageId]),
            );
            expect(new Set(clocks.map(({ id }) => id)).size).toBe(clocks.length);
          }
        }
      }),
    );
  });

  it('only who said something, was not answered since and did not take it back waits', () => {
    fc.assert(
      fc.property(inAnyOrder, (arrived) => {
        const desk = receiveAll(arrived);
        const { lastAnswerAt = '' } = theConversation(desk);
        const open = [...desk.messages.values()].filter(
          ({ direction, deletedAt, at: saidAt }) =>
            direction === 'inbound' && deletedAt === undefined && saidAt > lastAnswerAt,
        );
        expect(new Set(theConversation(desk).unanswered.map(({ messageId }) => messageId))).toEqual(
          new Set(open.map(({ id }) => id)),
        );
      }),
    );
  });

  it('all that is written can be read back as it was', () => {
    fc.assert(
      fc.property(inAnyOrder, (arrived) => {
        const desk = new MemoryDesk(twoPolicies);
        for (const event of arrived) {
          const change = desk.receive(event);
          if (!change) continue;
          const { conversation, identity, newContact } = change;
          const written = [
            ...[...change.newMessages, ...change.changedMessages].map((item) => [item, Message.parse(item)]),
            ...change.posts.map((item) => [item, Post.parse(item)]),
            ...change.pending.map((item) => [item, Reference.parse(item)]),
            ...change.events.map(({ name, data }) => [data, eventData[name].parse(data)]),
            ...(conversation ? [[conversation.after, Conversation.parse(conversation.after)]] : []),
            ...(identity ? [[identity.after, Identity.parse(identity.after)]] : []),
            ...(newContact ? [[newContact, Contact.parse(newContact)]] : []),
          ];
          for (const [item, read] of written) expect(read).toEqual(item);
        }
      }),
    );
  });

  it('a message of a conversation sorts by when it was said', () => {
    fc.assert(
      fc.property(inAnyOrder, (arrived) => {
        const messages = [...receiveAll(arrived).messages.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(messages.map((message) => message.at)).toEqual(messages.map((message) => message.at).sort());
      }),
    );
  });

  it('decides the same whenever it is decided', () => {
    const now = fc.constantFrom(at('00:00'), at('12:00'), at('+9 00:00'));
    fc.assert(
      fc.property(inAnyOrder, now, (arrived, decidedAt) => {
        const desk = new MemoryDesk(twoPolicies);
        for (const event of arrived) desk.receive(event, decidedAt);
        expect(theConversation(desk).clocks).toEqual(theConversation(receiveAll(arrived)).clocks);
      }),
    );
  });
});
