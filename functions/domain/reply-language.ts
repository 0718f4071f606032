/** The languages in which promises are heard. */
export const replyLanguages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl'] as const;
export type ReplyLanguage = (typeof replyLanguages)[number];

/**
 * The small words of each language. An answer is short, and statistics of letters are often wrong about so few; what an answer is
 * made of is these. A word may stand in several lists: it counts for each of them.
 */
const smallWords: Record<ReplyLanguage, ReadonlySet<string>> = {
  en: setOf(
    "i i'll i'm im ill we we'll we're you your you'll the and to by will is it this that for of with our my get back let know an be have not from as at on today tomorrow sorry please thanks thank hi hello hey shall can",
  ),
  de: setOf(
    'ich wir sie ihnen ihr ihre ihren ihrem dir dich dein deine deinen euch eure mich mir uns unser unsere unserem der die das den dem des ein eine einen einer und oder bis zum zur am um im auf für mit von ist es wird werde werden heute morgen uhr tag bitte danke hallo guten entschuldigung leid tut nicht noch bei wenn dass spätestens ok gerne melde melden sofort',
  ),
  fr: setOf(
    "je j nous vous te t on le la les l de des du d un une et ou à au aux en pour avec dans avant notre nos votre vos ce cette est ne pas que qui si d'ici ici demain aujourd hui soir matin heure heures bonjour merci laissez laisse moi vérifier désolé désolée désolés sera serons ferons",
  ),
  es: setOf(
    'yo nosotros usted ustedes le les te os lo la los las el un una y o a al de del en para con por antes nuestro nuestra su sus tu que si es está hoy mañana hora horas tarde hola gracias lo siento sentimos no en cuanto más será recibirá tendrá favor vamos voy antes esta noche me déjeme déjame avísenos',
  ),
  it: setOf(
    'io noi lei voi le la ti vi lo gli i il un una uno e o a al alle dalle di del della dei in per con da entro prima nostro nostra suo sua tuo tua che se è oggi domani ora ore sera stasera pomeriggio ciao buongiorno salve grazie scusi scusa ci mi me ne non sarà faremo faccio sapere lasci',
  ),
  pt: setOf(
    'eu nós você vocês lhe lhes te o a os as um uma e ou à às ao aos de do da dos das em no na nos nas para com por até antes nosso nossa nossos seu sua que se é hoje amanhã hora horas tarde noite olá oi obrigado obrigada desculpe não vamos vou entraremos entrarei será mais já vai isso segunda feira consigo me deixe deixa manteremos',
  ),
  nl: setOf(
    'ik wij we u uw je jou jouw jullie het de een en of om voor met van in op bij naar tot binnen is zijn wordt zal zullen ons onze mij niet nog dat als vandaag morgen uur dag vanavond vanmiddag hallo bedankt dank sorry alstublieft hoort laat laten weten neem nemen terug',
  ),
};

/** Letters and endings that only one of them has. */
const marks: Partial<Record<ReplyLanguage, RegExp>> = {
  de: /[ßäöü]/u,
  fr: /[œù]|l'|d'|j'|qu'/u,
  es: /[ñ¿¡]|(?<![a-z])ll|mos(?![a-z])|ción/u,
  it: /[èìò]|gli|zion|remo\b|l'/u,
  pt: /[ãõ]|mos(?![a-z])|nh|lh/u,
  nl: /ij|oe[nkt]|aa[nkt]\b/u,
};

/**
 * The language that most of the small words of a text are of; undefined when it has none. Where two are equally likely, the one of
 * what stands around it is taken.
 */
export function replyLanguage(text: string, around?: ReplyLanguage): ReplyLanguage | undefined {
  const lower = text.toLowerCase();
  const words = new Set(
    lower.match(/[\p{L}]+(?:'[\p{L}]+)?/gu)?.flatMap((word) => [word, ...word.split("'")]),
  );
  const scored = replyLanguages.map((language) => ({
    language,
    points: wordsOf(language, words) + (marks[language]?.test(lower) ? 1 : 0),
  }));
  const most = Math.max(...scored.map(({ points }) => points));
  if (most === 0) return around;
  const best = scored.filter(({ points }) => points === most).map(({ language }) => language);
  return around !== undefined && best.includes(around) ? around : best[0];
}

function wordsOf(language: ReplyLanguage, words: ReadonlySet<string>): number {
  let count = 0;
  for (const word of words) if (smallWords[language].has(word)) count += 1;
  return count;
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
