import { isWord, type Token } from './tokens.ts';

const questionStart =
  /^(who|what|what's|when|where|which|why|how|can|could|do|does|did|is|are|was|will|would|may|any|has|have|wann|wo|wie|was|warum|gibt|kann|quand|où|comment|pourquoi|est-ce|cuándo|cuando|dónde|cómo|qué|quando|dove|come|perché|posso|onde|como|wanneer|waar|hoe|waarom|kan)$/;
const gladPicture = /[😀-😆😊😍😘🥰😎🤗🙌👏👍💕💙💚💛🧡💜❤♥🎉✨🌟⭐🙏💯😁😄😃🤩🥳😻💖💗👌]/u;
const sadPicture = /[😡🤬😠😤😞😢😭😒🙄😩😫👎💔🤦😑😣😖🤮🤢😱😔🥺🤡💩😾☹]/u;
const laughing = /[😂🤣😅😆]/u;
const gladFace = /^[:;=8]-?[)\]d3*p]$|^<3$/;
const sadFace = /^[:;=8][-']?[([/\\|]$/;

/** What can be said of a message without reading its words, as names of features. */
export function shapeOf(text: string, tokens: Token[]): string[] {
  const words = tokens.filter(isWord);
  const handles = tokens.filter(({ word }) => word === '<handle>').length;
  const count = (wanted: RegExp) => tokens.filter(({ word }) => wanted.test(word)).length;
  const questions = count(/^[!?]*\?/);
  const cries = count(/^!/);
  const capitals = words.filter(({ shown }) => shown.length > 1 && shown === shown.toUpperCase()).length;
  const firstWord = words[0]?.word ?? '';
  const shape = [
    'any',
    `length:${lengthBand(words.length)}`,
    `handles:${Math.min(handles, 3)}`,
    tokens[0]?.word === '<handle>' ? 'starts with a handle' : 'starts otherwise',
    questions > 0 ? 'asks' : 'asks nothing',
  ];
  const tell = (name: string, is: boolean) => {
    if (is) shape.push(name);
  };
  tell('asks at the end', tokens.at(-1)?.word.includes('?') ?? false);
  tell('asks repeatedly', questions > 1 || /\?\?|!\?|\?!/.test(text));
  tell('begins as a question', questionStart.test(firstWord));
  tell('asks first and only', questionStart.test(firstWord) && questions === 1 && cries === 0);
  tell('cries out', cries > 0);
  tell('cries out loud', /!!/.test(text) || cries > 1);
  tell('shouts', capitals > 0);
  tell('shouts throughout', capitals > 2 && capitals * 2 > words.length);
  tell('lengthens', /(\p{L})\1\1/u.test(text));
  tell('trails off', count(/^\.\./) > 0);
  tell('quotes', /["“”]/.test(text));
  tell(
    'has a link',
    tokens.some(({ word }) => word === '<link>'),
  );
  tell('link at the end', tokens.at(-1)?.word === '<link>');
  tell('link without question', tokens.some(({ word }) => word === '<link>') && questions === 0);
  tell('is a retweet', /^(rt\b|"@)|\brt @/i.test(text));
  tell('has a tag', text.includes('#'));
  tell('has many tags', (text.match(/#\p{L}/gu)?.length ?? 0) > 2);
  tell('glad picture', gladPicture.test(text) || count(gladFace) > 0);
  tell('sad picture', sadPicture.test(text) || count(sadFace) > 0);
  tell('laughs', laughing.test(text) || /\b(lol|haha\w*|lmao|jaja\w*|mdr)\b/i.test(text));
  tell('no words', words.length === 0);
  tell(
    'thanks alone',
    words.length <= 3 &&
      words.some(({ word }) =>
        /^(thanks|thank|danke|merci|gracias|grazie|obrigad[oa]|bedankt|dank)/.test(word),
      ),
  );
  tell(
    'tells a number',
    tokens.some(({ word }) => word === '<number>' || word === '<code>'),
  );
  tell(
    'tells a time',
    tokens.some(({ word }) => word === '<time>'),
  );
  tell(
    'tells money',
    tokens.some(({ word }) => word === '<money>'),
  );
  tell(
    'counts hours',
    /\b\d+\+?\s?-?(hours?|hrs?|h|days?|weeks?|months?|minutes?|mins?|stunden|tagen?|wochen|heures|jours|horas|días|dias|ore|giorni|uur|dagen)\b/i.test(
      text,
    ),
  );
  tell('begins small', /^[@\w]+ \p{Ll}/u.test(text));
  return shape.map((name) => `s:${name}`);
}

/** Whether a message is nothing but handles, pictures and signs, none of which asks or complains. Nobody waits for words to that. */
export function isWordless(text: string, tokens: Token[]): boolean {
  const isMute = ({ word }: Token) =>
    word === '<handle>' || gladFace.test(word) || /^(\p{Extended_Pictographic}|!+|\.+|,)$/u.test(word);
  return tokens.length > 0 && tokens.every(isMute) && !sadPicture.test(text);
}

function lengthBand(words: number): string {
  if (words <= 1) return '0-1';
  if (words <= 3) return '2-3';
  if (words <= 7) return '4-7';
  if (words <= 14) return '8-14';
  return words <= 24 ? '15-24' : '25+';
}
