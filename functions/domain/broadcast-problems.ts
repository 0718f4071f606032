import { type Audience, type Broadcast, textFor } from './broadcast.ts';
import { openPlaces } from './placeholders.ts';
import type { Refusal } from './refusal.ts';

/** What an audience takes, told by its channel. */
export interface AudienceRules {
  /** What people call it. */
  label: string;
  measure(text: string): { length: number; limit: number };
  /** The text as the posts or messages that it makes. */
  inParts(text: string): string[];
  refusesMedia(files: Broadcast['attachments']): Refusal | undefined;
  /** Why nothing can be published there now: an account without token or permission. */
  closed?: Refusal | undefined;
}

/** What a broadcast looks like to one audience, and what stands against it. */
export interface Preview {
  text: string;
  parts: string[];
  length: number;
  limit: number;
  problems: Refusal[];
}

type Said = Pick<Broadcast, 'text' | 'variants' | 'attachments'>;

/** More posts than anybody reads. */
const MOST_PARTS = 25;

/** How an audience will see it, with everything for which it would be refused there. */
export function previewFor(broadcast: Said, audience: Audience, rules: AudienceRules): Preview {
  const text = textFor(broadcast, audience);
  const { length, limit } = rules.measure(text);
  const parts = rules.inParts(text);
  const problems = [
    rules.closed,
    againstText(text, parts, rules) ?? againstOpenPlaces(text, audience, rules),
    broadcast.attachments.length > 0 ? rules.refusesMedia(broadcast.attachments) : undefined,
  ].filter((problem) => problem !== undefined);
  return { text, parts, length, limit, problems };
}

function againstText(text: string, parts: string[], { label, measure }: AudienceRules): Refusal | undefined {
  if (text.trim() === '') {
    return {
      code: 'broadcast:empty',
      explanation: `There is nothing to say on ${label}: the text for it is empty.`,
      advice: 'Write a text, or take this audience out.',
    };
  }
  if (parts.length > MOST_PARTS) {
    return {
      code: 'broadcast:too-many-parts',
      explanation: `On ${label} the text would be ${parts.length} posts; Hark makes up to ${MOST_PARTS}.`,
      advice: 'Shorten it, or put it on a page of yours and post the link.',
    };
  }
  const longest = parts.map(measure).find(({ length, limit }) => length > limit);
  if (!longest) return undefined;
  return {
    code: 'broadcast:too-long',
    explanation: `The text for ${label} has ${longest.length} characters as ${label} counts them; ${longest.limit} fit.`,
    advice: `Shorten it, or write a variant for ${label}.`,
  };
}

/** What is left open in a template, or means one person where many read. */
function againstOpenPlaces(text: string, audience: Audience, { label }: AudienceRules): Refusal | undefined {
  const [place] = openPlaces(text, audience === 'personal');
  return place === undefined
    ? undefined
    : {
        code: 'broadcast:open-place',
        explanation: `People would read “${place}” on ${label} as it stands.`,
        advice: 'Write what it stands for. Names are put in only in answers to each person.',
      };
}

/** The first thing for which a broadcast cannot be published, audience by audience; undefined when nothing is known against it. */
export function problemOf(
  broadcast: Said & Pick<Broadcast, 'audiences'>,
  rulesOf: (audience: Audience) => AudienceRules,
): (Refusal & { audience: Audience }) | undefined {
  for (const audience of broadcast.audiences) {
    const [problem] = previewFor(broadcast, audience, rulesOf(audience)).problems;
    if (problem) return { ...problem, audience };
  }
  return undefined;
}
