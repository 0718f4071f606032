import type { Rule } from './finding.ts';

/** Longer words are hardly ever abbreviations. */
const SHOUTED = /(?<![\p{L}\d#@_/.-])\p{Lu}{4,}(?![\p{L}\d_/.-]*\d)(?![\p{L}])/gu;
const ADDRESSES = /https?:\/\/\S+|[@#]\w+/gu;
/** From this many letters on, a text that is nearly all capitals is no abbreviation. */
const SHORT = 12;
const MOST = 0.6;
/** As many words in capitals are no longer one that is stressed. */
const MANY = 3;

/** Says that an answer shouts. Names and codes that the customer wrote in capitals are theirs. */
export const capitals: Rule = ({ reply, to }) => {
  const text = reply.replace(ADDRESSES, ' ');
  const words = (text.match(SHOUTED) ?? []).filter((word) => !to.includes(word));
  const letters = text.match(/\p{L}/gu) ?? [];
  const upper = text.match(/\p{Lu}/gu) ?? [];
  const isShouted = letters.length >= SHORT && upper.length / letters.length > MOST && words.length > 0;
  if (!isShouted && words.length < MANY) return undefined;
  return {
    why: `“${words.slice(0, MANY).join(' ')}” is in capitals, which reads as shouting.`,
    suggestion: 'Write it in small letters; stress a word by its place in the sentence.',
    level: 'hint',
  };
};
