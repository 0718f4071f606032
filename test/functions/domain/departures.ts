import type { Message, MessageState, Outbound } from '../../../functions/domain/message.ts';
import type { Departure, Moment } from '../../../functions/domain/outbound-change.ts';
import type { Refusal } from '../../../functions/domain/refusal.ts';
import type { Aftermath } from '../../../functions/domain/retract-answer.ts';
import { aConversation, aPolicy, aPolicyBook, at } from './desk.ts';

/*
 * Messages of ours on their way in the test desk: Mary answers Ada at 10:30.
 */

export const aMoment = (changes: Partial<Moment> = {}): Moment => ({
  now: at('10:31'),
  traceId: 'trace-1',
  actor: 'x',
  ...changes,
});

export const aRefusal = (changes: Partial<Refusal> = {}): Refusal => ({
  code: 'x:trouble',
  explanation: 'X could not be reached.',
  advice: 'There is nothing to do.',
  ...changes,
});

export const anAftermath = (changes: Partial<Aftermath> = {}): Aftermath => ({
  late: [],
  gone: [],
  policies: aPolicyBook(aPolicy()),
  ...changes,
});

export const anOutbound = (changes: Partial<Outbound> = {}): Outbound => ({
  leavesAt: at('10:30'),
  attempts: 0,
  ...changes,
});

/** Mary's answer, in a state. */
export function aDeparture(
  state: MessageState = 'queued',
  outbound: Partial<Outbound> = {},
  { message = {}, ...changes }: Partial<Omit<Departure, 'message'>> & { message?: Partial<Message> } = {},
): Departure {
  return {
    conversation: aConversation(),
    ...changes,
    message: {
      id: 'c-ada.r1',
      conversationId: 'c-ada',
      direction: 'outbound',
      visibility: 'public',
      author: { agentId: 'agent-1', name: 'Mary' },
      text: 'We look into it.',
      attachments: [],
      at: at('10:30'),
      receivedAt: at('10:30'),
      inReplyTo: 'm1',
      ...message,
      state,
      outbound: anOutbound(outbound),
    },
  };
}
