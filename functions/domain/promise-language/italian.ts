import { italian as time } from '../time-words/italian.ts';
import { wholeWords } from '../whole-words.ts';
import { inPhrases, type Phrase } from './phrases.ts';
import type { PromiseLanguage } from './promise-language.ts';

const GROUP =
  "(?:il nostro|la nostra|i nostri|il|lo|i|l') ?(?:\\p{L}+ )?(?:team|reparto(?: \\p{L}+)?|servizio(?: \\p{L}+)?|assistenza|supporto|tecnici|staff|ufficio(?: \\p{L}+)?|colleghi|cucina|officina)";
const COLLEAGUE =
  "(?:una? ?'?(?:collega|nostro (?:tecnico|operatore|collega|esperto)|nostra (?:collega|esperta)|tecnico|operatore|responsabile)|(?:il mio|la mia) collega(?: \\p{L}+)?|qualcuno(?: (?:di noi|del \\p{L}+))?|uno dei nostri \\p{L}+|(?:il signor|la signora|sig\\.|sig\\.ra) \\p{L}+)";
const OTHERS = `(?:${GROUP}|${COLLEAGUE})`;
const YOU = "(?:la|le|lo|li|ti|vi|gli|gliel[oa]|te l[oa]|ve l[oa]|glieli|l'|mi|ci)";

/** The future of the first persons, and of the third for others of ours. */
const future = (stems: string) => `(?:${stems})(?:ò|emo|à|anno)`;

const TELL = future(
  'contatter|ricontatter|chiamer|richiamer|telefoner|scriver|risponder|informer|avviser|aggiorner|comunicher|confermer|dir|terr|notificher|far(?=\\p{L}* sapere)|dar(?=\\p{L}* (?:una risposta|notizie|un riscontro|riscontro|aggiornamenti))',
);
const TELL_NOW =
  'contatto|contattiamo|ricontatto|ricontattiamo|chiamo|chiamiamo|richiamo|richiamiamo|scrivo|scriviamo|rispondo|rispondiamo|informo|informiamo|avviso|avvisiamo|aggiorno|aggiorniamo|confermo|confermiamo|faccio sapere|facciamo sapere|do (?:una risposta|notizie)|diamo (?:una risposta|notizie|riscontro)|tengo (?:aggiornat[oaie]|informat[oaie])|teniamo (?:aggiornat[oaie]|informat[oaie])';
const PREPARE = future('verificher|controller|chieder|indagher|guarder|vedr|esaminer|sentir|approfondir');
const PREPARE_NOW =
  'verifico|verifichiamo|controllo|controlliamo|chiedo|chiediamo|guardo|guardiamo|mi informo|ci informiamo|sento|sentiamo|indaghiamo|approfondiamo|esaminiamo';
const HELP = future(
  'invier|spedir|rispedir|rimborser|sostituir|riparer|sistemer|risolver|corregger|annuller|accrediter|consegner|mander|provveder|prenoter|cambier|sbloccher|occuper',
);
const HELP_NOW =
  'invio|inviamo|spedisco|spediamo|rimborsiamo|rimborso|sostituiamo|sistemiamo|sistemo|risolviamo|risolvo|mando|mandiamo|provvediamo|ripariamo|accreditiamo';
const PREPARE_INFINITIVE =
  'verificare|controllare|chiedere|guardare|vedere|capire|informarmi|sentire|consultare|approfondire|dare un.occhiata';

const phrases: Phrase[] = [
  { says: wholeWords(`(?:${OTHERS} )?(?:${YOU} ?)+(?:${TELL})`) },
  { says: wholeWords(`(?:${YOU} ?)(?:${TELL_NOW})`) },
  {
    says: wholeWords(
      `(?:(?:mi|ci) (?:metterò|metteremo|metto|mettiamo|farò|faremo|faccio|facciamo|rifarò|rifaremo)|${OTHERS} si metterà) (?:viv[oi]|sentire|in contatto)`,
    ),
  },
  {
    says: wholeWords(
      `(?:farò|faremo) (?:avere|pervenire)|(?:farò|faremo|faccio|facciamo) sapere|(?:farle|farti|farvi) sapere(?= entro| oggi| domani)`,
    ),
  },
  {
    says: wholeWords(
      '(?:avrà|avrai|riceverà|riceverai|avrete|riceverete) (?:[^.,;!?]{0,20} )?(?:nostre notizie|mie notizie|notizie da (?:noi|me))',
    ),
  },
  {
    says: wholeWords(
      '(?:avrà|avrai|riceverà|riceverai|avrete|riceverete|verrà|verrai|sarà|sarai) (?:[^.,;!?]{0,20} )?(?:risposta|notizie|aggiornament[oi]|riscontro|chiamata|telefonata|ricambio|messaggio|contattat[oaie]|richiamat[oaie]|ricontattat[oaie]|avvisat[oaie])',
    ),
    needsTime: true,
  },
  { says: wholeWords(`(?:${OTHERS} )?(?:${YOU} ?)*(?:${HELP})`) },
  { says: wholeWords(`(?:${YOU} ?)+(?:${HELP_NOW})`) },
  {
    says: wholeWords('(?:me ne occupo|ce ne occupiamo|me ne occuperò|ce ne occuperemo|ci penso|ci pensiamo)'),
    preparing: true,
  },
  {
    says: wholeWords(
      '(?:prometto|promettiamo|mi impegno|ci impegniamo) (?:di |a )(?:contattar|richiamar|risponder|scriver|chiamar|inviar|rimborsar|risolver|sistemar|aggiornar|far)\\p{L}+',
    ),
  },
  {
    says: wholeWords(
      '(?:sarà|verrà|saranno|verranno) (?:[^.,;!?]{0,15} )?(?:risolt[oaie]|sistemat[oaie]|riparat[oaie]|sostituit[oaie]|rimborsat[oaie]|spedit[oaie]|inviat[oaie]|corrett[oaie]|pront[oaie]|ripristinat[oaie]|sbloccat[oaie]|riattivat[oaie]|attivat[oaie])',
    ),
    needsTime: true,
  },
  { says: wholeWords(`(?:${OTHERS} )?(?:${YOU} ?)*(?:${PREPARE})`), preparing: true },
  { says: wholeWords(`(?:${YOU} ?)*(?:${PREPARE_NOW})(?= |$)`), preparing: true },
  {
    says: wholeWords(
      `(?:mi lasci|lasciami|ci lasci|lasciateci|mi permetta di|mi faccia|fammi) (?:${PREPARE_INFINITIVE})`,
    ),
    preparing: true,
  },
  {
    says: wholeWords("(?:mi dia|dammi|ci dia|dateci|dacci|datemi) (?:fino|tempo fino|una?|un'|\\d|mezz)"),
    needsTime: true,
  },
  { says: wholeWords(`(?:il tecnico|la tecnica|${OTHERS}) (?:passerà|verrà|arriverà)`), needsTime: true },
  {
    says: wholeWords(`(?:${YOU} ?)*(?:segnalerò|segnaleremo|inoltrerò|inoltreremo|inoltriamo|segnaliamo)`),
    needsTime: true,
  },
];

/** How Italian promises. */
export const italian: PromiseLanguage = inPhrases({
  time,
  phrases,
  and: 'e|ed|ma|poi|quindi|o|oppure',
  unsaid:
    'non(?! oltre| si preoccup\\p{L}+| ti preoccup\\p{L}+)|mai|nessun[oa]?|niente|nulla|forse|magari|probabilmente|eventualmente|potre(?:i|mmo|bbe)|\\p{L}+(?:erei|eremmo|erebbe)|di solito|normalmente|generalmente|sempre|ieri|già|ogni|tutti i giorni|attualmente|stiamo|sto',
  reported:
    '(?:ha|hanno|aveva|avevano|hai|avete) (?:detto|promesso|scritto)|disse|dicono|dice|diceva|spero|speriamo|credo|crediamo|penso|immagino|finché|prima che|come mai|perché',
  condition:
    '(?:informiamo|informo|comunichiamo|ricordiamo|confermiamo|confermo|avvisiamo) che|(?:ci|mi) (?:mandi|invii|scriva|indichi)|(?:mandaci|inviaci|scrivici|indicaci)|se|qualora|nel caso|in caso|a meno che|purché|(?:quando|appena|non appena|una volta che) (?:ci|mi|lei|tu |avrà|riceveremo|avremo ricevuto)',
  whether:
    /(?:verific|controll|chied|guard|sapere|ved|inform|conferm|dir|cap|sent)\p{L}*[^,.;]{0,40}?\sse(?![\p{L}])/iu,
  nod: "va bene(?: così)?|ok|d'accordo|le va bene|ti va bene|può andare|le sta bene",
  ofAll:
    '(?:tutt[ei]|ogni|ciascun[ao]?|qualsiasi) (?:i |le |gli )?(?:vostr[ei] )?(?:messaggi[o]?|richiest[ae]|client[ei]|e-?mail|domand[ae]|comment[io])',
  timeBegins:
    '(?:(?:e|al più tardi|probabilmente) )?(?:entro|prima|alle|tra|fra|in|oggi|domani|dopodomani|stasera|questa|questo|al più tardi|la prossima|il|nel|per|lunedì|martedì|mercoledì|giovedì|venerdì)',
  polite:
    'scus\\p{L}+|spiac\\p{L}+|dispiac\\p{L}+|mi dispiace|perdon\\p{L}+|grazie|ciao|salve|buongiorno|buonasera|capisco|capiamo|comprend\\p{L}+|pazienza|saluti|gentile|car[oa]|certo|certamente|buona (?:giornata|serata)',
  who: {
    me: wholeWords(
      '\\p{L}+rò|chiamo|richiamo|scrivo|rispondo|contatto|ricontatto|faccio|avviso|aggiorno|confermo|verifico|controllo|chiedo|guardo|me ne occupo|ci penso|prometto|mi impegno|mi lasci|lasciami|dammi|mi dia|fammi|mi faccia|mi metto|mando|invio|tengo|mie notizie',
    ),
    team: wholeWords(GROUP),
    colleague: wholeWords(COLLEAGUE),
  },
});
