import { blame } from './coach/blame.ts';
import { capitals } from './coach/capitals.ts';
import { deflection } from './coach/deflection.ts';
import type { Draft, Finding, Rule, RuleName } from './coach/finding.ts';
import { noApology } from './coach/no-apology.ts';
import { personalData } from './coach/personal-data.ts';
import { repeatedText } from './coach/repeated-text.ts';
import { tooLong } from './coach/too-long.ts';
import { unansweredQuestion } from './coach/unanswered-question.ts';
import { unkeptPromise } from './coach/unkept-promise.ts';

/** Every rule, in the order in which their findings matter. */
const rules: Record<RuleName, Rule> = {
  'personal-data': personalData,
  deflection,
  'unanswered-question': unansweredQuestion,
  'no-apology': noApology,
  blame,
  capitals,
  'repeated-text': repeatedText,
  'too-long': tooLong,
  'unkept-promise': unkeptPromise,
};

/**
 * What an experienced colleague would say of a draft before it is sent. The rules are made to be trusted: a warm, concrete answer
 * gets no finding, as a coach that cries wolf is switched off.
 */
export function coach(draft: Draft): Finding[] {
  if (draft.reply.trim() === '') return [];
  const names = Object.keys(rules).flatMap((name) => (isRule(name) ? [name] : []));
  return names.flatMap((rule) => {
    const found = rules[rule](draft);
    return found ? [{ rule, ...found }] : [];
  });
}

function isRule(name: string): name is RuleName {
  return name in rules;
}
