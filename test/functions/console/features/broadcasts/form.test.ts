import { describe, expect, it } from 'vitest';
import {
  aboutIncident,
  changeOf,
  draftOf,
  emptyForm,
  type Form,
  isSayable,
  ofKind,
} from '../../../../../functions/console/features/broadcasts/form.ts';

const form: Form = {
  ...emptyForm('Europe/London'),
  title: ' News ',
  spoken: { text: 'We moved. ', variants: { x: { text: 'Moved!' } }, audiences: ['x'] },
};

describe('a broadcast that somebody writes', () => {
  it('is sent without blanks around it and without what does not belong to its kind', () => {
    expect(draftOf({ ...form, affected: ['app'], startsAt: '2026-11-28T10:00:00.000Z' })).toEqual({
      kind: 'announcement',
      title: 'News',
      text: 'We moved.',
      variants: { x: { text: 'Moved!' } },
      audiences: ['x'],
      media: [],
      timeZone: 'Europe/London',
    });
  });

  it('says when planned work is, how often it comes and by which accounts, of channels that hear it', () => {
    const planned = { kind: 'maintenance', affected: ['app'], startsAt: '2026-11-28T10:00:00.000Z' } as const;
    const recurrence = { every: 'week', interval: 2, times: 3 } as const;
    const accounts = { x: ['18'], facebook: ['22'] };
    expect(draftOf({ ...form, ...planned, affected: ['app'], recurrence, accounts })).toMatchObject({
      ...planned,
      recurrence,
      accounts: { x: ['18'] },
    });
  });

  it('takes out what it has not any more of one that there is', () => {
    const change = changeOf({ ...form, kind: 'maintenance', affected: ['app'] });
    expect(change).toMatchObject({ title: 'News', affected: ['app'], timeZone: 'Europe/London' });
    expect(change).toMatchObject({ incidentId: null, accounts: null, recurrence: null, startsAt: null });
  });

  it('is about no incident once it is of another kind, or the incident is taken out, and tells nobody personally', () => {
    const spoken = { ...form.spoken, audiences: ['x', 'personal'] } satisfies Form['spoken'];
    const incident: Form = { ...form, kind: 'incident', incidentId: 'i1', spoken };
    for (const changed of [ofKind(incident, 'announcement'), aboutIncident(incident, undefined)]) {
      expect(changed.incidentId).toBeUndefined();
      expect(changed.spoken.audiences).toEqual(['x']);
    }
    expect(aboutIncident(incident, 'i2')).toMatchObject({ incidentId: 'i2', spoken });
    expect(ofKind(incident, 'incident')).toEqual(incident);
  });

  it('is kept once it has a title, words, somebody to hear them and somebody to post them', () => {
    expect(isSayable(form)).toBe(true);
    expect(isSayable({ ...form, title: ' ' })).toBe(false);
    expect(isSayable({ ...form, spoken: { ...form.spoken, audiences: [] } })).toBe(false);
    expect(isSayable({ ...form, accounts: { x: [] } })).toBe(false);
    expect(isSayable({ ...form, accounts: { facebook: [] } })).toBe(true);
  });
});
