import type { Affected } from './affected.ts';
import type { Conversation } from './conversation.ts';
import type { Incident } from './incident.ts';
import type { Instant } from './instant.ts';
import { saidIn, wordOf } from './said-words.ts';

/** How long before an incident was declared somebody may have noticed it, in seconds. */
export const BEFORE = 24 * 3600;

/** What a conversation is compared by: what the person said lately, oldest first. */
export interface Heard {
  conversation: Pick<Conversation, 'id' | 'triage' | 'blocked' | 'incidentId'>;
  said: readonly { text: string; at: Instant }[];
}

/** Why a conversation may belong to an incident, one sentence each, and when the person first spoke of it. */
export interface Suspicion {
  reasons: string[];
  reportedAt: Instant;
}

/**
 * Whether a conversation may belong to an incident; undefined when it does not seem to. Words alone make it so, or the name of what
 * is broken; when it was said and why they write only say more. What was said long before is about something else.
 */
export function affectedBy(
  { conversation, said }: Heard,
  incident: Pick<Incident, 'id' | 'words' | 'openedAt' | 'state'>,
  components: readonly { id: string; name: string }[],
): Suspicion | undefined {
  if (incident.state !== 'open' || conversation.blocked || conversation.incidentId !== undefined)
    return undefined;
  const earliest = new Date(Date.parse(incident.openedAt) - BEFORE * 1000).toISOString();
  const lately = said.filter(({ at }) => at >= earliest).map(({ text, at }) => ({ at, heard: saidIn(text) }));
  const says = (phrase: string) => lately.find(({ heard }) => wordOf(phrase)(heard))?.at;
  const words = incident.words.filter((word) => says(word) !== undefined);
  const named = components.filter(({ name }) => says(name) !== undefined);
  const [at] = [...words, ...named.map(({ name }) => name)]
    .flatMap((phrase) => says(phrase) ?? [])
    .toSorted();
  if (at === undefined) return undefined;
  const reasons = [
    ...(words.length > 0 ? [`It says ${words.map(quoted).join(', ')}.`] : []),
    ...named.map(({ name }) => `It names ${quoted(name)}, which is affected.`),
    at < incident.openedAt
      ? `It was said ${minutes(at, incident.openedAt)} before the incident was declared.`
      : `It was said ${minutes(incident.openedAt, at)} after the incident was declared.`,
    ...(conversation.triage?.reason === 'problem' ? ['It reports a problem.'] : []),
  ];
  return { reasons, reportedAt: at };
}

const quoted = (words: string) => `“${words}”`;

function minutes(from: Instant, to: Instant): string {
  const count = Math.round((Date.parse(to) - Date.parse(from)) / 60_000);
  if (count === 0) return 'less than a minute';
  return count === 1 ? '1 minute' : `${count} minutes`;
}

/** A conversation as it is proposed for an incident. */
export function proposal(
  incidentId: string,
  { conversation }: Heard,
  { reasons, reportedAt }: Suspicion,
  now: Instant,
): Affected {
  return {
    incidentId,
    conversationId: conversation.id,
    state: 'proposed',
    reasons,
    proposedAt: now,
    reportedAt,
  };
}
