import { casual } from 'chrono-node/de';
import { wholeWords } from '../whole-words.ts';
import { counted, duration, type TimeWords } from './time-words.ts';

const NUMBERS = 'eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf';
const NUMBER = NUMBERS.replaceAll(' ', '|');
const COUNT = `\\d{1,3}(?:,\\d)?|eine[mnrs]?|ein|zwo|${NUMBER}|(?:einer )?(?:halben|halbe)|anderthalb|eineinhalb|(?:der |die )?nächsten?(?! woche| monat)`;
const UNIT =
  'min(?:uten?)?|h|std\\.?|stunden?|(?:werk|arbeits|geschäfts)tag(?:en?|s)?|tag(?:en?|s)?|wochen?|monat(?:en?|s)?';
const AT = 'um|bis(?: spätestens)?|vor|gegen|ab|spätestens(?: um)?';
const AFTER_HOUR = '(?=\\s*(?:$|[;!)]|,(?!\\d)|\\.?$|uhr|heute|morgen|am|nachmittags|abends|und))';

/** How German speaks of the time by which something is done. */
export const german: TimeWords = {
  dates: casual,
  falseDates:
    /^(?:fr|mo|di|mi|do|sa|so|mai|märz|jetzt|morgens?)$|gestern|letzt|vorig|\bvor\b|paar|wenig|einig|kürze/iu,
  rewrites: [
    [
      /(?<![\p{L}])(mon|diens|mitt|donners|frei|sams|sonn)(tag|woch)(vormittag|mittag|nachmittag|abend|morgen|früh)/giu,
      '$1$2 $3',
    ],
    [
      /(?<![\p{L}])(?:guten (?:morgen|tag|abend)|eine?n? schönen? (?:tag|abend|morgen|woche|wochenende))/giu,
      ' ',
    ],
    [
      /(?<![\p{L}])(?:ihr\w*|dein\w*|der|die|das|dem|den) (?:\p{L}+ )?(?:bestellung|buchung|termin|flug|lieferung|nachricht|rechnung|reservierung|zug|besuch|paket)\w*(?: \S*\d\S*)? (?:von|vom|am|um|für|vor) [^,;]*?(?=,|;| und | dann |$)/giu,
      ' ',
    ],
  ],
  numbers: {
    ...counted(NUMBERS),
    zwo: 2,
    halbe: 0.5,
    halben: 0.5,
    'einer halben': 0.5,
    anderthalb: 1.5,
    eineinhalb: 1.5,
  },
  durations: [
    duration({
      before: 'in|innerhalb|binnen|nach|geben sie (?:mir|uns)|gib (?:mir|uns)|gebt (?:mir|uns)',
      about:
        'von|etwa|ungefähr|ca\\.|circa|rund|spätestens|maximal|höchstens|den nächsten|der nächsten|den kommenden|weniger als',
      count: COUNT,
      to: 'bis|oder',
      unit: UNIT,
      half: 'und eine halbe',
    }),
  ],
  units: [
    [/^min/iu, 'minutes'],
    [/^(?:h|std|stunde)/iu, 'hours'],
    [/^(?:werk|arbeits|geschäfts)/iu, 'working days'],
    [/^tag/iu, 'days'],
    [/^woche/iu, 'weeks'],
    [/^monat/iu, 'months'],
  ],
  days: [
    [wholeWords('übermorgen'), 2],
    [wholeWords('heute'), 0],
    [wholeWords('(?<!(?:am|jeden|diesen) )morgen'), 1],
  ],
  dayOfMonth:
    /(?<![\p{L}])(?:am|bis(?: zum)?|vor dem|zum)\s+(?<day>\d{1,2})\.(?:\s?(?<month>\d{1,2})\.)?(?!\s*\p{L})/iu,
  dayEnd: wholeWords(
    'ende des (?:heutigen )?(?:arbeits|werk)?tag(?:e?s)?|(?:tages|arbeits|dienst|büro|geschäfts|laden)(?:ende|schluss)|feierabend|(?:bevor|ehe) wir (?:schließen|gehen)',
  ),
  businessEnd: wholeWords('(?:geschäfts|büro|dienst)schluss'),
  weekEnd: wholeWords(
    'ende (?:dieser |der )?(?:arbeits)?woche|wochenschluss|diese[r]? woche|(?:vor dem|bis zum|vorm) wochenende',
  ),
  weekend: wholeWords('(?:am|übers?|über das|dieses) wochenende'),
  nextWeek: wholeWords(
    '(?:(?<early>anfang|beginn)|(?<mid>mitte)|ende|im laufe)?(?: der)? ?(?:nächste[nr]?|kommende[nr]?) woche',
  ),
  monthEnd: wholeWords('ende (?:des|dieses) monats|monatsende|diesen monat|in diesem monat'),
  nextMonth: wholeWords('(?:nächste[nmns]|kommende[nms]) monats?'),
  dayParts: [
    [wholeWords('vormittags?|morgens|früh|in der früh|am morgen|(?:heute|diesen) morgen'), 12],
    [wholeWords('mittags?'), 12],
    [wholeWords('nachmittags?'), 18],
    [wholeWords('abends?'), 22],
  ],
  night: wholeWords('heute nacht|mitternacht|nachts'),
  noon: wholeWords('mittags?'),
  clock: [
    wholeWords(`halb (?<halfTo>\\d{1,2}|${NUMBER})`),
    wholeWords(`(?:viertel nach) (?<quarterPast>\\d{1,2}|${NUMBER})`),
    wholeWords(`(?:viertel vor|dreiviertel) (?<quarterTo>\\d{1,2}|${NUMBER})`),
    wholeWords('(?<hour>\\d{1,2})[:.](?<minute>\\d\\d)\\s*(?:uhr|h)'),
    wholeWords(`(?:${AT})\\s+(?<hour>\\d{1,2}):(?<minute>\\d\\d)`),
    wholeWords(`(?<hour>\\d{1,2}|ein|${NUMBER})\\s*(?:uhr|h)`),
    wholeWords(`(?:${AT})\\s+(?<hour>\\d{1,2}|${NUMBER})${AFTER_HOUR}`),
  ],
  ambiguousUntil: 7,
};
