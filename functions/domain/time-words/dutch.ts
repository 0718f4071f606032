import { casual } from 'chrono-node/nl';
import { wholeWords } from '../whole-words.ts';
import { counted, duration, type TimeWords } from './time-words.ts';

const NUMBERS = 'één twee drie vier vijf zes zeven acht negen tien elf twaalf';
const NUMBER = NUMBERS.replaceAll(' ', '|');
const COUNT = `\\d{1,3}(?:,\\d)?|een|${NUMBER}|(?:een )?half|anderhalf|(?:een )?halve|anderhalve|het`;
const UNIT = 'min(?:uten|uut)?|uur|uren|u|werkdag(?:en)?|dag(?:en)?|we(?:ek|ken)|maand(?:en)?';
const AT = 'om|voor|tegen|vóór|uiterlijk(?: om)?|rond';
const AFTER_HOUR = '(?=\\s*(?:$|[;!)]|,(?!\\d)|\\.?$|uur|vandaag|morgen|vanmiddag|vanavond|en))';

/** How Dutch speaks of the time by which something is done. */
export const dutch: TimeWords = {
  dates: casual,
  falseDates:
    /^voor \d|^(?:nu|ma|di|wo|do|vr|za|zo|mei|maart)$|gister|vorige|afgelopen|geleden|paar|enkele|weinig/iu,
  rewrites: [
    [/(?<![\p{L}])(?:afgelopen|vorige) \p{L}+/giu, ' '],
    [
      /(?<![\p{L}])goede(?:morgen|middag|navond)|(?:fijne|prettige) (?:dag|avond|week(?:end)?)(?: (?:nog|verder))?/giu,
      ' ',
    ],
    [/(?<![\p{L}])(maan|dins|woens|donder|vrij|zater|zon)dag(ochtend|middag|avond)/giu, '$1dag $2'],
    [/(?<![\p{L}])morgen(ochtend|middag|avond)/giu, 'morgen $1'],
    [
      /(?<![\p{L}])(?:uw|je|jouw|de|het) (?:bestelling|boeking|vlucht|afspraak|levering|bericht|factuur|reservering|trein|bezoek|pakket)(?: \S*\d\S*)? (?:van|op|om|voor) [^,;]*?(?=,|;| en | dan |$)/giu,
      ' ',
    ],
  ],
  numbers: {
    ...counted(NUMBERS),
    een: 1,
    half: 0.5,
    halve: 0.5,
    'een half': 0.5,
    'een halve': 0.5,
    anderhalf: 1.5,
    anderhalve: 1.5,
  },
  durations: [
    duration({
      before: 'in|binnen|over|na|geef (?:mij|me|ons)|geeft u (?:mij|ons)',
      about: "ongeveer|circa|ca\\.|zo'n|maximaal|hooguit|hoogstens|minder dan|nu en|de komende|de volgende",
      count: COUNT,
      to: 'tot|of|à',
      unit: UNIT,
      half: 'en een half',
    }),
  ],
  units: [
    [/^min/iu, 'minutes'],
    [/^u/iu, 'hours'],
    [/^werkdag/iu, 'working days'],
    [/^dag/iu, 'days'],
    [/^we/iu, 'weeks'],
    [/^maand/iu, 'months'],
  ],
  days: [
    [wholeWords('overmorgen'), 2],
    [wholeWords('morgen'), 1],
    [wholeWords('vandaag|van(?:middag|avond|ochtend|morgen|nacht)'), 0],
  ],
  dayOfMonth:
    /(?<![\p{L}])(?:op|voor|vóór|uiterlijk)(?: de)?\s+(?<day>\d{1,2})(?:e|de|ste|[/-](?<month>\d{1,2}))(?![\d:])/iu,
  dayEnd: wholeWords(
    '(?:het )?(?:einde?|eind) van (?:de |deze )?(?:werk)?dag|sluitingstijd|voordat? (?:we|wij) (?:sluiten|naar huis gaan)|in de loop van de dag',
  ),
  businessEnd: wholeWords('einde? van de werkdag|sluiting van het kantoor'),
  weekEnd: wholeWords(
    '(?:het )?(?:einde?) van (?:de |deze )?(?:werk)?week|deze week|(?:voor|vóór) het weekend|in de loop van de week',
  ),
  weekend: wholeWords('(?:in|dit|tijdens) (?:het )?weekend|dit weekend'),
  nextWeek: wholeWords(
    '(?:(?<early>begin|het begin van)|(?<mid>midden|halverwege)|eind(?:e van)?|het einde van)? ?(?:volgende|komende) week',
  ),
  monthEnd: wholeWords('(?:het )?einde? van (?:de |deze )?maand|deze maand'),
  nextMonth: wholeWords('volgende maand'),
  dayParts: [
    [wholeWords('ochtends?|(?:van)?ochtend|vanmorgen|vroeg'), 12],
    [wholeWords("tussen de middag|twaalf uur 's middags"), 12],
    [wholeWords('(?:van)?middags?'), 18],
    [wholeWords('(?:van)?avonds?'), 22],
  ],
  night: wholeWords('middernacht|vannacht'),
  noon: wholeWords('tussen de middag'),
  clock: [
    wholeWords(`half (?<halfTo>\\d{1,2}|${NUMBER})`),
    wholeWords(`kwart over (?<quarterPast>\\d{1,2}|${NUMBER})`),
    wholeWords(`kwart voor (?<quarterTo>\\d{1,2}|${NUMBER})`),
    wholeWords('(?<hour>\\d{1,2})[:.](?<minute>\\d\\d)(?:\\s*(?:uur|u))?'),
    wholeWords(`(?:${AT})\\s+(?<hour>\\d{1,2}|${NUMBER})\\s*(?:uur|u)`),
    wholeWords(`(?<hour>\\d{1,2}|${NUMBER})\\s*uur`),
    wholeWords(`(?:${AT})\\s+(?<hour>\\d{1,2}|${NUMBER})${AFTER_HOUR}`),
  ],
  ambiguousUntil: 7,
};
