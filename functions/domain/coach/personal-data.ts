import { plain, sentencesOf } from '../sentences.ts';
import type { Rule } from './finding.ts';
import { holdsBankAccount, holdsCard, holdsPhone } from './numbers.ts';

const EMAIL = /(?<![\w.+-])(?<box>[\w.+-]+)@(?:[a-z0-9-]+\.)+[a-z]{2,}\b/giu;
/** A mailbox of an office is no person's. */
const OFFICE_BOX =
  /^(?:info|support|help|helpdesk|hello|hi|contact|kontakt|service|services|kundenservice|customer\W?(?:service|care|support)?|customers|care|office|sales|press|media|no-?reply|team|mail|post|admin|booking|bookings|reservations|jobs|feedback|privacy|legal|billing|accounts|orders|returns|refunds|social|hallo|contacto?|bonjour|shop|store|library|reception|claims|complaints|tickets|membership|members|enquiries|inquiries|hr|it)$/iu;
const REFERENCE =
  /\b(?:order|booking|reservation|confirmation|tracking|account|customer|invoice|ticket|reference|case|policy|membership|member|loyalty|passport|client|contract|bestell|buchungs|kunden|rechnungs|auftrags|commande|pedido|reserva)[ -]?(?:number|num|no\.?|nr\.?|nummer|ref(?:erence)?|code|id|n°)?(?: is| was|:)?\s*(?:#|nr\.? ?|no\.? ?)?\s*(?<id>(?=[a-z0-9-]*\d)[a-z0-9][a-z0-9-]{4,})\b/iu;
/** Booking codes of airlines are six letters and digits, often without a digit. */
const BOOKING_CODE =
  /\b(?:[Bb]ooking|[Rr]eservation|[Cc]onfirmation|PNR|[Rr]ecord locator)(?: (?:code|reference|ref|number))?(?: is|:)?\s*#?(?<id>[A-Z0-9]{6})\b/u;
const STREETS = [
  /\b\d{1,5}[a-z]?,? (?:\p{Lu}[\p{L}'.]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Boulevard|Blvd|Court|Ct|Place|Pl|Square|Sq|Terrace|Close|Crescent|Gardens|Way)\b/u,
  /\b\p{Lu}[\p{L}-]*(?:straße|strasse|str\.|gasse|weg|platz|allee|ring|ufer) \d{1,4}[a-z]?\b/u,
  /\b\d{1,4}(?: bis| ter)?,? (?:rue|avenue|boulevard|place|chemin|quai|impasse) \p{L}/iu,
  /\b(?:calle|avenida|avda\.?|plaza|paseo|via|viale|piazza|rua) (?:de(?:l| la)? )?\p{Lu}\p{L}+(?: \p{L}+)*,? \d{1,4}\b/iu,
];
/** Where our own door is, everybody may know. */
const OUR_DOOR =
  /\b(?:our|we|us|shop|store|branch|office|restaurant|caf[ée]|hotel|library|clinic|showroom|located|filiale|gesch[äa]ft|wir|unser\w*)\b/iu;
const DATE_OF_BIRTH = /\b(?:date of birth|dob|born on|birthday is|geboren am)\b[^.]{0,12}\d/iu;

/** Says that a public answer tells everybody what only one person should read. */
export const personalData: Rule = ({ reply, visibility }) => {
  if (visibility !== 'public') return undefined;
  const kinds = personalDataIn(reply);
  if (kinds.length === 0) return undefined;
  return {
    why: `Everybody can read this answer, and it holds ${listOf(kinds)}.`,
    suggestion: 'Take it out, or answer in private; a public answer can say that you wrote there.',
    level: 'confirm',
  };
};

/** What of a text only one person should read, in words. */
export function personalDataIn(text: string): string[] {
  const words = plain(text);
  const reference = REFERENCE.exec(words)?.groups?.id ?? BOOKING_CODE.exec(words)?.groups?.id;
  const boxes = [...words.matchAll(EMAIL)].map(({ groups }) => groups?.box ?? '');
  const kinds: [string, boolean][] = [
    ['a card number', holdsCard(words)],
    ['a bank account', holdsBankAccount(words)],
    ['a phone number', holdsPhone(words)],
    ['an e-mail address', boxes.some((box) => !OFFICE_BOX.test(box))],
    ['an order or booking number', reference !== undefined],
    ['an address', sentencesOf(words).some(({ text: sentence }) => isSomebodysAddress(sentence))],
    ['a date of birth', DATE_OF_BIRTH.test(words)],
  ];
  return kinds.filter(([, isThere]) => isThere).map(([kind]) => kind);
}

function isSomebodysAddress(sentence: string): boolean {
  return STREETS.some((street) => street.test(sentence)) && !OUR_DOOR.test(sentence);
}

function listOf(kinds: string[]): string {
  const last = kinds.at(-1) ?? '';
  return kinds.length > 1 ? `${kinds.slice(0, -1).join(', ')} and ${last}` : last;
}
