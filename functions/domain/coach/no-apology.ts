import { plain } from '../sentences.ts';
import { apologises } from './apology-words.ts';
import type { Rule } from './finding.ts';
import { FOREIGN_BUT, FOREIGN_LET_DOWN, FOREIGN_PLEASED } from './let-down-words.ts';

/** Words of people who are let down. Few and plain ones: to be told to say sorry for nothing is worse than not to be told. */
const LET_DOWN = [
  /\b(?:terrible|awful|horrible|horrendous|appalling|atrocious|dreadful|disgusting|disgraceful|unacceptable|ridiculous|pathetic|shambles|shameful|outrageous|abysmal|useless|worst|rip[- ]?off|scam(?:med|mers)?)\b/iu,
  /\b(?:disappoint(?:ed|ing|ment)|angry|furious|frustrat(?:ed|ing)|annoy(?:ed|ing)|fed up|sick of|unhappy|upset|livid|fuming)\b/iu,
  /\b(?:still waiting|been waiting|no (?:reply|response|answer|one answers|refund)|nobody (?:answers|replies|helps|cares)|ignored|never (?:again|arrived|came|received|replied)|waste of (?:time|money))\b/iu,
  /\b(?:(?:has|have|had|was|were|is|are|been|got|gets|keeps?) (?:\w+ )?(?:broken|damaged|lost|stolen|ruined|cancell?ed|delayed|overcharged|rude|cold and|dirty|filthy|crashing|missing)|(?:lost|ruined|broke|damaged) my|charged (?:me )?twice|double charged|overcharged|wrong (?:order|item|size|amount|bag|room))\b/iu,
  /\b(?:does(?:n't| not)|is(?:n't| not)|not|stopped|won't) work(?:ing)?\b|\bhas(?:n't| not) arrived\b|\bnot (?:arrived|happy|impressed|good enough|acceptable)\b/iu,
  ...FOREIGN_LET_DOWN,
];
const PLEASED =
  /\b(?:love|loved|great|amazing|awesome|excellent|wonderful|fantastic|brilliant|best|happy with|thank(?:s| you)|well done|no complaints?|not (?:at all )?(?:disappointed|upset|angry|bad)|never (?:been )?(?:disappointed|let down)|sorted now|works? now)\b/iu;
const BUT =
  /\b(?:but|however|although|though|yet|still|unfortunately|shame|sadly|thanks for nothing|for nothing)\b/iu;

/** Says that an answer to somebody who was let down does not say sorry. */
export const noApology: Rule = ({ reply, to, dissatisfied, apologised }) => {
  if (!(dissatisfied ?? soundsLetDown(to)) || apologised || apologises(plain(reply))) return undefined;
  return {
    why: 'The customer is dissatisfied, and nothing in the answer says sorry.',
    suggestion: 'Begin with what went wrong in their words and say sorry for it; then what happens now.',
    level: 'hint',
  };
};

/** Whether a customer's words are those of somebody who was let down. */
export function soundsLetDown(message: string): boolean {
  const text = plain(message);
  const isPleased = PLEASED.test(text) || FOREIGN_PLEASED.test(text);
  return (
    LET_DOWN.some((words) => words.test(text)) && (!isPleased || BUT.test(text) || FOREIGN_BUT.test(text))
  );
}
