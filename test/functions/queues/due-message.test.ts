import { describe, expect, it } from 'vitest';
import { DUE_HORIZON, DueMessage, dueHorizon, dueMessage } from '../../../functions/queues/due-message.ts';

const NOW = '2026-11-20T10:00:00.000Z';
const rows = [
  { name: 'in the past: at once', dueAt: '2026-11-20T09:00:00.000Z', delay: 0 },
  { name: 'a millisecond ago: at once', dueAt: '2026-11-20T09:59:59.999Z', delay: 0 },
  { name: 'now: after it, not at it', dueAt: NOW, delay: 1 },
  { name: 'in 20 s: as soon as they have passed', dueAt: '2026-11-20T10:00:20.000Z', delay: 21 },
  { name: 'in 19.999 s: after 20 s exactly', dueAt: '2026-11-20T10:00:19.999Z', delay: 20 },
  { name: 'in 90 s', dueAt: '2026-11-20T10:01:30.000Z', delay: 91 },
  { name: 'in a day: as long as SQS holds anything back', dueAt: '2026-11-21T10:00:00.000Z', delay: 900 },
];

describe('dueMessage', () => {
  it.each(rows)('due $name', ({ dueAt, delay }) => {
    const message = dueMessage({ id: 'C1', dueAt }, NOW);
    expect(message.delay).toBe(delay);
    expect(DueMessage.parse(JSON.parse(message.body))).toEqual({ id: 'C1', dueAt });
    expect(message.group).toBeUndefined();
  });
});

describe('dueHorizon', () => {
  it('reaches beyond the next sweep, so that a sweep that fails is made good by the next one', () => {
    expect(DUE_HORIZON).toBeGreaterThan(60);
    expect(dueHorizon(NOW)).toBe('2026-11-20T10:01:30.000Z');
  });
});
