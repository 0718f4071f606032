/**
 * How people promise, in English, as patterns. Recognised are words of ours that say that one of us will do something for the
 * customer: `I'll get back to you`, `our team is going to fix it`, `you'll hear from us`, `let me find out`, `back to you by 5`.
 * Each verb stands here because a promise is often made with it; what is not here is no promise, which keeps `I'll be honest`,
 * `we'll see` and `I'll miss you` out.
 */

const ADVERBS =
  '(?:(?:also|then|now|just|certainly|definitely|personally|gladly|immediately|quickly|first|right away|of course|make sure to|make sure and|be sure to|go and|go ahead and|do my best to|do our best to|try to|try and|absolutely|happily|both|all|today|tomorrow|later|shortly|soon|next|get someone to|have (?:someone|somebody|a colleague|one of (?:my|our) colleagues|(?:our|my|the) \\w+(?: \\w+)?)|ask (?:someone|somebody|a colleague|my colleague|(?:our|my|the) \\w+(?: \\w+)?) to),? ){0,3}';

/** Doings that keep a promise: the customer hears from us. */
const TELLING = [
  '(?:get|come|circle|report|write|revert|call|ring)(?: right| straight)? back',
  'get right back',
  'revert',
  'be (?:right )?back(?: in touch| to you| with)',
  'be back(?= (?:by|in|before|at|tomorrow|this|within|soon|shortly))',
  '(?:be|get|stay|keep) in (?:touch|contact)',
  'reach out',
  'follow(?: (?:this|that|it))?[- ]?up',
  'be (?:right )?with you',
  'be (?:calling|ringing|phoning|e-?mailing|texting|messaging|contacting|writing|getting back|coming back|replacing|sending|shipping|refunding|updating|posting)',
  'let (?:you|u|ya|everyone|everybody) know',
  '(?:keep|have) (?:you|u|everyone|everybody) (?:posted|updated|informed|in the loop|up to date)',
  'update (?:you|this|the|our|everyone)',
  '(?:post|share|send|provide|give(?: you)?|have)(?: you)? (?:an?|the|another|more|our|your|some|further|fresh|any)(?: \\w+){0,3} (?:answer|reply|response|update|news|information|details|word|status|eta|quote|estimate|solution|explanation)s?',
  '(?:have|get)(?: you)? (?:an|some|your) (?:answer|reply|response|update|news)s?',
  '(?:inform|notify|advise|tell|contact|call|ring|phone|text|message|dm|pm|e-?mail|mail|ping|buzz|whatsapp) (?:you|u|ya)',
  'give (?:you|u) an? (?:quick |short )?(?:call|ring|bell|shout|buzz|update|answer)',
  'drop (?:you|u) (?:an?|the) \\w+',
  'write (?:to )?you',
  '(?:reply|respond)',
  'answer (?:you|your|this|that|it|within|by|in)',
  'confirm',
  'have(?: got)? (?:it|this|that|everything|things|your [\\w-]+|the [\\w-]+|an? [\\w-]+|someone|somebody)(?: \\w+){0,3}? (?:fixed|sorted|resolved|ready|done|delivered|call|contact|ring|e-?mail|write|reach|for you|sent|shipped|replaced|repaired|corrected|in touch)',
  'remind',
  'speak (?:to|with) you',
  'talk to you',
];

/** Doings on the way to an answer: what they lead to is what the customer waits for. */
export const PREPARING = [
  'find (?:this |that |it |the \\w+ )?out',
  '(?:double[- ]?|re-?)?check',
  'look (?:straight |right |further |deeper )?(?:into|at|up|over|after)',
  '(?:take|have) an? (?:\\w+ )?look',
  'investigate',
  'inquire',
  'enquire',
  'ask(?! you)',
  '(?:speak|talk|liaise|consult|check in|chat)(?: to| with)(?! you)',
  'chase',
  'raise',
  'escalate',
  'dig',
  'review',
  'research',
  'see (?:what|if|whether|how|why)',
  'verify',
  'go (?:through|over|and (?:check|ask|look))',
  'get (?:to the bottom|(?:it|this|that|your \\w+) (?:checked|looked at|looked into))',
  'trace',
  'track (?:it|this|that|your|the)',
  'inspect',
  'figure (?:this |that |it )?out',
  'discuss',
  'contact(?! you)',
  'call (?:the|our|them|my)',
];

/** Doings that are the help itself. */
const HELPING = [
  'fix',
  'resolve',
  'sort',
  'repair',
  'solve',
  'rectify',
  'correct',
  'refund',
  'reimburse',
  'compensate',
  'replace',
  'exchange',
  'send',
  're-?send',
  '(?:re-?)?ship',
  'dispatch',
  'deliver',
  'credit',
  'cancel',
  're-?book',
  'book you',
  'arrange',
  'organi[sz]e',
  'process',
  'issue',
  'transfer',
  'reset',
  'unlock',
  'restore',
  're-?open your',
  'remove',
  'reserve',
  'set aside',
  'hold (?:it|one|your|the|a)',
  'waive',
  'upgrade you',
  'reverse',
  'adjust',
  'return (?:it|your|the)',
  'bring (?:you|it|your|the)',
  'pick (?:it |this |that |your \\w+ )?up',
  'collect (?:it|your|the)',
  'prepare',
  '(?:make sure|ensure|see to it)(?! to\\b)',
  'take care of',
  'handle',
  'deal with',
  'complete',
  'finish',
  'get (?:it|this|that|these|your [\\w-]+|the [\\w-]+|everything|things|an? [\\w-]+)(?: \\w+){0,2}? (?:done|fixed|sorted|resolved|sent|out|to you|back|over|replaced|shipped|ready|working|for you)',
  'get (?:you|someone|somebody|one of) ',
  'provide',
  'publish',
  'put (?:you|it|this|that|your|a|the)',
  'schedule',
  'visit',
  'release',
  'roll out',
  'come (?:by|over|round|to you|and)',
  'do (?:that|this|so|it)',
  'forward',
  'pass (?:it|this|that|your \\w+|these|them)',
  'change (?:it|your|the)',
  'activate',
  'deactivate',
  'delete',
  'tell (?:the|our|them)',
  'handle',
];

/** What is said and done at once, so that nobody waits for it, unless it names a time. */
export const DONE_AT_ONCE =
  /^(?:forward|pass (?:it|this|that|your \w+|these|them)|tell (?:the|our|them)|deal with|handle|make sure|ensure|see to it|confirm|prepare|provide|deliver|put|get (?:you|someone|somebody|one of)|do (?:that|this|so|it)|remove|remind|visit|complete|finish|raise|delete)/iu;

const DOINGS = [...TELLING, ...PREPARING, ...HELPING].join('|');
const PREPARING_FIRST = new RegExp(`^(?:${PREPARING.join('|')})\\b`, 'iu');

const GROUP =
  '(?:team|department|dept|colleagues?|engineers?|technicians?|techs?|experts?|specialists?|managers?|supervisors?|agents?|staff|crew|support|folks|people|office|warehouse|kitchen|chef|driver|developers?|devs?|advis[eo]rs?|service|reps?|representatives?|lead|boss|director|accountant|librarian|doctor|nurse|vet|receptionist|concierge|host|pharmacist|mechanic|members?(?: of (?:our|the|my) \\w+)?)';
const OF_GROUP = '(?:,? (?:from|in|at|of|on) (?:the |our |my )?\\w+(?: (?!will\\b)\\w+)?)?';
const WE = `(?<who>i|we|our end|(?:my|our|the) (?:[\\w-]+ ){0,3}?${GROUP}${OF_GROUP}|(?:an?|one of (?:my|our|the)|another|some) (?:[\\w-]+ ){0,3}?${GROUP}${OF_GROUP}|(?:someone|somebody|one of us)(?: else)?(?: (?:from|in|on|at) (?:the |our |my )?[\\w-]+(?: (?!will\\b|is\\b)[\\w-]+){0,2})?|my colleague,? \\p{Lu}\\p{L}+,?|\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+)?,? (?:from|in|at) (?:our |the |my )?[\\w-]+(?: team| department)?,?)`;
const WILL =
  "(?:,? (?:who|that)(?:'ll| will)|(?<=(?<![\\w'])i)ll|(?:'m|'re|'s| am| are| is| have| has|'ve)(?: \\w+){1,7}?,? and(?: i| we)?(?:'ll| will)|'ll| ll|,? will|,? shall|(?:'m|'re| am| are| is|'s) (?:going to|gonna|about to)| gonna| promise(?: you)? to| guarantee to| commit to)";

/** One of us will do something: who, and what. */
export const WE_WILL = new RegExp(`(?<![\\w'])${WE}${WILL} ${ADVERBS}(?<doing>${DOINGS})(?![\\w'-])`, 'iu');
/** Where another promise may begin within a sentence. */
export const WE_WILL_START = new RegExp(
  `(?:(?:[,;:]|\\s-)\\s*(?:(?:and|but|so|or|then|also|meanwhile|plus)\\s+)?(?:then\\s+)?|\\s(?:and|but|then|so)\\s+(?:then\\s+)?)(?=(?:${WE}${WILL}|you(?:'ll| will) (?:hear|get|have|receive)) )`,
  'giu',
);
/** One of us is doing something now and names the time at which it is done. */
export const WE_ARE = new RegExp(
  `(?<![\\w'])${WE}(?:'m|'re|'s| am| are| is) ${ADVERBS}(?<doing>calling|ringing|phoning|sending|shipping|getting back|coming back|posting|e-?mailing|texting|refunding|replacing|dispatching|returning|visiting|delivering|processing|resolving|following up)(?![\\w'-])`,
  'iu',
);
/** Somebody by name will speak to the customer; in capitals are companies, and these names are too. */
export const ANNA_WILL =
  /(?<![\w'])(?:(?:Dr|Mr|Mrs|Ms)\.? )?(?<who>(?!Hermes|Paypal|Klarna|Visa|Amazon|Apple|Google|You|They|It|This|That|There|Who|What|Customs|Nobody|Which)\p{Lu}\p{Ll}+)(?: \p{Lu}\p{Ll}+)? (?:will|is going to) (?<doing>(?:call|phone|ring|e-?mail|contact|message|text|write to|update|answer) you|get back to you|be in touch|get in touch|reach out|follow up)\b/u;
/** The customer will hear from us. */
export const YOU_WILL =
  /(?<![\w'])(?:you(?:'ll| will| shall| should|'re going to| are going to| can expect to| can expect|'ll be| will be)|expect(?: to)?)(?: also| then| soon| shortly| certainly| definitely)? (?<doing>(?:be )?hear(?:ing)?(?: back)? (?:from )?(?:me|us|our|the team|a colleague|someone|my)\b|(?:(?:have|get|receive) )?(?:an?|the|my|our|your|another|some|more)(?: [\w-]+){0,3}? (?:answer|reply|response|update|news|call ?back|word)\b|(?:(?:have|get|receive) )?(?:an?|the|my|our|your|another)(?: [\w-]+){0,2}? (?:call|e-?mail|message|text|dm|letter|replacement|visit)\b[^.]*?(?:from (?:me|us|our|my)|by|within|today|tomorrow|before)\b|be (?:contacted|called|informed|notified|updated|kept (?:posted|updated|informed)) (?:by|within|before|today|tomorrow|as soon|shortly|soon))/iu;
/** It will be done; a promise of ours only with a time, and only where it is ours to do. */
export const IT_WILL_BE =
  /(?<![\w'])(?:it|this|that|these|they|everything|all of (?:it|this)|(?:your|the|our|a) (?:new |missing |wrong |broken |faulty )?[\w-]+(?: (?!will\b)[\w-]+){0,2})(?:'ll| will| should|'s going to| is going to) (?:also |definitely |all )?(?:be|have been|get) (?:all )?(?<doing>fixed|resolved|sorted|repaired|replaced|sent|shipped|dispatched|posted|answered|corrected|restored|solved|rectified|reviewed|processed by us|handled|done|ready|up and running|back up|back online|called|reopened|unlocked|cancelled|picked up|collected|live again|working again)\b/iu;
/** "An update will follow", "more information to come". */
export const NEWS_WILL_FOLLOW =
  /(?:^|[,!:-] )(?!we |i |you |they )(?:(?:an?|our|my|the|more|another|further|full|next) )?(?:[\w-]+ ){0,2}?(?:answer|reply|response|update|news|info|information|details|word)s? (?<doing>(?:will|to) (?:follow|come|be (?:with you|posted|shared|sent|published|given))|(?:(?:coming|due|expected) )?(?:by|within|before) (?=\d|the|noon|end|close|tomorrow|to(?:day|night)|mon|tue|wed|thu|fri|sat|sun|an?\b))/iu;
/** "Let me find out", "allow us to check". */
export const LET_ME = new RegExp(
  `(?<![\\w'])(?:please )?(?:(?:let|allow) (?<who>me|us|our team|my colleague|the team)|leave it with (?:me|us)[,:-]*(?: and)?(?: i| we)?(?:'ll| will)?) (?:to )?${ADVERBS}(?<doing>${DOINGS})(?![\\w'-])`,
  'iu',
);
/** "Give me an hour", "bear with us until 5": a promise by its time alone. */
export const GIVE_ME =
  /(?<![\w'])(?:give|allow) (?<who>me|us) (?<doing>(?:about |around |just |up to )*(?:until|till|an? (?:hour|day|week|couple)|(?:one|two|three) \w+|\d+|half an)\b)/iu;
/** Sentences without a subject: "Will get back to you", "Back to you by 5", "Getting back to you today". */
export const NOBODY_WILL = new RegExp(
  `^(?:(?:ok(?:ay)?|sure|hi|hello|hey|thanks|thank you|sorry|absolutely|of course|no problem|got it|noted|on it|certainly|great)(?: \\p{Lu}\\p{L}+)?[,!: -]+)*(?:(?:checking|looking)[^,;]*[,;] ?(?:and )?)?(?:will (?!you\\b|it\\b|this\\b|that\\b|we\\b|i\\b|be (?:happy|glad|sure)\\b)${ADVERBS}(?<doing>${DOINGS})(?![\\w'-])|(?<back>back (?:to|with|in touch)|getting back to you|reverting|talk to you|speak to you)\\b)`,
  'iu',
);

/** Whether a doing only leads to an answer. */
export function isPreparing(doing: string): boolean {
  return PREPARING_FIRST.test(doing);
}
