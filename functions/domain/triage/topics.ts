import { stopWords } from './stop-words.ts';
import { isWord, type Token } from './tokens.ts';

/** More topics than this would be the message once more. */
const MOST_TOPICS = 8;
const SHORTEST = 3;

/** Words for the same thing, so that a rush of messages about it is seen as one. */
const oneName = new Map(
  `flights:flight planes:plane delays:delay delayed:delay canceled:cancellation cancelations:cancellation cancel:cancellation
  cancellations:cancellation bags:luggage bag:luggage baggage:luggage suitcase:luggage suitcases:luggage refunds:refund refunded:refund
  bookings:booking booked:booking rebooked:rebooking rebook:rebooking payments:payment apps:app logging:login log-in:login
  logged:login website:site webpage:site homepage:site orders:order ordered:order parcels:parcel package:parcel packages:parcel
  deliveries:delivery delivered:delivery trains:train outages:outage cards:card charged:charge charges:charge prices:price
  tickets:ticket seats:seat rooms:room internet:internet wi-fi:wifi`
    .split(/\s+/)
    .map((pair): [string, string] => {
      const [word = '', name = ''] = pair.split(':');
      return [word, name];
    }),
);

/** What a message is about: its words that say something, in one form each, then pairs of them that stand together. */
export function topicsOf(tokens: Token[]): string[] {
  const names = tokens.map((token) => (isWord(token) ? nameOf(token.word) : undefined));
  const single = names.filter((name) => name !== undefined);
  const pairs = names.flatMap((name, index) => {
    const next = names[index + 1];
    return name === undefined || next === undefined || name === next ? [] : [`${name} ${next}`];
  });
  return [...new Set([...single.slice(0, MOST_TOPICS - 2), ...pairs])].slice(0, MOST_TOPICS);
}

function nameOf(word: string): string | undefined {
  const name = oneName.get(word) ?? word;
  return name.length < SHORTEST || stopWords.has(word) || stopWords.has(name) ? undefined : name;
}
