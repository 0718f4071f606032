import type { Rule } from './finding.ts';

/** Says that an answer is longer than its channel takes. */
export const tooLong: Rule = ({ measured }) => {
  if (!measured || measured.length <= measured.limit) return undefined;
  const { length, limit, channel } = measured;
  return {
    why: `The answer has ${length} characters as ${channel} counts them; ${limit} fit.`,
    suggestion: 'Shorten it, or send it in numbered parts.',
    level: 'hint',
  };
};
