import { alwaysOpen, type Calendar } from './business-time.ts';
import type { DeadlineReason, ResponseKind } from './clock-schema.ts';
import type { Policy } from './policy.ts';

interface Deadline {
  kind: ResponseKind;
  policy: Policy;
  /** ISO 8601 duration. */
  target: string;
  seconds: number;
  startedAt: string;
  dueAt: string;
  calendar: Calendar;
  messageId: string;
}

const whatWaits: Record<ResponseKind, string> = {
  firstResponse: 'a first response',
  nextResponse: 'the next response',
};

/** Says why a deadline falls where it does, so that nobody has to guess which closing times moved it. */
export function explainDeadline(reason: Deadline): DeadlineReason {
  const { policy, kind, target, seconds, startedAt, dueAt, calendar, messageId } = reason;
  const closedSeconds = Math.round((Date.parse(dueAt) - Date.parse(startedAt)) / 1000) - seconds;
  const always = calendar === alwaysOpen;
  const hours = always
    ? 'The time runs around the clock.'
    : `Only opening hours (${calendar.timeZone}) count; closing time in between: ${closedSeconds > 0 ? spell(closedSeconds) : 'none'}.`;
  return {
    policyId: policy.id,
    target,
    countedFrom: startedAt,
    messageId,
    calendar: always ? '24x7' : calendar.timeZone,
    closedSeconds,
    sentence: `The policy “${policy.id}” allows ${spell(seconds)} for ${whatWaits[kind]}, counted from the oldest unanswered message. ${hours}`,
  };
}

/** Seconds in the largest units that fit, such as `1 day 2 hours`; zero is `no time`. */
export function spell(seconds: number): string {
  const units: [string, number][] = [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
    ['second', 1],
  ];
  let rest = Math.max(0, Math.round(seconds));
  const words = units.flatMap(([name, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count === 0 ? [] : [`${count} ${name}${count === 1 ? '' : 's'}`];
  });
  return words.join(' ') || 'no time';
}
