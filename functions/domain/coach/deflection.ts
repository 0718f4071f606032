import { promisesAnything } from '../promise.ts';
import { plain, sentencesOf } from '../sentences.ts';
import {
  FOREIGN_ASKED_FOR_CONTACT,
  FOREIGN_NAMED,
  FOREIGN_OFFER,
  sendsElsewhere,
} from './deflection-words.ts';
import type { Rule } from './finding.ts';

const ASKED =
  "(?:^|[,;:!] |\\bplease |\\bkindly |\\bjust |\\bsimply |\\byou (?:can|could|should|may|must|might|will|need to|have to|'ll need to|'ll have to|will need to|will have to|would need to|would have to|might want to|are welcome to)(?: also| then| please| always)? |\\b(?:best|better|easiest) to |\\b(?:advise|recommend|suggest|ask|encourage) you (?:to )?|\\brecommend (?:that you )?)";
const SOMEWHERE =
  '(?:(?:the|our|your|that|this|a) (?:[\\w-]+ ){0,3}?(?:department|dept\\.?|office|team|support|service|services|helpdesk|help ?desk|hotline|branch|store|shop|library|reception|front desk|call cent(?:er|re)|counter|website|web ?site|faqs?|help cent(?:er|re)|customer care|customer services?|customer support|admissions|airline|agency|seller|registrar|administration|colleagues|people|manufacturer|carrier|courier|bank|page|portal|form|app|hotline)|customer (?:service|services|care|support|relations)|support|admissions|technical support|tech support|us)\\b';
const CONTACT =
  '(?:contact|call|phone|ring|e-?mail|write (?:to )?|reach out to|get in (?:touch|contact) with|speak (?:to|with)|talk (?:to|with)|visit|go to|check with|refer to|turn to|approach|see|consult|check(?: on| at)?|look (?:at|on|up)|use|search|log a ticket (?:with|at|through|via|on)|open a ticket (?:with|at|through|via|on)|(?:fill (?:in|out)|submit|complete) (?:[\\w-]+ ){1,4}(?:on|at|through|via|to|with)|address (?:this|it|your \\w+) to|direct (?:this|it|your \\w+) to|raise (?:this|it) with|take (?:this|it) up with|try)';
const SENDS_ELSEWHERE = new RegExp(`${ASKED}(?:please )?${CONTACT} ?${SOMEWHERE}`, 'iu');
/** "Email claims@example.com", "call 0800 …": a box or a line, and nobody who answers. */
const TO_A_BOX = new RegExp(
  `${ASKED}(?:please )?(?:e-?mail|mail|write to|contact|call|ring|phone|text)(?: us (?:at|on|via|under))? (?:[\\w.+-]+@|\\+?\\(?\\d[\\d ()-]{5,})`,
  'iu',
);
const OFFICE_HOURS =
  /\b(?:call|ring|phone|contact|visit|reach|e-?mail|come (?:in|by)) (?:\w+ ){0,6}?(?:during|in|within|at|between) (?:\w+ ){0,2}?(?:business|office|opening|working|normal) hours\b|\b(?:call|ring|phone) us (?:\w+ ){0,5}?(?:mon(?:day)?|weekdays|between \d)/iu;

const LINK =
  /https?:\/\/\S+|\bwww\.\S+|(?<![@.\w-])(?:[a-z0-9-]+\.)+(?:com|org|net|de|at|co\.uk|io|eu|fr|es|edu)(?:\/\S*)?/giu;
/** What surrounds a link without saying anything. */
const EMPTY_WORDS =
  /\b(?:hi|hello|hey|there|dear|please|kindly|see|check|out|visit|click|go|to|here|this|the|our|a|link|page|website|site|for|more|all|further|info|information|details|on|at|you|can|find|it|is|are|everything|your|answer|question|thanks|thank|have|look|read|and|about|following|below|take|that|in|of|faq|faqs|we|s)\b/giu;
const WORDS_OF_AN_ANSWER = 4;

/** A person by name, with a title or by two names, or one that is called a colleague. */
const NAMED =
  /(?:\b(?:Dr|Mr|Mrs|Ms|Herr|Frau|Prof)\.? \p{Lu}\p{Ll}+|\b(?:colleague|manager|specialist|name is|ask for|contact|call|e-?mail|speak (?:to|with)|talk (?:to|with)|write to|reach out to|get in touch with),? (?!Us\b|Our\b|The\b|Your\b|Customer|Support|Admissions)\p{Lu}\p{Ll}+\b|\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+,? (?:\(|at |on |in |from |knows|is (?:our|the|in charge)))/u;
/** An offer beside an answer sends nobody away. */
const OFFER =
  /\b(?:if you(?:'d| would| do|'re| are| have| need| want| prefer| still)|should you|or (?:i|we)|feel free|any time|anytime|whenever|alternatively|also|happy to help|we're here|in case|next time|anything else|other questions|further questions)\b/iu;
const ASKED_FOR_CONTACT =
  /\b(?:(?:phone|telephone|contact|customer service) number|(?:what|which) number|your (?:number|e-?mail|address)|(?:who|whom|how|where) (?:can|do|should|could|to) (?:i |we )?(?:\w+ )?(?:contact|call|e-?mail|reach|speak|talk|write|turn)|e-?mail address|how to (?:contact|reach))/iu;

/** Says that an answer sends the customer elsewhere without saying to whom, or gives a bare link. */
export const deflection: Rule = ({ reply, to }) => {
  const text = plain(reply);
  const words = deflectionIn(text, plain(to));
  if (words === undefined) return undefined;
  return { ...reasonOf(words, text), level: 'hint' };
};

function deflectionIn(text: string, to: string): string | undefined {
  if (isBareLink(text)) return text.match(LINK)?.[0] ?? text;
  if (NAMED.test(text) || FOREIGN_NAMED.test(text)) return undefined;
  if (ASKED_FOR_CONTACT.test(to) || FOREIGN_ASKED_FOR_CONTACT.test(to) || promisesAnything(text))
    return undefined;
  const sentences = sentencesOf(text).filter(
    ({ text: words }) => !OFFER.test(words) && !FOREIGN_OFFER.test(words),
  );
  const sending = sentences.find(
    ({ text: words }) =>
      [SENDS_ELSEWHERE, TO_A_BOX, OFFICE_HOURS].some((pattern) => pattern.test(words)) ||
      sendsElsewhere(words),
  );
  return sending?.text;
}

function reasonOf(words: string, text: string): { why: string; suggestion: string } {
  if (isBareLink(text)) {
    return {
      why: 'The answer is a link and nothing else; the customer has to find the answer alone.',
      suggestion: 'Say in a sentence what they will find, and give the link for the rest.',
    };
  }
  if (OFFICE_HOURS.test(words)) {
    return {
      why: `“${words}” makes the customer wait and ask again.`,
      suggestion: 'Find it out and answer here, or say who will call them and when.',
    };
  }
  return {
    why: `“${words}” sends the customer elsewhere without saying to whom.`,
    suggestion:
      'Ask there yourself and promise the answer, or name the person who knows, with how to reach them.',
  };
}

function isBareLink(text: string): boolean {
  if (!new RegExp(LINK).test(text)) return false;
  const rest = text
    .replace(LINK, ' ')
    .replace(/[@#]\w+/gu, ' ')
    .replace(EMPTY_WORDS, ' ');
  return (rest.match(/[\p{L}\d]{2,}/gu) ?? []).length < WORDS_OF_AN_ANSWER;
}
