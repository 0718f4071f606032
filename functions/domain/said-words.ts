/** A text made ready to be asked for words: in lower case, its words between single spaces. */
export interface Said {
  readonly spaced: string;
}

/** Scripts that put no spaces between words; what is written in them is looked for anywhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const BETWEEN_WORDS = /[^\p{Letter}\p{Mark}\p{Number}\p{Extended_Pictographic}#@]+/gu;
const PICTURE = /\p{Extended_Pictographic}/gu;

/** Reads a text once, for any number of questions. */
export function saidIn(text: string): Said {
  return { spaced: ` ${plain(text)} ` };
}

/** Makes a word or phrase ready to be looked for: as whole words, in any case. */
export function wordOf(phrase: string): (said: Said) => boolean {
  const words = plain(phrase);
  if (words === '') return () => false;
  const looked = UNSPACED.test(words) ? words : ` ${words} `;
  return ({ spaced }) => spaced.includes(looked);
}

/** Apostrophes divide no word, and an emoji is a word of its own, in whichever style it is drawn. */
function plain(text: string): string {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/’|'|\uFE0E|\uFE0F/g, '');
  return letters.replace(PICTURE, ' $& ').replace(BETWEEN_WORDS, ' ').trim();
}
