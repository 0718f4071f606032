import {
  type ComponentBook,
  type ComponentState,
  historyOf,
  stateAt,
  uptimeOf,
  worse,
} from '../domain/component.ts';
import type { Instant } from '../domain/instant.ts';
import { isStanding, isUntold, type StatusEntry } from '../domain/status-entry.ts';
import { DAYS_SHOWN, type Site, type StatusBoard } from './site.ts';

const DAY = 24 * 3600 * 1000;
/** How long an announcement without an end counts as new, in days. */
const NEW_FOR = 14;

const severities = ['minor', 'major', 'critical'];

/** What the page shows at an instant, from what was published. */
export function boardOf(
  { components }: ComponentBook,
  all: readonly StatusEntry[],
  site: Site,
  now: Instant,
): StatusBoard {
  const entries = all.filter(isStanding);
  const since = new Date(Date.parse(now) - DAYS_SHOWN * DAY).toISOString();
  const shown = entries.filter((entry) => isOpen(entry, now) || lastOf(entry) >= since);
  const open = shown.filter((entry) => entry.kind === 'incident' && isOpen(entry, now));
  const work = shown.filter((entry) => entry.kind === 'maintenance' && isOpen(entry, now));
  const planned = work.filter((entry) => !isUntold(entry) || !work.some((other) => isBefore(other, entry)));
  const underWay = planned.filter(({ startsAt }) => startsAt <= now);
  const isNews = (entry: StatusEntry) => entry.kind === 'announcement' && isNew(entry, now);
  const states = components.map(({ id }) => stateAt(id, entries, now));
  return {
    site,
    state: [...states, ...[...open, ...underWay].map(meaningOf)].reduce(worse, 'operational'),
    components: components.map((component) => ({
      ...component,
      state: stateAt(component.id, entries, now),
      uptime: uptimeOf(component.id, entries, now, DAYS_SHOWN),
      days: historyOf(component.id, entries, now, DAYS_SHOWN),
    })),
    open: open.sort((a, b) => rank(b) - rank(a) || compare(b.startsAt, a.startsAt)),
    maintenance: planned.sort((a, b) => compare(a.startsAt, b.startsAt)),
    announcements: shown.filter(isNews).sort((a, b) => compare(b.startsAt, a.startsAt)),
    past: shown
      .filter((entry) => (entry.kind === 'announcement' ? !isNew(entry, now) : !isOpen(entry, now)))
      .sort((a, b) => compare(b.startsAt, a.startsAt)),
  };
}

/** Of work that recurs, only the next time is shown; who reads of two would have to find out which one is meant. */
function isBefore(one: StatusEntry, other: StatusEntry): boolean {
  const sameWork = one.title === other.title && one.affected.join() === other.affected.join();
  return sameWork && one.startsAt < other.startsAt;
}

/** What concerns no component that customers know is told all the same. */
function meaningOf(entry: StatusEntry): ComponentState {
  return stateAt('', [{ ...entry, affected: [''] }], entry.startsAt);
}

function isOpen({ endsAt }: StatusEntry, now: Instant): boolean {
  return endsAt === undefined || endsAt > now;
}

function isNew({ startsAt, endsAt }: StatusEntry, now: Instant): boolean {
  return now < (endsAt ?? new Date(Date.parse(startsAt) + NEW_FOR * DAY).toISOString());
}

function lastOf({ startsAt, endsAt, updates }: StatusEntry): Instant {
  return [startsAt, endsAt ?? startsAt, updates.at(-1)?.at ?? startsAt].sort().at(-1) ?? startsAt;
}

const rank = ({ severity }: StatusEntry) => severities.indexOf(severity ?? 'minor');
const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);
