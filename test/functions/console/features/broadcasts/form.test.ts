import { describe, expect, it } from 'vitest';
import {
  draftOf,
  emptyForm,
  type Form,
  isSayable,
} from '../../../../../functions/console/features/broadcasts/form.ts';

const form: Form = {
  ...emptyForm,
  title: ' News ',
  spoken: { text: 'We moved. ', variants: { x: { text: 'Moved!' } }, audiences: ['x'] },
};

describe('a broadcast that somebody writes', () => {
  it('is sent without blanks around it and without what does not belong to its kind', () => {
    expect(
      draftOf({ ...form, affected: ['app'], startsAt: '2026-11-28T10:00:00.000Z' }, 'Europe/London'),
    ).toEqual({
      kind: 'announcement',
      title: 'News',
      text: 'We moved.',
      variants: { x: { text: 'Moved!' } },
      audiences: ['x'],
      media: [],
      timeZone: 'Europe/London',
    });
  });

  it('says when planned work is, and how often it comes', () => {
    const planned = { kind: 'maintenance', affected: ['app'], startsAt: '2026-11-28T10:00:00.000Z' } as const;
    expect(draftOf({ ...form, ...planned, affected: ['app'], repeats: 'week' }, 'UTC')).toMatchObject({
      ...planned,
      recurrence: { every: 'week' },
    });
  });

  it('is kept once it has a title, words and somebody to hear them', () => {
    expect(isSayable(form)).toBe(true);
    expect(isSayable({ ...form, title: ' ' })).toBe(false);
    expect(isSayable({ ...form, spoken: { ...form.spoken, audiences: [] } })).toBe(false);
  });
});
