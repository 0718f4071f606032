import { type BusEvent, createEvent, type Rule } from './event-bus.ts';
import { accountId, region } from './intrinsics.ts';

const UNIT_MS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Milliseconds between two runs of a `rate(…)` expression; undefined for anything else. */
export function rateMs(expression: string): number | undefined {
  const [, count, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const unitMs = UNIT_MS[unit];
  return unitMs === undefined ? undefined : Number(count) * unitMs;
}

/** The rules whose schedule is not a rate, for the terminal to name. */
export function rulesNotRun(rules: Rule[]): Rule[] {
  return rules.filter(({ schedule }) => schedule !== undefined && rateMs(schedule) === undefined);
}

/**
 * Runs the rules with a `rate(…)`: once at the start, so that whatever fell due while nothing ran is found, then in turn.
 * Returns what stops it.
 */
export function startSchedules(rules: Rule[], run: (rule: Rule, event: BusEvent) => void): () => void {
  const timers = rules.flatMap((rule) => {
    const every = rule.schedule === undefined ? undefined : rateMs(rule.schedule);
    if (every === undefined) return [];
    const arn = `arn:aws:events:${region}:${accountId}:rule/${rule.name}`;
    const fire = () => run(rule, createEvent('aws.events', 'Scheduled Event', [arn], {}, new Date()));
    fire();
    return setInterval(fire, every);
  });
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
