import { describe, expect, it } from 'vitest';
import { failed } from '../../../functions/domain/outbound.ts';
import type { Departure } from '../../../functions/domain/outbound-change.ts';
import { receiveAnswer } from '../../../functions/domain/receive-answer.ts';
import { replyTo } from '../../../functions/domain/reply.ts';
import { aDeparture, aMoment, anAftermath, aRefusal } from './departures.ts';
import {
  aCause,
  aConversation,
  anAnswerEvent,
  announced,
  aReply,
  at,
  aWaitingConversation,
  conversationAfter,
} from './desk.ts';

const sending = { attempts: 1, attemptedAt: at('10:30'), leasedUntil: at('10:31') };
const event = anAnswerEvent({ nativeId: 'n1', at: at('10:30:01') });

describe('the echo of what Hark sent', () => {
  const own = aDeparture('sending', sending);
  const change = receiveAnswer(event, { answered: own.conversation, departing: [own] }, aCause());

  it('makes the message sent, under the platform’s id, and no second one', () => {
    expect(change?.newMessages).toEqual([]);
    expect(change?.changedMessages).toMatchObject([{ id: 'c-ada.r1', state: 'sent', nativeId: 'n1' }]);
    expect(change?.newReferences).toMatchObject([{ nativeId: 'n1', messageId: 'c-ada.r1' }]);
    expect(announced(change)).toEqual(['message.sent']);
  });

  it('answers nobody who has written since', () => {
    const conversation = aWaitingConversation({ lastAnswerAt: at('09:00'), firstAnswerAt: at('09:00') });
    const departing = [aDeparture('sending', sending, { conversation })];
    const seen = receiveAnswer(event, { answered: conversation, departing }, aCause());
    expect(conversationAfter(seen)).toEqual(conversation);
  });

  it('goes to the conversation that it was written in, though the platform shows it in another', () => {
    const elsewhere = aWaitingConversation({ id: 'c-grace' });
    const nested = aDeparture('sending', { ...sending, under: 'm0' });
    const seen = receiveAnswer(
      { ...event, inReplyTo: 'm0' },
      { answered: elsewhere, departing: [nested] },
      aCause(),
    );
    expect(conversationAfter(seen)).toEqual(nested.conversation);
    expect(seen?.changedMessages).toMatchObject([{ id: 'c-ada.r1', state: 'sent' }]);
  });

  it('is found by its reference where nothing else is known of it, as with an invitation', () => {
    const invitation = aDeparture(
      'sending',
      { ...sending, invitation: true },
      { message: { visibility: 'private' } },
    );
    const shown = {
      ...event,
      visibility: 'private' as const,
      inReplyTo: undefined,
      person: { nativeId: 'psid-1' },
      clientReference: 'c-ada.r1',
    };
    const seen = receiveAnswer(shown, { departing: [invitation] }, aCause());
    expect(seen?.changedMessages).toMatchObject([{ id: 'c-ada.r1', state: 'sent' }]);
    expect(conversationAfter(seen)).toMatchObject({ id: 'c-ada', privateId: 'psid-1' });
    expect(seen?.identity?.after).toMatchObject({ nativeId: 'psid-1', threads: { 'desk-1': 'c-ada' } });
  });

  it('links nobody who was not invited', () => {
    const seen = receiveAnswer(
      { ...event, person: { nativeId: 'somebody' }, clientReference: 'c-ada.r1' },
      { departing: [own] },
      aCause(),
    );
    expect(conversationAfter(seen)).not.toHaveProperty('privateId');
  });
});

describe('the echo of a message that was given up', () => {
  const waiting = aWaitingConversation();
  const reply = replyTo(waiting, aReply(), aCause({ now: at('10:30') }));
  const [message] = reply.newMessages;
  const written: Departure = {
    conversation: conversationAfter(reply),
    message: {
      ...message,
      state: 'sending',
      outbound: { ...message.outbound, ...sending, leavesAt: at('10:30') },
    },
  };
  const lost = failed(written, aRefusal(), aMoment(), anAftermath());
  const given: Departure = {
    conversation: conversationAfter(lost),
    message: { ...written.message, state: 'failed' },
  };

  it('answers the person after all', () => {
    expect(given.conversation.unanswered).toHaveLength(1);
    const shown = { ...event, clientReference: message.id };
    const change = receiveAnswer(shown, { answered: given.conversation, departing: [given] }, aCause());
    expect(change?.changedMessages).toMatchObject([{ state: 'sent', nativeId: 'n1' }]);
    expect(conversationAfter(change)).toMatchObject({
      unanswered: [],
      clocks: [{ state: 'met', answeredAt: at('10:30') }],
    });
    expect(announced(change)).toEqual(['message.sent', 'clock.met']);
  });
});

describe('what somebody types in the platform’s app while the same words wait here', () => {
  it('is a message of its own, and ours still leaves', () => {
    const waiting = aDeparture('queued', { attempts: 0 });
    const change = receiveAnswer(event, { answered: aConversation(), departing: [waiting] }, aCause());
    expect(change?.newMessages).toMatchObject([{ nativeId: 'n1', state: 'sent' }]);
    expect(change?.changedMessages).toEqual([]);
  });
});
