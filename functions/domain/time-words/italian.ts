import { casual } from 'chrono-node/it';
import { wholeWords } from '../whole-words.ts';
import { counted, duration, type TimeWords } from './time-words.ts';

const NUMBERS = 'una due tre quattro cinque sei sette otto nove dieci undici dodici';
const NUMBER = NUMBERS.replaceAll(' ', '|');
const COUNT = `\\d{1,3}(?:,\\d)?|un[ao]?|${NUMBER}|mezz|un paio di|quindici|un'?|la prossima(?! settimana)`;
const UNIT =
  "'?(?:min(?:ut[oi])?|or[ae]|h|giorn[oi] (?:lavorativ[oi]|feriali?)|giorn[oi]|settiman[ae]|mes[ei])";
const AT = "alle|entro le|prima delle|verso le|per le|dalle|all'|entro l'|ore|entro le ore";

/** How Italian speaks of the time by which something is done. */
export const italian: TimeWords = {
  dates: casual,
  falseDates:
    /^(?:ora|adesso|mar|maggio|sab|dom|ven|gio|mer|lun)$|ieri|scors[oa]|passat[oa]|\bfa\b|qualche|alcun|poch|divers/iu,
  rewrites: [
    [
      /(?<![\p{L}])(?:buongiorno|buonasera|buona (?:giornata|serata|notte)|buon (?:pomeriggio|fine settimana))/giu,
      ' ',
    ],
    [
      /(?<![\p{L}])(?:(?:il|la) )?(?:suo|sua|tuo|tua|vostro|vostra|il|la|l')\s?(?:ordine|prenotazione|volo|appuntamento|consegna|messaggio|fattura|treno|visita|pacco)(?: \S*\d\S*)? (?:del?|dell[a']|per|delle|alle) ?[^,;]*?(?=,|;| e | poi |$)/giu,
      ' ',
    ],
    [/(?<![\p{L}])un'or([ae])/giu, 'una or$1'],
    [/(?<![\p{L}])mezz'ora/giu, 'mezz ora'],
    [/(?<![\p{L}])l'ora/giu, 'una ora'],
  ],
  numbers: { ...counted(NUMBERS), un: 1, uno: 1, mezz: 0.5, 'un paio di': 2, quindici: 15 },
  durations: [
    duration({
      before: 'entro|tra|fra|in|nel giro di|dammi|mi dia|ci dia|dacci|nell[ae]|dopo',
      about: 'circa|massimo|un massimo di|al massimo|non più di|meno di|le|i|prossim[ei]|successiv[ei]',
      count: COUNT,
      to: 'a|o',
      unit: UNIT,
      half: 'e mezz[ao]',
    }),
  ],
  units: [
    [/^'?min/iu, 'minutes'],
    [/^'?(?:or|h)/iu, 'hours'],
    [/^'?giorn[oi] (?:lav|fer)/iu, 'working days'],
    [/^'?giorn/iu, 'days'],
    [/^'?settiman/iu, 'weeks'],
    [/^'?mes/iu, 'months'],
  ],
  days: [
    [wholeWords('dopodomani'), 2],
    [wholeWords('domani|domattina'), 1],
    [
      wholeWords(
        'oggi|stasera|stamattina|stamani|questa (?:sera|mattina)|questo pomeriggio|(?:in|entro la) (?:giornata|mattinata|serata)',
      ),
      0,
    ],
  ],
  dayOfMonth:
    /(?<![\p{L}])(?:il|entro il|prima del|per il)(?: giorno)?\s+(?<day>\d{1,2})(?:[/.](?<month>\d{1,2}))?(?![\d:]|\s*(?:gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic))/iu,
  dayEnd: wholeWords(
    '(?:la )?fine (?:della |di )?(?:giornata|turno)|fine giornata|(?:in|entro la|nella|nel corso della) giornata(?: di oggi)?|prima (?:di chiudere|della chiusura)',
  ),
  businessEnd: wholeWords('chiusura degli uffici|fine dell.orario di ufficio'),
  weekEnd: wholeWords(
    '(?:la )?fine (?:della |di questa )?settimana(?<!(?:nel|il|durante il|questo) fine settimana)|questa settimana|in settimana|prima del (?:fine settimana|week-?end)',
  ),
  weekend: wholeWords('(?:nel|durante il|questo|il) (?:fine settimana|week-?end)'),
  nextWeek: wholeWords(
    "(?:(?<early>(?:all'|l')?inizio del?la|a inizio)|(?<mid>(?:a )?metà del?la|a metà)|(?:la )?fine del?la)? ?(?:la )?(?:prossima settimana|settimana prossima)",
  ),
  monthEnd: wholeWords('(?:la )?fine (?:del |di questo )?mese|questo mese'),
  nextMonth: wholeWords('(?:il )?(?:prossimo mese|mese prossimo)'),
  dayParts: [
    [wholeWords('prima mattina|primo mattino'), 10],
    [wholeWords('mattina|mattino|mattinata|stamattina|stamani|domattina'), 12],
    [wholeWords('mezzogiorno'), 12],
    [wholeWords('ora di pranzo'), 13],
    [wholeWords('pomeriggio'), 18],
    [wholeWords('sera|stasera|serata'), 22],
  ],
  night: wholeWords('mezzanotte|stanotte|notte'),
  noon: wholeWords('mezzogiorno'),
  clock: [
    wholeWords(`tra le \\d{1,2} e le (?<hour>\\d{1,2})`),
    wholeWords(`(?:${AT})\\s*(?<halfPast>\\d{1,2}|${NUMBER}) e mezz[ao]`),
    wholeWords(`(?:${AT})\\s*(?<quarterPast>\\d{1,2}|${NUMBER}) e un quarto`),
    wholeWords(`(?:${AT})\\s*(?<quarterTo>\\d{1,2}|${NUMBER}) meno un quarto`),
    wholeWords('(?<hour>\\d{1,2})[:.](?<minute>\\d\\d)'),
    wholeWords(`(?:${AT})\\s*(?<hour>\\d{1,2}|${NUMBER})`),
    wholeWords('(?<=e le )(?<hour>\\d{1,2})'),
  ],
  ambiguousUntil: 7,
};
