import type { Channel } from '../channel.ts';
import { challenge } from './challenge.ts';
import { parse } from './parse.ts';
import { split } from './split.ts';
import { verify } from './verify.ts';

/** X, formerly Twitter: posts and direct messages by the Account Activity API and by its successor, the X Activity API. */
export const x: Channel = {
  name: 'x',
  limits: {
    // Public text is counted in X's weighted characters (twitter-text, configuration 3); most beyond Latin script weigh two.
    text: { public: 280, private: 10_000 },
    privateWindow: undefined,
  },
  challenge,
  verify,
  split,
  parse,
};
