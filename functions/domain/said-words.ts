/** A text made ready to be asked for words: in lower case, its words between single spaces. */
export interface Said {
  readonly spaced: string;
  /** Its words, each once. */
  readonly words: ReadonlySet<string>;
}

/** Scripts that put no spaces between words; what is written in them is looked for anywhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const BETWEEN_WORDS = /[^\p{Letter}\p{Mark}\p{Number}\p{Extended_Pictographic}#@]+/gu;
const PICTURE = /\p{Extended_Pictographic}/gu;

/** Reads a text once, for any number of questions. */
export function saidIn(text: string): Said {
  const said = plain(text);
  return { spaced: ` ${said} `, words: new Set(said.split(' ')) };
}

/** Makes a word or phrase ready to be looked for: as whole words, in any case. */
export function wordOf(phrase: string): (said: Said) => boolean {
  const words = plain(phrase);
  if (words === '') return () => false;
  if (UNSPACED.test(words)) return ({ spaced }) => spaced.includes(words);
  const [first = ''] = words.split(' ');
  if (first === words) return (said) => said.words.has(first);
  const looked = ` ${words} `;
  // Thousands of phrases may be looked for; of most not even the first word is there.
  return (said) => said.words.has(first) && said.spaced.includes(looked);
}

/** Apostrophes divide no word, and an emoji is a word of its own, in whichever style it is drawn. */
function plain(text: string): string {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/’|'|\uFE0E|\uFE0F/g, '');
  return letters.replace(PICTURE, ' $& ').replace(BETWEEN_WORDS, ' ').trim();
}
