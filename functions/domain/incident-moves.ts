import type { DeskEvent } from './events.ts';
import type { Incident, IncidentDraft, IncidentUpdate } from './incident.ts';
import type { Instant } from './instant.ts';
import type { Refusal } from './refusal.ts';

/** An incident after a step, with what is to be announced. */
export interface IncidentMove {
  after: Incident;
  events: DeskEvent[];
}

type Person = Incident['openedBy'];

/** Seconds without an update after which the owner is reminded: after half an hour, then one hour and three hours later each time. */
const REMINDERS = [1800, 3600, 10_800];

const isOver: Refusal = {
  code: 'incident:resolved',
  explanation: 'This incident is resolved.',
  advice: 'Declare a new one if it is broken again.',
};

/** Somebody says that something is broken. */
export function declare(
  draft: IncidentDraft,
  { id, by, now }: { id: string; by: Person; now: Instant },
  spike?: { id: string; noticedAt: string },
): IncidentMove {
  const { ownerId = by.id, ...rest } = draft;
  const after: Incident = {
    ...rest,
    ownerId,
    ...(ownerId === by.id && { ownerName: by.name }),
    id,
    version: 0,
    state: 'open',
    openedAt: now,
    openedBy: by,
    ...(spike && { spikeId: spike.id, noticedAt: spike.noticedAt }),
    updates: [],
    posts: [],
    ...remindedLater(now, 0),
  };
  return { after, events: [{ name: 'incident.declared', data: named(after) }] };
}

/** Its facts are put right. */
export function amend(
  incident: Incident,
  change: Partial<IncidentDraft> & { ownerName?: string },
): IncidentMove | { refusal: Refusal } {
  if (incident.state === 'resolved') return { refusal: isOver };
  const { ownerName: _, ...rest } = incident;
  const kept = change.ownerId === undefined || change.ownerId === incident.ownerId ? incident : rest;
  const after = { ...kept, ...change };
  return { after, events: [{ name: 'incident.changed', data: named(after) }] };
}

/** Something is said of it, so nobody has to be reminded for a while. */
export function update(incident: Incident, said: IncidentUpdate): IncidentMove | { refusal: Refusal } {
  if (incident.state === 'resolved') return { refusal: isOver };
  const after: Incident = { ...incident, updates: [...incident.updates, said], ...remindedLater(said.at, 0) };
  const data = { ...named(after), updateId: said.id, phase: said.phase };
  return { after, events: [{ name: 'incident.updated', data }] };
}

/** It is fixed. */
export function resolveIncident(
  incident: Incident,
  said: IncidentUpdate,
): IncidentMove | { refusal: Refusal } {
  const updated = update(incident, said);
  if ('refusal' in updated) return updated;
  const { remindAt: _, ...rest } = updated.after;
  const after: Incident = { ...rest, state: 'resolved', resolvedAt: said.at };
  return { after, events: [...updated.events, { name: 'incident.resolved', data: named(after) }] };
}

/** Nobody said anything for a while: its owner is to be told. Undefined when that is not due. */
export function remind(incident: Incident, now: Instant): IncidentMove | undefined {
  const { state, remindAt, reminders } = incident;
  if (state !== 'open' || remindAt === undefined || remindAt >= now) return undefined;
  const after = { ...incident, ...remindedLater(now, reminders + 1) };
  const since = incident.updates.at(-1)?.at ?? incident.openedAt;
  return {
    after,
    events: [{ name: 'incident.stale', data: { ...named(after), reminder: reminders + 1, since } }],
  };
}

function remindedLater(from: Instant, reminders: number): { remindAt: string; reminders: number } {
  const seconds = REMINDERS[Math.min(reminders, REMINDERS.length - 1)] ?? 0;
  return { remindAt: new Date(Date.parse(from) + seconds * 1000).toISOString(), reminders };
}

/** A first word about it is out. A later one on the same account changes nothing. */
export function noteWord(
  incident: Incident,
  word: { at: Instant; post?: { channel: string; accountId: string; nativeId: string }; isShown?: boolean },
): Incident | undefined {
  const { post, at, isShown } = word;
  const isKnown =
    post === undefined ||
    incident.posts.some(({ channel, accountId }) => channel === post.channel && accountId === post.accountId);
  const isNews = !isKnown || incident.firstWordAt === undefined || (isShown === true && !incident.isShown);
  if (!isNews) return undefined;
  return {
    ...incident,
    firstWordAt: incident.firstWordAt ?? at,
    posts: post && !isKnown ? [...incident.posts, { ...post, at }] : incident.posts,
    ...(isShown && { isShown }),
  };
}

/** Whom and what it concerns, as events carry it. */
export function named({ id, teamId, severity }: Incident) {
  return { incidentId: id, teamId, severity };
}
