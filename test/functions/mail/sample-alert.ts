import { fireClock, startClock } from '../../../functions/domain/clock.ts';
import type { Clock, ClockStep } from '../../../functions/domain/clock-schema.ts';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import type { Message } from '../../../functions/domain/message.ts';
import { defaultPolicies, policyFor } from '../../../functions/domain/policy.ts';
import type { AlertMailInput } from '../../../functions/mail/alert-mail.ts';

/** An id as the store makes them. */
export const CONVERSATION_ID = '01KAK4Y5A0Q3ZB7T9V1N2M4X6R';
export const WAITING_SINCE = '2026-11-21T10:00:00.000Z';

const MESSAGE_ID = `${CONVERSATION_ID}.01KAK4Y5A0Q3ZB7T9V1N2M4X6S`;

/** When each step of the clock is told: a second after it fell due, which is two hours after the message. */
const told = {
  warning: '2026-11-21T11:30:01.000Z',
  breach: '2026-11-21T12:00:01.000Z',
  'escalation-1': '2026-11-21T12:15:01.000Z',
  'escalation-2': '2026-11-21T13:00:01.000Z',
} as const;
export type SampleStep = keyof typeof told;

export interface Differences {
  conversation?: Partial<Conversation>;
  contact?: Partial<Conversation['contact']>;
  /** What the clock became after its step was told. */
  clock?: Partial<Clock>;
  message?: Partial<Message>;
  input?: Partial<AlertMailInput>;
}

/** Somebody wrote on X and waits; `step` is being told, the ones before it were. */
export function sampleAlert(
  name: SampleStep,
  differences: Differences = {},
): AlertMailInput & { message: Message } {
  const now = told[name];
  const clock = { ...firedUntil(now), ...differences.clock };
  const message = { ...sampleMessage, ...differences.message };
  const conversation = { ...conversationOf(clock, differences), ...differences.conversation };
  const input = {
    conversation,
    clock,
    step: stepNamed(clock, name),
    consoleUrl: 'https://desk.example.com',
    now,
  };
  return { ...input, ...differences.input, message };
}

function firedUntil(now: string): Clock {
  const policy = policyFor(defaultPolicies, { channel: 'x', visibility: 'public', priority: 'normal' });
  const running = startClock({
    id: 'c1',
    kind: 'firstResponse',
    startedAt: WAITING_SINCE,
    messageId: MESSAGE_ID,
    policy,
    book: defaultPolicies,
  });
  const instants = Object.values(told).filter((instant) => instant <= now);
  return instants.reduce((clock, instant) => fireClock(clock, instant).clock, running);
}

function stepNamed(clock: Clock, wanted: string): ClockStep {
  const step = clock.steps.find(({ name }) => name === wanted);
  if (!step) throw new Error(`The clock has no step ${wanted}.`);
  return step;
}

const sampleMessage: Message = {
  id: MESSAGE_ID,
  conversationId: CONVERSATION_ID,
  nativeId: '1991234567890123456',
  direction: 'inbound',
  visibility: 'public',
  author: { name: 'Ines Okoro', handle: 'ines_okoro', nativeId: '77' },
  text: 'my parcel LS-20431 is late',
  attachments: [],
  at: WAITING_SINCE,
  receivedAt: '2026-11-21T10:00:02.000Z',
  state: 'received',
};

function conversationOf(clock: Clock, { contact }: Differences): Conversation {
  return {
    id: CONVERSATION_ID,
    version: 1,
    channel: 'x',
    accountId: '4400000000000000001',
    contactId: 'k1',
    contact: {
      nativeId: '77',
      name: 'Ines Okoro',
      handle: 'ines_okoro',
      followers: 12_400,
      verified: true,
      ...contact,
    },
    status: 'open',
    visibility: 'public',
    teamId: 'support',
    priority: 'normal',
    preview: 'my parcel LS-20431 is late',
    lastMessageId: MESSAGE_ID,
    lastMessageAt: WAITING_SINCE,
    messageCount: 1,
    unanswered: [{ messageId: MESSAGE_ID, at: WAITING_SINCE }],
    clocks: [clock],
    clockCount: 1,
    openedAt: WAITING_SINCE,
    traceId: 'trace-1',
  };
}
