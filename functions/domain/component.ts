import * as z from 'zod/mini';
import type { Instant } from './instant.ts';
import type { Severity, StatusEntry } from './status-entry.ts';

const label = z.string().check(z.trim(), z.minLength(1), z.maxLength(120));

/** A part of what the company offers, as its customers know it: “Booking”, “App”, “Check-in”. */
export const Component = z.object({
  id: z
    .string()
    .check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'has to be lower case letters, digits and hyphens')),
  name: label,
  description: z.optional(z.string().check(z.maxLength(300))),
  /** Components of one group stand together on the status page. */
  group: z.optional(label),
});
export type Component = z.infer<typeof Component>;

/** All components, in the order in which the status page shows them. */
export const ComponentBook = z.object({
  /** The company's name, for the head of the page and the mails to subscribers. */
  name: z.optional(label),
  components: z.array(Component).check(
    z.maxLength(100),
    z.refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'have an id twice'),
  ),
});
export type ComponentBook = z.infer<typeof ComponentBook>;

/** How a component fares, from best to worst. */
export const componentStates = [
  'operational',
  'maintenance',
  'degraded',
  'partial-outage',
  'major-outage',
] as const;
export type ComponentState = (typeof componentStates)[number];

const bySeverity: Record<Severity, ComponentState> = {
  minor: 'degraded',
  major: 'partial-outage',
  critical: 'major-outage',
};

/** The worse of two states. */
export function worse(a: ComponentState, b: ComponentState): ComponentState {
  return componentStates.indexOf(a) >= componentStates.indexOf(b) ? a : b;
}

/** How a component fares at an instant, by what is told of it. A deadline of planned work that has passed ends it. */
export function stateAt(componentId: string, entries: readonly StatusEntry[], at: Instant): ComponentState {
  return worstBetween(componentId, entries, at, at);
}

/** One day (UTC) of a component: the worst that it went through, and what that was about. */
export interface ComponentDay {
  /** Such as `2026-11-27`. */
  day: string;
  state: ComponentState;
  titles: string[];
}

const DAY = 24 * 3600 * 1000;

/**
 * The latest days of a component up to that of `now`, oldest first. It is worked out from the entries and kept nowhere, so that
 * an incident whose beginning or severity is corrected corrects the days it lay on.
 */
export function historyOf(
  componentId: string,
  entries: readonly StatusEntry[],
  now: Instant,
  days: number,
): ComponentDay[] {
  const midnight = Date.parse(`${now.slice(0, 10)}T00:00:00.000Z`);
  return Array.from({ length: days }, (_, index): ComponentDay => {
    const from = new Date(midnight - (days - 1 - index) * DAY).toISOString();
    const end = new Date(Date.parse(from) + DAY - 1).toISOString();
    const to = end < now ? end : now;
    const about = entries.filter((entry) => concerns(entry, componentId, from, to));
    return {
      day: from.slice(0, 10),
      state: worstBetween(componentId, about, from, to),
      titles: about.map(({ title }) => title),
    };
  });
}

/** The share of its time, from 0 to 1, in which a component was not partly or wholly down. */
export function uptimeOf(
  componentId: string,
  entries: readonly StatusEntry[],
  now: Instant,
  days: number,
): number {
  const until = Date.parse(now);
  const since = Date.parse(`${now.slice(0, 10)}T00:00:00.000Z`) - (days - 1) * DAY;
  const down = entries
    .filter((entry) => entry.affected.includes(componentId) && isDown(entry))
    .map(({ startsAt, endsAt }) => ({
      from: Math.max(since, Date.parse(startsAt)),
      to: Math.min(until, endsAt === undefined ? until : Date.parse(endsAt)),
    }))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from);
  let lost = 0;
  let counted = since;
  for (const { from, to } of down) {
    lost += Math.max(0, to - Math.max(from, counted));
    counted = Math.max(counted, to);
  }
  return until > since ? 1 - lost / (until - since) : 1;
}

function isDown({ kind, severity }: StatusEntry): boolean {
  return kind === 'incident' && (severity === 'major' || severity === 'critical');
}

function worstBetween(
  componentId: string,
  entries: readonly StatusEntry[],
  from: Instant,
  to: Instant,
): ComponentState {
  return entries
    .filter((entry) => concerns(entry, componentId, from, to))
    .reduce((state: ComponentState, entry) => worse(state, meaningOf(entry)), 'operational');
}

function meaningOf({ kind, severity }: StatusEntry): ComponentState {
  if (kind === 'announcement') return 'operational';
  return kind === 'maintenance' ? 'maintenance' : bySeverity[severity ?? 'minor'];
}

function concerns({ kind, affected, startsAt, endsAt }: StatusEntry, id: string, from: Instant, to: Instant) {
  if (kind === 'announcement' || !affected.includes(id)) return false;
  return startsAt <= to && (endsAt === undefined || endsAt > from);
}
