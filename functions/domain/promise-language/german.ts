import { german as time } from '../time-words/german.ts';
import { wholeWords } from '../whole-words.ts';
import { inPhrases, type Phrase } from './phrases.ts';
import type { PromiseLanguage } from './promise-language.ts';

const GROUP =
  '(?:unser|unsere|das|die|der|mein|meine) (?:\\p{L}+ )?(?:team|abteilung|technik\\p{L}*|kundendienst|kundenservice|support|werkstatt|küche|lager|service-?team|kolleg\\p{L}+)';
const COLLEAGUE =
  '(?:eine? (?:kolleg\\p{L}+|mitarbeiter\\p{L}*|techniker\\p{L}*|berater\\p{L}*)|(?:meine?|unsere?) kolleg\\p{L}+(?: \\p{L}+)?|jemand(?: (?:von uns|aus \\p{L}+(?: \\p{L}+)?))?|(?:herr|frau|dr\\.) \\p{L}+)';
const OTHERS = `(?:${GROUP}|${COLLEAGUE})`;
/** What may stand between the parts of a verb. */
const MID = '[^.,;!?]{0,70}?';
const YOU = '(?:ihnen|sie|dir|dich|euch)';
const IT = `(?:${YOU}|ihre?[nms]?|deine?[nms]?|das|es|den|die|diese[sn]?|einen?|eine)`;

const TELLING =
  'melden|zurückrufen|anrufen|schreiben|antworten|informieren|benachrichtigen|kontaktieren|verständigen|mitteilen|zurückmelden|zurückschreiben|bescheid (?:geben|sagen)|rückmeldung geben|auf dem laufenden halten|beantworten|wissen lassen|auf (?:sie|dich|euch) zukommen|nachreichen|ein update geben';
const PREPARING =
  'prüfen|überprüfen|klären|abklären|nachfragen|nachsehen|nachschauen|herausfinden|ansehen|anschauen|erkundigen|recherchieren|nachgehen|besprechen|kümmern|fragen|untersuchen';
const HELPING =
  'schicken|zuschicken|zusenden|senden|nachsenden|verschicken|erstatten|rückerstatten|ersetzen|austauschen|umtauschen|reparieren|beheben|lösen|korrigieren|stornieren|umbuchen|überweisen|gutschreiben|liefern|nachliefern|ausliefern|bringen|abholen|freischalten|zurücksetzen|reservieren|erledigen|veranlassen|bearbeiten|vorbereiten|bereitstellen|ändern|löschen|organisieren|in ordnung bringen';
const INFINITIVE = `(?:${TELLING}|${HELPING})`;

const phrases: Phrase[] = [
  // Ich melde mich, (wir) melden uns, melde ich mich
  {
    says: wholeWords(
      `(?:ich )?(?:melde mich|meld mich|melde ich mich)|(?:wir )?melden uns|melden wir uns|${OTHERS} meldet sich|meldet sich (?:${MID} )?${OTHERS}`,
    ),
  },
  {
    says: wholeWords(
      `(?:(?:ich )?(?:rufe|ruf)(?: ich)? ${YOU}|(?:wir rufen|rufen wir) ${YOU}|${OTHERS} ruft ${YOU}|ruft ${YOU} ${OTHERS}) (?:${MID} )?(?:an|zurück)`,
    ),
  },
  {
    says: wholeWords(
      `(?:ich |und )?(?:gebe|geb)(?: ich)? ${YOU} (?:${MID} )?(?:bescheid|rückmeldung|antwort|ein update|auskunft)|(?:(?:wir|und) geben|geben wir) (?:${YOU} )?(?:${MID} )?(?:bescheid|rückmeldung|antwort|ein update)|(?:ich sage|sage ich|und sage|wir sagen|sagen wir|und sagen) ${YOU} (?:${MID} )?bescheid`,
    ),
  },
  {
    says: wholeWords(
      `(?:(?:ich|und) (?:schreibe|antworte|informiere|benachrichtige|kontaktiere|verständige)|(?:schreibe|antworte|informiere|benachrichtige|kontaktiere|verständige) ich|wir (?:schreiben|antworten|informieren|benachrichtigen|kontaktieren|verständigen)|(?:schreiben|antworten|informieren|benachrichtigen|kontaktieren|verständigen) wir|${OTHERS} (?:schreibt|antwortet|informiert|benachrichtigt|kontaktiert|verständigt)) ${YOU}`,
    ),
  },
  {
    says: wholeWords(
      `(?:ich halte|halte ich|wir halten|halten wir|und halten?) ${YOU} (?:${MID} )?(?:auf dem laufenden|informiert)|(?:ich komme|komme ich|wir kommen|kommen wir|und kommen?|${OTHERS} kommt) (?:${MID} )?auf ${YOU} (?:zu|zurück)|(?:ich lasse|lasse ich|wir lassen|lassen wir|und lassen?) (?:es )?${YOU} (?:${MID} )?wissen|(?:ich hake|wir haken|hake ich|haken wir) (?:${MID} )?nach`,
    ),
  },
  {
    says: wholeWords(
      `(?:sie (?:hören|erfahren)|du (?:hörst|erfährst)|ihr (?:hört|erfahrt)|(?:hören|erfahren) sie|(?:hörst|erfährst) du) (?:${MID} )?von (?:uns|mir|unserem team)`,
    ),
  },
  {
    says: wholeWords(
      `(?:sie (?:erhalten|bekommen)|du (?:erhältst|bekommst|kriegst)|ihr (?:erhaltet|bekommt)|erhalten sie|bekommen sie|bekommst du) (?:${MID} )?(?:antwort|rückmeldung|update|bescheid|information(?:en)?|anruf|ersatz\\p{L}*|neue[nrs]? \\p{L}+)`,
    ),
    needsTime: true,
  },
  {
    says: wholeWords(
      `(?:(?:ich|wir) werden?|werden? (?:ich|wir)|${OTHERS} wird|wird (?:sich )?${OTHERS}|und werden?) (?:${MID} )?${INFINITIVE}`,
    ),
  },
  {
    says: wholeWords(
      `(?:(?:ich|wir) werden?|werden? (?:ich|wir)|${OTHERS} wird|und werden?) (?:${MID} )?(?:${PREPARING})`,
    ),
    preparing: true,
  },
  {
    says: wholeWords(
      `(?:(?:ich|und) (?:schicke|sende|erstatte|ersetze|tausche|repariere|storniere|überweise|buche|liefere|bringe|reserviere)|(?:schicke|sende|erstatte|ersetze|tausche|repariere|storniere|überweise|buche|liefere|bringe|reserviere) ich|wir (?:schicken|senden|erstatten|ersetzen|tauschen|reparieren|beheben|lösen|stornieren|überweisen|buchen|liefern|bringen|reservieren|holen)|(?:schicken|senden|erstatten|ersetzen|tauschen|reparieren|beheben|lösen|stornieren|überweisen|buchen|liefern|bringen|reservieren) wir|${GROUP} (?:schickt|sendet|erstattet|repariert|behebt|liefert|bringt)) (?:${MID} )?${IT}`,
    ),
  },
  {
    says: wholeWords(
      `(?:der techniker|die technikerin|der monteur|${OTHERS}) kommt (?:${MID} )?(?:vorbei|zu ${YOU})`,
    ),
    needsTime: true,
  },
  {
    says: wholeWords(
      `(?:wird|werden) (?:${MID} )?(?:behoben|repariert|ersetzt|erstattet|verschickt|versendet|zugestellt|gelöst|korrigiert|erledigt|freigeschaltet|entsperrt|aktiviert|beantwortet|ausgetauscht|bearbeitet)`,
    ),
    needsTime: true,
  },
  {
    says: wholeWords(
      `(?:(?:ich|und) (?:prüfe|kläre|frage|schaue|schau|sehe|erkundige|recherchiere|kümmere|kümmer)|(?:prüfe|kläre|frage|schaue|sehe|erkundige|kümmere) ich|(?:wir (?:prüfen|überprüfen|klären|fragen|schauen|sehen(?! uns (?:am|dann|bald|morgen|heute|wieder|in))|erkundigen|kümmern|untersuchen|gehen)|und kümmern)|(?:prüfen|klären|fragen|schauen|sehen|kümmern) wir|${OTHERS} (?:prüft|klärt|kümmert)) (?:${MID} )?(?:das|es|dem|dies|mich|uns|sich|nach|ab|gleich|sofort|für ${YOU}|ihre?[nms]?|deine?[nms]?|beim?|mit|in|den|die|,|ob)`,
    ),
    preparing: true,
  },
  {
    says: wholeWords(`(?:lassen sie|lass|lasst) (?:mich|uns) (?:${MID} )?(?:${PREPARING})`),
    preparing: true,
  },
  {
    says: wholeWords('(?:geben sie|gib|gebt) (?:mir|uns)(?: bitte)? (?:bis|(?:noch )?eine?|\\d)'),
    needsTime: true,
  },
  {
    says: wholeWords(
      `(?:(?:ich|wir) werden?|werden? (?:ich|wir)|und werden?) (?:${MID} )?(?:weiterleiten|weitergeben)`,
    ),
    needsTime: true,
  },
  {
    says: wholeWords(
      '(?:beheben|lösen|reparieren|ersetzen|erstatten|erledigen|schalten|schicken|senden|liefern|bringen|überweisen|stornieren|tauschen|holen) wir|(?:behebe|löse|repariere|ersetze|erstatte|erledige|schalte|schicke|sende|bringe|überweise|storniere) ich',
    ),
    needsTime: true,
  },
];

/** How German promises. */
export const german: PromiseLanguage = inPhrases({
  time,
  phrases,
  and: 'und|aber|dann|sowie|danach|oder|doch|also',
  unsaid:
    'nicht(?! später)|nie|niemals|kein\\p{L}*|niemand|hoffentlich|vielleicht|eventuell|evtl|möglicherweise|womöglich|wahrscheinlich|könnte[nst]*|würde[nst]*|hätte[nst]*|normalerweise|üblicherweise|in der regel|meist(?:ens)?|immer|gewöhnlich|gerade|derzeit|momentan|aktuell|gestern|vorhin|bereits|schon|grundsätzlich|täglich|jeden|jederzeit',
  reported:
    'gesagt|sagten?|meinten?|meint|schrieb(?:en)?|geschrieben|versprochen(?!:)|versprach(?:en)?|behauptete?n?|hieß(?: es)?|hoffen?|hoffe|glaube|denke|vermute|schade|bevor|wie schön',
  condition:
    'dass|(?:schicken|senden|schreiben|geben|nennen|teilen) sie uns|(?:schick|sende?|schreib|nenn|teile?) uns|wenn(?! (?:ich|wir) )|falls|sofern|vorausgesetzt|solange|sobald (?:sie|du|ihr|uns ihre?)|im falle|es sei denn',
  whether: /(?<![\p{L}])ob(?![\p{L}])/iu,
  nod: "ok(?:ay)?|in ordnung|passt das(?: für (?:sie|dich))?|passt(?:'s)?|einverstanden|ist das (?:ok|in ordnung)(?: für (?:sie|dich))?|recht so|geht das",
  ofAll:
    '(?:alle[nrs]?|jede[nrs]?|sämtliche[nr]?) (?:\\p{L}+ )?(?:nachrichten?|anfragen?|e-?mails?|kund\\p{L}+|fragen?|kommentar\\p{L}*|bestellung\\p{L}*)',
  timeBegins:
    '(?:(?:und zwar|spätestens|das|und|wahrscheinlich|voraussichtlich) )?(?:bis|innerhalb|binnen|vor|um|in|am|im laufe|heute|morgen|übermorgen|nächste|ende|spätestens|gegen|diese|noch heute)',
  polite:
    'entschuldig\\p{L}*|sorry|tut (?:mir|uns) leid|leid|danke|vielen dank|hallo|hi|guten (?:tag|morgen|abend)|liebe[rs]?|grüße?|gruß|verständnis|geduld|verstehe|gern(?:e)?|alles klar|schönen (?:tag|abend)|servus|moin|bedauern?',
  who: {
    me: wholeWords(
      'ich|mich|mir|melde|gebe|rufe|schreibe|prüfe|kläre|schicke|sende|erstatte|lass mich|lassen sie mich',
    ),
    team: wholeWords(GROUP),
    colleague: wholeWords(COLLEAGUE),
  },
});
