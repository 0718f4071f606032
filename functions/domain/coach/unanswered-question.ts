import { promisesAnything } from '../promise.ts';
import { plain, sentencesOf } from '../sentences.ts';
import { deflection } from './deflection.ts';
import type { Rule } from './finding.ts';

/** A question that wants a certain kind of answer, and what such an answer holds. */
interface Kind {
  asks: RegExp;
  answers: RegExp;
  wants: string;
}

const TIME =
  /\d|\b(?:today|tomorrow|tonight|yesterday|now|already|soon|shortly|later|morning|noon|afternoon|evening|night|midnight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|daily|every|always|never|week(?:s|end)?|month|year|day|hours?|minutes?|once|until|till|as soon as|immediately|when|summer|winter|spring|autumn|one|two|three|four|five|six|seven|eight|nine|ten)\b/iu;
const KINDS: Kind[] = [
  {
    asks: /\b(?:how much|what (?:does it|do they|would it|is the) (?:cost|price|fee)|what(?:'s| is) the (?:price|cost|fee|fare|charge))\b/iu,
    answers:
      /\d|\b(?:free|no (?:charge|cost|fee)|nothing|included|complimentary|euros?|dollars?|pounds?|cents?|on us|on the house|percent)\b/iu,
    wants: 'how much it is',
  },
  {
    asks: /\bhow many\b/iu,
    answers:
      /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|none|no|all|unlimited|as many|several|few|dozen)\b/iu,
    wants: 'how many',
  },
  {
    asks: /\b(?:when|what time|what day|opening (?:hours|times)|how (?:long|soon|late|early))\b/iu,
    answers: TIME,
    wants: 'when',
  },
  {
    asks: /\bwhere\b/iu,
    answers:
      /\d|https?:|\b(?:in|at|on|near|under|behind|opposite|next to|outside|inside|above|below|between|by|around|from|to|via|here|there|street|floor|room|page|menu|tab|online|everywhere|nowhere)\b/iu,
    wants: 'where',
  },
  {
    asks: /^\W*(?:\w+[,:]? ){0,3}?why\b/iu,
    answers:
      // Reasons come in any words, so a sentence of some length may be one.
      /\b(?:because|due to|since|reason|caused?|as|so that|owing|after|mistake|fault|error|problem|issue|broke\w*|fail\w*|outage|delay\w*|out of|weather|strike|maintenance|wrong|means?|for safety|to (?:protect|keep|make|ensure|avoid))\b|(?:\S+\s+){4}\S+/iu,
    wants: 'why',
  },
  {
    asks: /\bhow (?:do|can|could|should|would|to|does) (?:i|we|one|it|you|my|this)?\b/iu,
    answers:
      /https?:|\b(?:click|tap|go|open|select|choose|enter|press|use|log|sign|send|download|turn|hold|reset|try|follow|steps?|settings|you (?:can|just|need|only|may|could)|by|just|please|link|app|page|form|bring|show|ask|fill|pick|put|add|remove|change|book|cancel|scan|type|write|call|dm|message)\b/iu,
    wants: 'how to do it',
  },
  {
    asks: /(?:^|[,;:.!-] ?|\b(?:and|so|but|hi|hello|hey|please|also|@\w+) )(?:can|could|do|does|did|is|are|will|would|may|have|has|was|were|should) (?:i|you|we|it|they|there|he|she|this|that|these|those|the|your|my|our|any\w*|some\w*)\b/iu,
    answers:
      /\b(?:yes|yep|yeah|no|nope|sure|of course|certainly|absolutely|definitely|indeed|unfortunately|sadly|sorry|afraid|not|n't|cannot|can't|don't|doesn't|isn't|aren't|won't|can|could|may|will|would|do|does|did|is|are|was|were|has|have|available|possible|possibly|allowed|done|happy to|welcome|correct|right|glad to|ok(?:ay)?)\b|n't\b/iu,
    wants: 'yes or no',
  },
];
/** Many ask without a question mark. */
const IS_QUESTION =
  /\?|^\W*(?:(?:hi|hello|hey|@\w+)[\s,!]+)*(?:when (?:do|does|is|are|will|can)|where (?:do|does|is|are|can)|how (?:much|many|long)|how (?:do|can) i|what time|what are your)\b/iu;
/** Asked to be angry, not to be told. */
const RHETORICAL =
  /\b(?:kidding|joking|joke|serious(?:ly)?|wrong with you|what the|wtf|how (?:dare|hard|difficult|stupid|is (?:this|that|it) (?:acceptable|ok|okay|possible|even|still))|why (?:do|did|would|should) (?:i|we|anyone|anybody|you) (?:even|ever|bother|pay|still|always|keep|never)|why even|why bother|really|who (?:cares|does that)|do you (?:even|ever|care|people)|are you (?:even|guys|people|for real|blind|deaf|stupid|sleeping)|is (?:this|that|anyone|anybody|there anyone|there anybody) (?:a joke|how|what|even|there|alive|awake|home|really)|isn't it|aren't they|right|anyone there|anybody there|how many times|what kind of|how long (?:do|must|will) (?:i|we) have to)\b/iu;
/** Answers that give what is not known yet, or ask back, or move on to where it can be said. */
const TAKEN_UP =
  /\?|\b(?:don't know|not sure|do not know|no information|can't say|cannot say|find out|check(?:ing|ed)?|look(?:ing|ed)? into|investigat\w+|dm|direct message|private message|pm us|inbox|message us|let us know|let me know|tell us|tell me|send (?:us|me)|could you|share your|ask(?:ed|ing)?|link|here:|attached|see (?:the|our|your))\b|https?:/iu;
const COMMON =
  /^(?:the|and|you|your|our|are|is|for|with|that|this|have|has|can|could|will|would|when|where|what|how|why|who|does|did|was|were|not|but|from|there|here|please|thanks|thank|hello|much|many|long|about|just|get|any|all|been|they|them|its|i'm|it's|still|been|me|my|we|us|be|do|to|of|in|on|at|it|if|or|so|as|an|a|i)$/iu;

/** Says that an answer does not hold what was asked for. Says so only when it holds no trace of it. */
export const unansweredQuestion: Rule = (draft) => {
  const { reply, to } = draft;
  const asked = sentencesOf(plain(to)).filter(({ text }) => IS_QUESTION.test(text) && !RHETORICAL.test(text));
  const kinds = asked.flatMap(({ text }) => KINDS.find(({ asks }) => asks.test(text)) ?? []);
  const text = plain(reply);
  const [first] = kinds;
  if (!first || TAKEN_UP.test(text) || kinds.some(({ answers }) => answers.test(withoutPoliteness(text))))
    return undefined;
  if (isAbout(text, asked.map((sentence) => sentence.text).join(' ')) || promisesAnything(text))
    return undefined;
  // That it sends them elsewhere says as much.
  if (deflection(draft)) return undefined;
  return {
    why: `The customer asks ${first.wants}, and the answer does not say.`,
    suggestion: 'Answer that first, in one sentence; if you do not know yet, say when you will.',
    level: 'hint',
  };
};

/** Without what every polite answer holds, which would pass for an answer. */
function withoutPoliteness(text: string): string {
  return sentencesOf(text)
    .filter(
      ({ text: sentence }) =>
        !/\b(?:thank(?:s| you)|reaching out|getting in touch|contacting us|appreciate|your (?:feedback|patience|message|interest|understanding)|hope|have a (?:nice|great|good|lovely)|sorry (?:for|to hear|about)|apologi[sz]e|value (?:you|your)|important to us|great day)\b/iu.test(
          sentence,
        ),
    )
    .map((sentence) => sentence.text)
    .join(' ');
}

/** Whether an answer takes up at least two words of the question. */
function isAbout(text: string, question: string): boolean {
  const words = (of: string) =>
    new Set((of.toLowerCase().match(/[\p{L}']{3,}/gu) ?? []).filter((word) => !COMMON.test(word)));
  const asked = words(question);
  return [...words(text)].filter((word) => asked.has(word)).length >= 2;
}
