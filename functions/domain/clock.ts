import { alwaysOpen, type Calendar, deadline } from './business-time.ts';
import type { Clock, ClockStep, ResponseKind } from './clock-schema.ts';
import { explainDeadline } from './deadline-reason.ts';
import { durationSeconds } from './duration.ts';
import { calendarOf, type Policy, type PolicyBook } from './policy.ts';

/** What starts a clock: the oldest message that nobody answered, and the policy that says how long that may last. */
export interface ClockStart {
  id: string;
  kind: ResponseKind;
  /** Platform time of the oldest unanswered message. */
  startedAt: string;
  messageId: string;
  policy: Policy;
  book: PolicyBook;
}

/** A clock that starts to run, with every step that it will take unless somebody answers. */
export function startClock({ id, kind, startedAt, messageId, policy, book }: ClockStart): Clock {
  const calendar = calendarOf(policy, book);
  if (!calendar) throw new RangeError(`The policy '${policy.id}' names a calendar that does not exist.`);
  const target = policy.targets[kind];
  const seconds = durationSeconds(target);
  const dueAt = deadline(startedAt, seconds, calendar);
  return {
    id,
    kind,
    state: 'running',
    startedAt: new Date(startedAt).toISOString(),
    dueAt,
    steps: stepsOf(policy, calendar, startedAt, seconds, dueAt),
    why: explainDeadline({ kind, policy, target, startedAt, dueAt, seconds, calendar, messageId }),
  };
}

function stepsOf(
  policy: Policy,
  calendar: Calendar,
  startedAt: string,
  seconds: number,
  dueAt: string,
): ClockStep[] {
  const warning: ClockStep = {
    name: 'warning',
    at: deadline(startedAt, Math.floor(seconds * policy.warnAt), calendar),
    to: 'team',
  };
  const breach: ClockStep = { name: 'breach', at: dueAt, to: 'team' };
  const escalations = policy.escalation.map(({ after, to }, index) => ({
    name: `escalation-${index + 1}`,
    at: deadline(dueAt, durationSeconds(after), calendar),
    to,
  }));
  return [warning, breach, ...escalations];
}

/** The steps towards an instant that is set already: a share of the time before it the warning, and the breach climbs as ever. */
export function stepsBefore(
  dueAt: string,
  { startedAt, policy, book }: Pick<ClockStart, 'startedAt' | 'policy' | 'book'>,
): ClockStep[] {
  const seconds = (Date.parse(dueAt) - Date.parse(startedAt)) / 1000;
  const calendar = calendarOf(policy, book) ?? alwaysOpen;
  const [warning, ...later] = stepsOf(policy, calendar, startedAt, seconds, dueAt);
  const warnAt = new Date(Date.parse(startedAt) + Math.floor(seconds * policy.warnAt) * 1000).toISOString();
  return warning ? [{ ...warning, at: warnAt }, ...later] : later;
}

/** Whether somebody still waits for this clock's answer. A breached clock waits until it is answered or ended. */
export function isWaiting(clock: Clock): boolean {
  return clock.endedAt === undefined && clock.answeredAt === undefined;
}

/**
 * The clock after an answer at `answeredAt`: met iff `answeredAt <= dueAt`, breached otherwise. The instant alone decides: an
 * answer in time that we hear of after the breach was told makes it met.
 */
export function answerClock({ endedAt: _, ...clock }: Clock, answeredAt: string): Clock {
  const met = answeredAt <= clock.dueAt;
  return met
    ? { ...clock, state: 'met', answeredAt }
    : { ...clock, state: 'breached', answeredAt, endedAt: answeredAt };
}

/** The clock when waiting is over without an answer: a breach that happened stays a breach. */
export function endClock(clock: Clock, endedAt: string): Clock {
  const state = clock.state === 'breached' || endedAt > clock.dueAt ? 'breached' : 'ended';
  return { ...clock, state, endedAt };
}

/**
 * The same clock counted anew, because an earlier message or answer arrived late. What it told already stays told.
 */
export function moveClock(clock: Clock, start: ClockStart): Clock {
  const moved = startClock(start);
  const fired = new Map(clock.steps.map((step) => [step.name, step.firedAt]));
  const steps = moved.steps.map((step) => withFiredAt(step, fired.get(step.name)));
  return { ...moved, state: clock.state === 'breached' ? 'breached' : 'running', steps };
}

function withFiredAt(step: ClockStep, firedAt: string | undefined): ClockStep {
  return firedAt === undefined ? step : { ...step, firedAt };
}

/** The next step that a waiting clock will take; undefined when nothing is left to come. */
export function nextStep(clock: Clock): ClockStep | undefined {
  if (!isWaiting(clock)) return undefined;
  const open = clock.steps.filter((step) => step.firedAt === undefined);
  return open.reduce<ClockStep | undefined>(
    (first, step) => (!first || step.at < first.at ? step : first),
    undefined,
  );
}

/**
 * Fires every step that is due (`now > at`) and returns those that somebody must be told of. Firing is recorded in the step,
 * so a step fires once however often this is asked. A warning that comes later than the breach is no longer told.
 */
export function fireClock(clock: Clock, now: string): { clock: Clock; fired: ClockStep[] } {
  if (!isWaiting(clock)) return { clock, fired: [] };
  const due = clock.steps.filter((step) => step.firedAt === undefined && now > step.at);
  if (due.length === 0) return { clock, fired: [] };
  const breached = now > clock.dueAt;
  const fired = due.map((step) => ({ ...step, firedAt: now })).sort((a, b) => (a.at < b.at ? -1 : 1));
  const steps = clock.steps.map((step) => fired.find(({ name }) => name === step.name) ?? step);
  return {
    clock: { ...clock, steps, state: breached ? 'breached' : clock.state },
    fired: fired.filter((step) => !(breached && step.name === 'warning')),
  };
}
