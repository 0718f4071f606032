import { seededRandom } from './seeded-random.ts';

/** One message of an invented customer. */
export interface Said {
  /** Epoch milliseconds. */
  at: number;
  teamId: string;
  /** One for each person and day. */
  conversationId: string;
  text: string;
  /** Which incident it is about; undefined for what people say anyway. */
  incident: number | undefined;
}

/** Something that breaks, and what people call it. */
export interface Injected {
  teamId: string;
  words: string[];
  from: number;
  to: number;
  /** Messages an hour about it. */
  rate: number;
}

export interface Traffic {
  said: Said[];
  incidents: Injected[];
  /** From here on it counts; what comes before only tells what is usual. */
  scoredFrom: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const INCIDENTS = 20;

/** What people write about, the more frequent first. */
const everyday =
  `flight luggage refund seat booking delay voucher meal upgrade crew terminal gate passport visa insurance invoice
  receipt miles status lounge wifi screen blanket stroller wheelchair pet bicycle ski group school wedding layover connection transfer
  shuttle taxi parking hotel breakfast window aisle legroom allergy vegan noise temperature cabin landing turbulence pilot announcement
  newsletter subscription password profile address phone birthday name spelling document customs security queue boarding
  counter kiosk printer label scale overweight fee currency card`.split(/\s+/);

const broken = [
  ['booking', 'app', 'crash'],
  ['payment', 'declined', 'card'],
  ['login', 'password', 'error'],
  ['boarding', 'barcode', 'scanner'],
  ['strike', 'cancellation', 'rebooking'],
  ['luggage', 'belt', 'lost'],
  ['wifi', 'portal', 'offline'],
  ['voucher', 'code', 'invalid'],
  ['site', 'blank', 'checkout'],
  ['miles', 'vanished', 'balance'],
];

/** Weekly rhythms, which are no news: each Tuesday at ten the newsletter, each Friday evening the queue, each morning the gate. */
const rhythms = [
  { word: 'newsletter', days: [2], hour: 10, rate: 26 },
  { word: 'queue', days: [5], hour: 17, rate: 22 },
  { word: 'gate', days: [1, 2, 3, 4, 5], hour: 7, rate: 14 },
  { word: 'invoice', days: [1], hour: 9, rate: 18 },
];

const sentences = [
  'my {a} {b} again, what now',
  'is there any news on the {a} {c}?',
  '@corvid_air {a}! and nobody answers about {b}',
  'waiting for {a} and {b} since hours',
  'hello, {c} {a} please',
  'why is {a} not {b}',
];

const teams = [
  { id: 'support', rate: 42 },
  { id: 'airport', rate: 18 },
];

/**
 * Five weeks of invented messages for an airline, the same for the same seed: a rhythm over the day and the week, hours that are busier
 * than others for no reason, weekly bursts, and in the last week twenty incidents of different size.
 */
export function weekOfTraffic(seed: number, start: number): Traffic {
  const random = seededRandom(seed);
  const scoredFrom = start + 28 * DAY;
  const incidents = inject(random, scoredFrom);
  const said: Said[] = [];
  for (const { id: teamId, rate } of teams) {
    for (let hour = start; hour < start + 35 * DAY; hour += HOUR) {
      const busy = rate * rhythm(hour) * Math.exp((random() + random() + random() - 1.5) * 0.5);
      for (let number = poisson(busy, random); number > 0; number -= 1) {
        said.push(saying(random, hour + random() * HOUR, teamId, [], undefined));
      }
      for (const { word, days, hour: at, rate: extra } of rhythms) {
        const date = new Date(hour);
        if (!days.includes(date.getUTCDay()) || date.getUTCHours() !== at) continue;
        for (let number = poisson(extra, random); number > 0; number -= 1)
          said.push(saying(random, hour + random() * HOUR, teamId, [word], undefined));
      }
    }
  }
  incidents.forEach((incident, index) => {
    for (let at = incident.from; at < incident.to; at += 60_000) {
      // It takes some minutes until everybody has noticed.
      const ramp = Math.min(1, (at - incident.from) / (5 * 60_000) + 0.3);
      for (let number = poisson((incident.rate / 60) * ramp, random); number > 0; number -= 1) {
        const words = incident.words.filter(() => random() < 0.8);
        said.push(saying(random, at + random() * 60_000, incident.teamId, words, index));
      }
    }
  });
  return { said: said.sort((a, b) => a.at - b.at), incidents, scoredFrom };
}

function inject(random: () => number, from: number): Injected[] {
  return Array.from({ length: INCIDENTS }, (_, index): Injected => {
    // Apart from each other, so that it is clear which one was noticed.
    const begin = from + ((index + 0.1 + 0.5 * random()) * 7 * DAY) / INCIDENTS;
    const { id: teamId, rate } = teams[index % teams.length] ?? { id: 'support', rate: 1 };
    return {
      teamId,
      words: broken[index % broken.length] ?? [],
      from: begin,
      to: begin + (40 + 80 * random()) * 60_000,
      rate: rate * (1.2 + 2.5 * random()) + 30,
    };
  });
}

/** How busy an hour is, by its place in the day and the week; about 1 on average. */
function rhythm(at: number): number {
  const date = new Date(at);
  const day = 1 + 0.85 * Math.sin(((date.getUTCHours() - 8) / 24) * 2 * Math.PI);
  const weekend = [0, 6].includes(date.getUTCDay()) ? 0.6 : 1.1;
  return day * weekend;
}

let people = 0;

function saying(
  random: () => number,
  at: number,
  teamId: string,
  about: string[],
  incident: number | undefined,
): Said {
  // Frequent words are frequent: the square of chance prefers the beginning of the list.
  const any = () => everyday[Math.floor(random() ** 2 * everyday.length)] ?? '';
  const [a = any(), b = any(), c = any()] = about;
  const pattern = sentences[Math.floor(random() * sentences.length)] ?? '';
  const words = pattern.replace('{a}', a).replace('{b}', b).replace('{c}', c);
  people += 1;
  return {
    at: Math.floor(at),
    teamId,
    // Some write more than once.
    conversationId: `C${random() < 0.12 ? Math.max(1, people - 1) : people}`,
    text: about.length > 2 ? `${words} ${about.join(' ')}` : words,
    incident,
  };
}

function poisson(mean: number, random: () => number): number {
  let count = 0;
  let left = mean;
  while (left > 0) {
    left += Math.log(1 - random());
    if (left > 0) count += 1;
  }
  return count;
}
