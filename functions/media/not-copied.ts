import type { Refusal } from '../domain/refusal.ts';

const LOOK = 'Open the conversation on the platform to see it there.';

/** Why a customer's file is not with us, in words for the agent who misses it. */
export const notCopied = {
  gone: {
    code: 'media:gone',
    explanation: 'The platform no longer shows this file: its author took it back, or its address ran out.',
    advice: 'Ask the person to send it again.',
  },
  'too-large': {
    code: 'media:too-large',
    explanation: 'This file has more than 25 MB, which is more than Hark copies.',
    advice: LOOK,
  },
  kind: {
    code: 'media:kind',
    explanation: 'Hark keeps pictures, films, sounds and documents; this file is something else.',
    advice: `${LOOK} Be careful with files that you did not expect.`,
  },
  elsewhere: {
    code: 'media:elsewhere',
    explanation: 'This file does not lie with the platform itself, and Hark fetches nothing from elsewhere.',
    advice: LOOK,
  },
  unreachable: {
    code: 'media:unreachable',
    explanation: 'The platform did not hand this file over, though Hark asked several times.',
    advice: LOOK,
  },
} as const satisfies Record<string, Refusal>;
