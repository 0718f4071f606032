/** A word, sign or picture of a message: as it is compared, and as the customer wrote it. */
export interface Token {
  word: string;
  shown: string;
}

/** Spellings of phones and haste, by what they stand for. */
const spellings = new Map(
  `u:you ur:your r:are y:why k:ok kk:ok okay:ok thx:thanks thnx:thanks thanx:thanks tx:thanks ty:thanks tks:thanks thks:thanks
  pls:please plz:please plse:please bc:because cuz:because cos:because coz:because hr:hours hrs:hours hour:hours min:minutes
  mins:minutes minute:minutes flt:flight flts:flights wk:weeks wks:weeks week:weeks day:days month:months yr:years yrs:years
  svc:service cust:customer cs:service acct:account appt:appointment msg:message tmrw:tomorrow tmr:tomorrow tomorow:tomorrow 2day:today
  2nite:tonight tonite:tonight gr8:great luv:love wknd:weekend cant:can't dont:don't wont:won't didnt:didn't doesnt:doesn't
  isnt:isn't wasnt:wasn't arent:aren't havent:haven't hasnt:hasn't hadnt:hadn't couldnt:couldn't wouldnt:wouldn't shouldnt:shouldn't
  aint:ain't im:i'm ive:i've youre:you're theyre:they're whats:what's thats:that's its:it's lets:let's cancelled:canceled
  cancelling:canceling recieve:receive recieved:received definately:definitely seriosly:seriously wtf:wtf omg:omg tho:though
  thru:through w:with wo:without gonna:going-to wanna:want-to gotta:got-to nite:night ppl:people rly:really srsly:seriously
  abt:about bday:birthday fav:favorite favourite:favorite dm'd:dm dmed:dm dms:dm yall:y'all ya:you yep:yes yeah:yes yup:yes nah:no
  b/c:because w/:with w/o:without bout:about b4:before cld:could wld:would shld:should sry:sorry srry:sorry tysm:thanks
  thankyou:thanks nvm:nevermind dept:department mgr:manager resv:reservation tix:tickets tkt:ticket tkts:tickets cxl:canceled
  cxld:canceled canx:canceled intl:international pax:passengers cus:because lil:little rec'd:received pics:pictures xmas:christmas`
    .split(/\s+/)
    .map((pair): [string, string] => {
      const [written = '', meant = ''] = pair.split(':');
      return [written, meant];
    }),
);

/** What stands for a whole class of words, so that no number or name is learnt by heart. */
const classes: [RegExp, string][] = [
  [/^https?:\/\/|^www\.|^\w[\w-]*\.(com|co|net|org|io|ly|me|info|biz|de|uk)(\/|$)/, '<link>'],
  [/^@/, '<handle>'],
  [/^[\w.+-]+@[\w-]+\.\w+$/, '<mail>'],
  [/^[$€£]\d|^\d[\d.,]*[$€£]$/, '<money>'],
  [/^\d{1,2}[:.h]\d\d([ap]m)?$|^\d{1,2}[ap]m$/, '<time>'],
  [/^\d{1,3}(st|nd|rd|th)$/, '<nth>'],
  [/^\d$/, '<digit>'],
  [/^\d+([.,]\d+)*%?$/, '<number>'],
  [/^(?=\w*\d)(?=\w*[a-z])[a-z\d]{2,}$/, '<code>'],
];

const piece =
  /https?:\/\/\S+|www\.\S+|[\w.+-]+@[\w-]+\.\w+|@\w+|[<>]?[:;=8][-o']?[)(\][dpD/\\|3*]|<3|\b(?:b\/c|w\/o?)(?!\w)|[$€£]?\d+(?:[.,:]\d+)*[\p{L}%€]*|\p{L}[\p{L}\p{M}\d]*(?:['-][\p{L}\d]+)*|\p{Extended_Pictographic}|[!?]+|\.{2,}|["“”]|[.,;:]/gu;

/** Where a word begins inside a tag: “#WhatAJoke” is three. */
const innerCapital = /(?<=\p{Ll})\p{Lu}|(?<=\p{L})\p{Lu}(?=\p{Ll})/gu;
/** “3hrs” is three hours, not the code of something. */
const joinedUnit = /(\d)((?:hour|hr|minute|min|day|week|wk|month|year|yr)s?)\b/giu;

/**
 * The tokens of a message, in order. Lengthened words are cut to two of a letter, so that “sooooo” is one word, however long, and
 * tags are taken apart at their capitals.
 */
export function tokensOf(text: string): Token[] {
  const even = text
    .normalize('NFC')
    .replace(/[’‘`´]/g, "'")
    .replace(/&amp;/g, '&')
    .replace(joinedUnit, '$1 $2')
    .replace(/#\p{L}+/gu, (tag) => tag.replace(innerCapital, ' $&'));
  return Array.from(even.matchAll(piece), ([shown]) => ({ shown, word: wordOf(shown.toLowerCase()) }));
}

function wordOf(lower: string): string {
  for (const [pattern, name] of classes) if (pattern.test(lower)) return name;
  const even = lower.replace(/(\p{L})\1{2,}/gu, '$1$1');
  return spellings.get(even) ?? even;
}

/** Whether a token is a word of the customer's own, not a sign, a picture or the name of a class. */
export function isWord({ word }: Token): boolean {
  return /^\p{L}/u.test(word);
}
