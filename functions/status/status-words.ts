import type { ComponentState } from '../domain/component.ts';
import type { Phase, Severity, StatusEntry } from '../domain/status-entry.ts';

/** States as customers read them. */
export const stateWords: Record<ComponentState, string> = {
  operational: 'Works',
  maintenance: 'Planned work',
  degraded: 'Works badly',
  'partial-outage': 'Partly down',
  'major-outage': 'Down',
};

/** The page in one sentence. */
export const overallWords: Record<ComponentState, string> = {
  operational: 'Everything works',
  maintenance: 'Planned work is under way',
  degraded: 'Something works badly',
  'partial-outage': 'Something is partly down',
  'major-outage': 'Something is down',
};

export const phaseWords: Record<Phase, string> = {
  investigating: 'Looking into it',
  identified: 'Cause found',
  monitoring: 'Watching',
  resolved: 'Resolved',
};

export const severityWords: Record<Severity, string> = {
  minor: 'Minor incident',
  major: 'Major incident',
  critical: 'Critical incident',
};

/** What an entry is, in two words. */
export function kindWords({ kind, severity }: StatusEntry): string {
  if (kind === 'incident') return severityWords[severity ?? 'minor'];
  return kind === 'maintenance' ? 'Planned work' : 'News';
}

const minutes = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});
const days = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** An instant for people, such as `27 Nov, 10:05 UTC`; customers sit in every time zone. */
export function momentWords(instant: string): string {
  return `${minutes.format(new Date(instant))} UTC`;
}

/** A day for people, such as `27 November 2026`. */
export function dayWords(instant: string): string {
  return days.format(new Date(instant));
}

/** A share of time with as many digits as say something: `100 %`, `99.98 %`. */
export function percentWords(share: number): string {
  // A second of outage is not nothing.
  const percent = share === 1 ? 100 : Math.min(99.99, Math.floor(share * 10_000) / 100);
  return `${percent} %`;
}
