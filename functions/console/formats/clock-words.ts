import type { Clock } from '../api/row.ts';
import { clock as words } from '../words/inbox.ts';
import { secondsTo, spell } from './time.ts';

/** How much a clock presses: `soon` from its warning on, `late` from the instant after it was due. */
export type Tone = 'calm' | 'soon' | 'late' | 'done';

/** The clock that somebody waits on, if any. */
export function waitingClock({ clocks }: { clocks: readonly Clock[] }): Clock | undefined {
  return clocks.find(({ waiting }) => waiting);
}

/** How a clock stands at `now` (epoch milliseconds): by colour and in words. */
export function clockWords(clock: Clock, now: number, locale?: string): { tone: Tone; text: string } {
  if (!clock.waiting) return { tone: 'done', text: outcomeOf(clock) };
  const left = secondsTo(clock.dueAt, now);
  if (left < 0) return { tone: 'late', text: words.late(spell(-left, locale)) };
  const warning = clock.steps.find(({ name }) => name === 'warning');
  const soon = warning !== undefined && secondsTo(warning.at, now) <= 0;
  return { tone: soon ? 'soon' : 'calm', text: words.left(spell(left, locale)) };
}

function outcomeOf({ state, answeredAt }: Clock): string {
  if (state === 'met') return words.met;
  if (state === 'breached') return answeredAt === undefined ? words.missed : words.answeredLate;
  return words.ended;
}
