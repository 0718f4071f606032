import type { ChannelLimits } from '../channel.ts';

/** What X takes of an ordinary account. */
export const limits: ChannelLimits = {
  // Public text is counted in X's weighted characters (twitter-text, configuration 3); most beyond Latin script weigh two.
  text: { public: 280, private: 10_000 },
  counts: { public: 'weighted', private: 'utf-16' },
  privateWindow: undefined,
};
