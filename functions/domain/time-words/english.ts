import { casual } from 'chrono-node/en';
import { counted, type TimeWords } from './time-words.ts';

const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve';
const NUMBER = NUMBERS.replaceAll(' ', '|');
const COUNT = `(?:\\d{1,3}(?:\\.\\d)?|an?|${NUMBER}|a couple(?: of)?|half an?|the(?: next)?)`;
const UNIT =
  '(?<unit>min(?:ute)?s?|h(?:ou)?rs?|h|(?:business |working |work |week)?days?|weeks?|fortnights?|months?)';
const SPAN = `(?:${COUNT}\\s*(?:-|to|or)\\s*)?(?<count>${COUNT})\\s*${UNIT}(?<half> and a half)?`;
/** "Within two hours", "in the next 30 minutes", "2 hours from now", "give me until an hour from now". */
const DURATION = new RegExp(
  `\\b(?:with ?in|in|inside|after|give (?:me|us))\\s+(?:about |around |roughly |approximately |less than |under |at most |no more than |max(?:imum)? |the next |the (?:following|coming) )*${SPAN}\\b(?! of (?:receiv|order|deliver|purchas))`,
  'iu',
);
const FROM_NOW = new RegExp(
  `\\b${SPAN}\\s+(?:from now|at (?:the )?(?:most|latest)|max(?:imum)?|tops)\\b`,
  'iu',
);
/** The day or time of something that is talked about, not of what is promised. */
const OF_A_THING =
  /\b(?:booking|order|reservation|flight|appointment|delivery|message|e-?mail|tweet|post|visit|stay|trip|train|bus|call|invoice|bill|payment|charge|purchase|meeting|event|class|parcel|package|shift|ticket|show|dinner|lunch|rental|experience|complaint)s?(?: number)?(?: [#\w]*\d\w*)? (?:on|of|from(?! me| us| our| my| the team)|for|at|dated|scheduled for|that was due|due)(?: the| last| this| next)? [^,;]*?(?=,|;| and | to | then | but | or |$)/giu;
const A_TIMED_THING =
  /\b(?:your|the|our|his|her|an?) (?:\d{1,2}(?::\d\d)? ?(?:am|pm)?|morning|afternoon|evening|\w+day) (?:flight|train|bus|booking|reservation|appointment|slot|delivery|show|class|meeting|session|table|order|shift)s?\b/giu;
const BY_HOUR = 'by|before|until|till|at|around';

/** How English speaks of the time by which something is done. */
export const english: TimeWords = {
  dates: casual,
  falseDates:
    /^(?:sat|sun|mar|may|march|now|second|sec|mon|wed|the (?:second|minute|hour|day|week|month|year)|(?:the )?end of .*)$|\b(?:ago|last|yesterday|few|several|some)\b/iu,
  rewrites: [
    [OF_A_THING, ' '],
    [A_TIMED_THING, ' '],
  ],
  numbers: { ...counted(NUMBERS), half: 0.5, 'half a': 0.5, 'half an': 0.5, 'a couple': 2, 'a couple of': 2 },
  durations: [DURATION, FROM_NOW],
  units: [
    [/^m(?:in|$)/iu, 'minutes'],
    [/^h/iu, 'hours'],
    [/^(?:business|work|week\s?day)/iu, 'working days'],
    [/^d/iu, 'days'],
    [/^w/iu, 'weeks'],
    [/^f/iu, 'fortnights'],
    [/^mo/iu, 'months'],
  ],
  days: [
    [/\bday after (?:tomorrow|tmrw)\b/iu, 2],
    [/\b(?:tomorrow|tomorow|tommorow|tommorrow|tmrw|tmr|2moro)\b/iu, 1],
    [/\b(?:today|tonight|this (?:morning|afternoon|evening))\b/iu, 0],
  ],
  dayOfMonth: /\b(?:by|on|before|until|till)\s+the\s+(?<day>\d{1,2})(?:st|nd|rd|th)\b/iu,
  dayEnd:
    /\b(?:(?:the )?(?:very )?end of (?:the |this |my |our |your |to)?(?:(?:business|working|work) )?(?:day|shift|play|business)|end of (?:today|tomorrow|(?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)|eod|eob|cob|close of (?:business|play|day)|before (?:we|I) (?:close|leave|finish|go home)|before closing(?: time)?)\b/iu,
  businessEnd: /\b(?:eob|cob|close of (?:business|play)|end of (?:the )?business day)\b/iu,
  weekEnd:
    /\b(?:end of (?:the|this) (?:working |business )?week|eow|this week|(?:before|by) the weekend)\b/iu,
  weekend: /\b(?:over|during|on|at|this) (?:the )?weekend\b/iu,
  nextWeek:
    /\b(?:(?<early>early|the start of|the beginning of)|(?<mid>mid|the middle of)|late|the end of)? ?next week\b/iu,
  monthEnd: /\b(?:end of (?:the|this) month|this month)\b/iu,
  nextMonth: /\bnext month\b/iu,
  dayParts: [
    [/\bfirst thing\b/iu, 10],
    [/\bmorning\b/iu, 12],
    [/\b(?:noon|midday)\b/iu, 12],
    [/\blunch(?: ?time)?\b/iu, 13],
    [/\bafternoon\b/iu, 18],
    [/\bevening\b/iu, 22],
  ],
  night: /\b(?:tonight|midnight)\b/iu,
  noon: /\b(?:noon|midday)\b/iu,
  clock: [
    /\b(?:half past|half)\s+(?<halfPast>\d{1,2}|[a-z]+)\b/iu,
    /\bquarter past\s+(?<quarterPast>\d{1,2}|[a-z]+)\b/iu,
    /\bquarter to\s+(?<quarterTo>\d{1,2}|[a-z]+)\b/iu,
    // "By 5", "before 3 today": an hour without am or pm, where a number alone can be nothing else.
    new RegExp(
      `\\b(?:${BY_HOUR})\\s+(?<hour>\\d{1,2})(?=\\s*(?:$|[.,;!)]|o'?clock|sharp|today|tomorrow|tonight|on|this|at the latest|latest|and|this|in the|\\())`,
      'iu',
    ),
    new RegExp(
      `\\b(?:${BY_HOUR})\\s+(?<hour>${NUMBER})(?=\\s*(?:$|[.,;!)]|o'?clock|today|tomorrow|this|on|at the latest|sharp))`,
      'iu',
    ),
  ],
  ambiguousUntil: 12,
};
