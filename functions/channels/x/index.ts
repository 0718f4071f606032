import type { Channel } from '../channel.ts';
import { xEdge } from './edge.ts';
import { parse } from './parse.ts';

/** X, formerly Twitter: posts and direct messages by the Account Activity API and by its successor, the X Activity API. */
export const x: Channel = {
  ...xEdge,
  limits: {
    // Public text is counted in X's weighted characters (twitter-text, configuration 3); most beyond Latin script weigh two.
    text: { public: 280, private: 10_000 },
    privateWindow: undefined,
  },
  parse,
};
