const segments = new Intl.Segmenter('en', { granularity: 'word' });

/** How many words of a message are kept for searching, and how long each may be. Every word kept is a write. */
const MOST_WORDS = 12;
const LONGEST = 30;
/** How many words of a question are looked for. */
const MOST_ASKED = 6;

/** Words that say nothing, in the languages that are written to us most; who looks for them finds everything. */
const EMPTY = new Set(
  `the and you your for was were are with that this have has had not but can will they them their there what when where who why how
  from just all any been about out get got would could should please thanks thank hello hey our its his her him she than then too
  very some one also only now today still yet because into over after before again did does done dont cant wont isnt
  der die das und ich ist nicht ein eine mit sie wir auf den dem des von war haben hat aber auch noch bitte danke hallo
  que los las una por con para está como pero más les des est pas une vous nous dans pour sur avec mais merci bonjour hola gracias`.split(
    /\s+/,
  ),
);

/** The words of a text as they are compared: in lower case, without accents, each once, in order. */
export function wordsOf(text: string): string[] {
  const plain = text.toWellFormed().normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = Array.from(segments.segment(plain), ({ segment, isWordLike }) => (isWordLike ? segment : ''));
  return [
    ...new Set(
      words.map((word) => word.replace(/['’]/g, '').slice(0, LONGEST)).filter((word) => word !== ''),
    ),
  ];
}

/**
 * The words by which a message is found later: those that tell most, which are numbers, and then long words rather than short ones.
 */
export function tellingWords(text: string): string[] {
  const telling = wordsOf(text).filter((word) => !EMPTY.has(word) && (word.length > 2 || /\d\d/.test(word)));
  return telling.sort((a, b) => weightOf(b) - weightOf(a)).slice(0, MOST_WORDS);
}

const weightOf = (word: string): number => (/\d/.test(word) ? 100 : 0) + word.length;

/** What somebody looks for: the words of their question that can find anything. */
export function askedWords(question: string): string[] {
  const words = wordsOf(question);
  const telling = words.filter((word) => !EMPTY.has(word));
  return (telling.length > 0 ? telling : words).slice(0, MOST_ASKED);
}
