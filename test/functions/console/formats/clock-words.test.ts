import { describe, expect, it } from 'vitest';
import { clockWords, waitingClock } from '../../../../functions/console/formats/clock-words.ts';
import { row, waiting } from '../rows.ts';

const DUE = '2026-11-20T12:00:00.000Z';
const clock = waiting(DUE);
const at = (time: string) => Date.parse(`2026-11-20T${time}.000Z`);

describe('clockWords', () => {
  it.each([
    { name: 'is calm long before', now: '10:55:00', tone: 'calm', text: '1h 5m left' },
    { name: 'presses from its warning on', now: '11:30:00', tone: 'soon', text: '30m left' },
    { name: 'counts seconds at the end', now: '11:59:48', tone: 'soon', text: '12s left' },
    { name: 'is not late at the very instant', now: '12:00:00', tone: 'soon', text: '0s left' },
    { name: 'is late after it', now: '12:03:00', tone: 'late', text: '3m late' },
  ])('$name', ({ now, tone, text }) => {
    expect(clockWords(clock, at(now), 'en')).toEqual({ tone, text });
  });

  it.each([
    { state: 'met' as const, answeredAt: DUE, text: 'Answered in time' },
    { state: 'breached' as const, answeredAt: '2026-11-20T13:00:00.000Z', text: 'Answered late' },
    { state: 'breached' as const, answeredAt: undefined, text: 'Missed' },
    { state: 'ended' as const, answeredAt: undefined, text: 'Ended' },
  ])('says of a clock that is over: $text', ({ state, answeredAt, text }) => {
    const over = { ...clock, state, answeredAt, waiting: false };
    expect(clockWords(over, at('14:00:00'), 'en')).toEqual({ tone: 'done', text });
  });

  it('finds the one clock that somebody waits on', () => {
    const over = { ...clock, id: 'c0', waiting: false };
    expect(waitingClock(row('a', { clocks: [over, clock] }))?.id).toBe('c1');
  });
});
