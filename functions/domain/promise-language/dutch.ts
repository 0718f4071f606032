import { dutch as time } from '../time-words/dutch.ts';
import { wholeWords } from '../whole-words.ts';
import { inPhrases, type Phrase } from './phrases.ts';
import type { PromiseLanguage } from './promise-language.ts';

const GROUP =
  "(?:ons|onze|het|de) (?:\\p{L}+ )?(?:team|afdeling|klantenservice|technici|monteurs|support|servicedesk|keuken|magazijn|collega's|helpdesk|\\p{L}+team|\\p{L}*dienst)";
const COLLEAGUE =
  '(?:een (?:collega|medewerker|monteur|specialist|expert)(?: van \\p{L}+(?: \\p{L}+)?)?|(?:mijn|onze) collega(?: \\p{L}+)?|iemand(?: van (?:ons|onze|het|de)? ?\\p{L}*)?|(?:meneer|mevrouw|dhr\\.|mevr\\.) \\p{L}+)';
const OTHERS = `(?:${GROUP}|${COLLEAGUE})`;
const YOU = '(?:u|je|jou|jullie)';
const MID = '[^.,;!?]{0,70}?';
const WE = `(?:ik|we|wij|${OTHERS}|en)`;

const TELLING =
  'bellen|terugbellen|opbellen|mailen|schrijven|antwoorden|beantwoorden|informeren|berichten|laten weten|op de hoogte (?:houden|brengen|stellen)|contact (?:opnemen|met \\p{L}+ opnemen)|contact op te nemen|terugkomen|reageren|terugkoppelen|een (?:update|antwoord|bericht|reactie) (?:geven|sturen)|bevestigen|melden';
const PREPARING =
  'uitzoeken|nakijken|nagaan|navragen|kijken|controleren|checken|onderzoeken|bekijken|vragen|overleggen|achterhalen|verifiëren';
const HELPING =
  'sturen|opsturen|toesturen|verzenden|versturen|terugbetalen|terugstorten|vervangen|omruilen|ruilen|repareren|oplossen|herstellen|annuleren|omboeken|overmaken|storten|leveren|bezorgen|brengen|ophalen|corrigeren|aanpassen|reserveren|regelen|in orde maken|crediteren|vergoeden|deblokkeren';

const phrases: Phrase[] = [
  {
    says: wholeWords(
      `(?:${WE} (?:zullen|zal|gaan|ga|gaat|zult)|(?:zal|zullen|ga|gaan) (?:ik|we|wij)|(?:zal|gaat) ${OTHERS}) (?:${MID} )?(?:${TELLING}|${HELPING})`,
    ),
  },
  {
    says: wholeWords(
      `(?:(?:ik|en|we|wij|${OTHERS}) (?:bel|bellen|belt|mail|mailen|mailt|schrijf|schrijven|schrijft|antwoord|antwoorden|informeer|informeren|bericht|berichten)|(?:bel|mail|schrijf|antwoord|informeer) ik|(?:bellen|mailen|schrijven|antwoorden|informeren|berichten) (?:we|wij)) ${YOU}`,
    ),
  },
  {
    says: wholeWords(
      `(?:(?:${WE}) (?:laat|laten)|laat ik|laten (?:we|wij)) (?:het )?${YOU} (?:${MID} )?weten|(?:(?:${WE}) (?:neem|nemen|neemt)|neem ik|nemen (?:we|wij)|neemt ${OTHERS}) (?:${MID} )?contact (?!met (?:ons|mij|me)(?![a-z]))(?:${MID} )?op|(?:(?:${WE}) (?:kom|komen|komt)|kom ik|komen (?:we|wij)) (?:${MID} )?(?:bij ${YOU}|op ${YOU}|erop|hierop|daarop|op) terug`,
    ),
  },
  {
    says: wholeWords(
      `(?:ik hou(?:d)?|hou(?:d)? ik|we houden|wij houden|houden we|en hou(?:d|den)?|${OTHERS} houdt) ${YOU} (?:${MID} )?op de hoogte`,
    ),
  },
  {
    says: wholeWords(
      `(?:ik geef|geef ik|we geven|wij geven|geven we|en geven?|ik stuur|we sturen|stuur ik|sturen we|${OTHERS} geeft|${OTHERS} stuurt) ${YOU} (?:${MID} )?(?:update|antwoord|bericht|reactie|terugkoppeling|uitsluitsel)`,
    ),
  },
  {
    says: wholeWords(
      `(?:u|je|jullie) (?:hoort|horen|hoor) (?:${MID} )?(?:van (?:ons|mij|me|ons team)|iets)|hoort (?:u|je) (?:${MID} )?van (?:ons|mij)|hoor je (?:${MID} )?van (?:ons|mij)`,
    ),
  },
  {
    says: wholeWords(
      `(?:(?:u|je|jullie) (?:krijgt|krijgen|ontvangt|ontvangen)|(?:krijgt|ontvangt) u|krijg je|ontvang je) (?:${MID} )?(?:antwoord|reactie|update|bericht|informatie|telefoontje|vervang\\p{L}*|nieuwe? \\p{L}+|nieuws)`,
    ),
    needsTime: true,
  },
  {
    says: wholeWords(
      `(?:(?:ik|en) (?:stuur|vervang|repareer|regel|bezorg|breng|annuleer|reserveer|betaal|stort|los|maak)|(?:stuur|vervang|regel|breng|betaal|los) ik|(?:we|wij|en) (?:sturen|vervangen|repareren|regelen|bezorgen|leveren|brengen|annuleren|reserveren|betalen|storten|lossen|maken|halen|ruilen)|(?:sturen|vervangen|repareren|regelen|betalen|storten|lossen|bezorgen|brengen|leveren) (?:we|wij)|${OTHERS} (?:stuurt|vervangt|repareert|regelt|lost|brengt)) (?:${YOU}|het|dit|dat|uw|een nieuwe?|de|alles)`,
    ),
  },
  {
    says: wholeWords(
      `(?:wordt|worden|zal|zullen) (?:${MID} )?(?:opgelost|gerepareerd|vervangen|terugbetaald|verzonden|verstuurd|hersteld|gecorrigeerd|gedeblokkeerd|geactiveerd|geregeld|beantwoord|opgehaald)`,
    ),
    needsTime: true,
  },
  {
    says: wholeWords(
      `(?:${WE} (?:zullen|zal|gaan|ga|gaat)|(?:zal|zullen|ga|gaan) (?:ik|we|wij)) (?:${MID} )?(?:${PREPARING})`,
    ),
    preparing: true,
  },
  {
    says: wholeWords(
      `(?:(?:ik|en) (?:zoek|kijk|vraag|check|controleer|ga|onderzoek|overleg)|(?:zoek|kijk|vraag|check|controleer) ik|(?:we|wij|en) (?:zoeken|kijken|vragen|checken|controleren|onderzoeken|overleggen|gaan)|(?:zoeken|kijken|vragen|controleren|onderzoeken) (?:we|wij)|${OTHERS} (?:zoekt|kijkt|onderzoekt)) (?:${MID} )?(?:uit|na|naar|het|dit|dat|even|meteen|direct|uw|bij|of|met|voor ${YOU})`,
    ),
    preparing: true,
  },
  { says: wholeWords(`(?:laat|laat u) (?:mij|me|ons) (?:${MID} )?(?:${PREPARING})`), preparing: true },
  { says: wholeWords('(?:geef|geeft u) (?:mij|me|ons) (?:nog )?(?:tot|een|\\d|even tot)'), needsTime: true },
  { says: wholeWords(`(?:de monteur|${OTHERS}) komt (?:${MID} )?langs`), needsTime: true },
  {
    says: wholeWords(`(?:(?:${WE} (?:zullen|zal|gaan|ga)) (?:${MID} )?(?:doorgeven|doorzetten))`),
    needsTime: true,
  },
];

/** How Dutch promises. */
export const dutch: PromiseLanguage = inPhrases({
  time,
  phrases,
  and: 'en|maar|dan|daarna|of(?= (?:ik|we|wij) (?:bel|mail))|dus',
  unsaid:
    'niet(?! later)|nooit|geen|niemand|niks|niets|hopelijk|misschien|wellicht|eventueel|mogelijk(?<!snel mogelijk)|waarschijnlijk|zou(?:den)?|kunnen|kan|mag|normaal|meestal|gewoonlijk|doorgaans|altijd|gisteren|al(?! het)|elke|iedere|dagelijks|momenteel|bezig|probeer|proberen',
  reported:
    'zei(?:den)?|gezegd|zegt|zeggen|beloofde(?:n)?|beloofd(?!:)|schreef|schreven|beweerde|hoop|hopen|denk(?!t u)|vermoed|jammer|totdat|voordat|hoe|waarom',
  condition:
    '(?:informeren|herinneren|berichten|bevestigen|informeer|herinner|bevestig) (?:u |je |jullie )?(?:eraan |erover )?dat|(?:stuur|stuurt u|mail|geef|geeft u) ons|als(?! (?:eerste|mogelijk|laatste|het goed is))|indien|mits|tenzij|wanneer (?:u|je)|zodra (?:u|je|jullie|wij uw)|ingeval|mocht (?:u|je|het)',
  whether:
    /(?:kijk|check|vraag|vragen|controle|nagaan|zoek|onderzoek|weten|overleg)\p{L}*[^,.;]{0,40}?\sof(?![\p{L}])/iu,
  nod: 'oké|ok|goed|is dat (?:goed|oké|akkoord)|akkoord|prima|schikt dat|vindt u dat goed|goed zo',
  ofAll:
    '(?:alle|elke?|iedere?) (?:\\p{L}+ )?(?:berichten?|vragen|vraag|klanten?|e-?mails?|verzoeken?|reacties?|bestelling(?:en)?)',
  timeBegins:
    '(?:(?:en|uiterlijk|waarschijnlijk|en wel) )?(?:voor|vóór|binnen|om|in|op|vandaag|morgen|overmorgen|vanmiddag|vanavond|volgende|uiterlijk|deze|eind|aan het|tegen|later)',
  polite:
    'sorry|excuses|het spijt|spijt\\p{L}*|bedankt|dank(?: u| je)?|dankjewel|hallo|hoi|goede(?:morgen|middag|navond)|begrijp\\p{L}*|geduld|groet(?:en)?|beste|graag|fijne (?:dag|avond)|vervelend|natuurlijk|uiteraard',
  who: {
    me: wholeWords('ik|mij|me'),
    team: wholeWords(GROUP),
    colleague: wholeWords(COLLEAGUE),
  },
});
