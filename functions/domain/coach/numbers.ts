import cards from 'card-validator';
import { type CountryCode, findPhoneNumbersInText } from 'libphonenumber-js/min';

/** Digits as people group them. */
const DIGITS = /(?<![\w.,-])\d(?:[ -]?\d){11,18}(?![\w-])/gu;
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b/gu;
/** Where a number without its country's prefix may be from. More countries find more numbers that are none. */
const COUNTRIES: CountryCode[] = ['US', 'GB', 'DE', 'AT', 'CH', 'FR', 'ES', 'IT', 'NL', 'AU'];
/** Grouped, in parentheses, or with a leading zero: bare digits are as often something else. */
const LIKE_A_PHONE = /^(?:\+|00|\(|0\d)|\d[ ()/.-]+\d{2,}[ ()/.-]+\d|\d{3,}[ /-]\d{4,}/u;
/** Free for the caller, so it is an office's. */
const OFFICE_LINE =
  /^(?:\+?1[ .-]?)?\(?8(?:00|88|77|66|55|44|33)\b|^(?:\+?\d{2} ?)?\(?0?800\b|^1[38]00\b|^0?(?:3\d\d|84\d|87\d)\b/u;
const ABOUT_PHONES =
  /\b(?:call|phone|ring|mobile|cell|tel\.?|telephone|number|text|whatsapp|sms|handy|anruf\w*)\b/iu;

/** Whether a text holds the number of a payment card. */
export function holdsCard(text: string): boolean {
  return (text.match(DIGITS) ?? []).some((digits) => cards.number(digits.replace(/\D/g, '')).isValid);
}

/** Whether a text holds an IBAN whose check digits are right. */
export function holdsBankAccount(text: string): boolean {
  return (text.match(IBAN) ?? []).some((found) => remainder(found.replaceAll(' ', '')) === 1);
}

/** The IBAN's digits modulo 97, letters counting from 10. */
function remainder(iban: string): number {
  const moved = `${iban.slice(4)}${iban.slice(0, 4)}`;
  const digits = moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return Array.from(digits).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0);
}

/** Whether a text holds a phone number that somebody in particular answers. */
export function holdsPhone(message: string): boolean {
  const text = message.replace(DIGITS, (digits) => (holdsCard(digits) ? ' ' : digits)).replace(IBAN, ' ');
  if (!/\d[\d ()/.-]{6,}\d/u.test(text)) return false;
  const abroad = phonesIn(text);
  if (abroad.length > 0) return true;
  return COUNTRIES.some((country) =>
    phonesIn(text, country).some((written) => LIKE_A_PHONE.test(written) || ABOUT_PHONES.test(text)),
  );
}

function phonesIn(text: string, country?: CountryCode): string[] {
  const found = findPhoneNumbersInText(text, country ? { defaultCountry: country } : {});
  return found
    .map(({ startsAt, endsAt }) => text.slice(startsAt, endsAt))
    .filter((written) => !OFFICE_LINE.test(written) && !/^\d{4}-\d{2}-\d{2}/.test(written));
}
