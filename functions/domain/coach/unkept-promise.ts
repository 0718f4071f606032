import { apologises } from './apology-words.ts';
import type { Rule } from './finding.ts';

/** Says that we promised something, its time has passed, and the answer says no word of it. */
export const unkeptPromise: Rule = ({ reply, broken = [] }) => {
  const [oldest] = broken;
  if (!oldest || apologises(reply)) return undefined;
  return {
    why: `“${oldest.text}” was promised and not kept; the customer will remember.`,
    suggestion: 'Say sorry for that first, and then what is true now.',
    level: 'hint',
  };
};
