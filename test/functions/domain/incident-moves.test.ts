import { describe, expect, it } from 'vitest';
import { IncidentDraft } from '../../../functions/domain/incident.ts';
import {
  amend,
  declare,
  noteWord,
  remind,
  resolveIncident,
  update,
} from '../../../functions/domain/incident-moves.ts';
import { later, NOW } from './sample-broadcast.ts';

const by = { id: 'lead-1', name: 'Lea' };
const draft = IncidentDraft.parse({ title: 'Booking is down', words: ['booking'], affected: ['booking'] });
const { after: incident, events } = declare(draft, { id: 'i1', by, now: NOW });
const said = { id: 'u1', at: later(600), text: 'We found it.', phase: 'identified', by } as const;

describe('an incident', () => {
  it('is owned by whoever declares it, unless somebody else is named', () => {
    expect(incident).toMatchObject({
      ownerId: 'lead-1',
      ownerName: 'Lea',
      state: 'open',
      severity: 'major',
      teamId: 'support',
    });
    expect(events).toEqual([
      { name: 'incident.declared', data: { incidentId: 'i1', teamId: 'support', severity: 'major' } },
    ]);
    const other = declare({ ...draft, ownerId: 'agent-2' }, { id: 'i2', by, now: NOW }).after;
    expect(other).toMatchObject({ ownerId: 'agent-2' });
    expect(other.ownerName).toBeUndefined();
  });

  it('remembers the spike that it came from', () => {
    const spiked = declare(draft, { id: 'i1', by, now: NOW }, { id: 's1', noticedAt: later(-300) });
    expect(spiked.after).toMatchObject({ spikeId: 's1', noticedAt: later(-300) });
  });

  it('is put right while it is open', () => {
    expect(amend(incident, { severity: 'critical' })).toMatchObject({
      after: { severity: 'critical', ownerName: 'Lea' },
    });
    const handed = amend(incident, { ownerId: 'agent-2', ownerName: 'Ben' });
    expect(handed).toMatchObject({ after: { ownerId: 'agent-2', ownerName: 'Ben' } });
  });

  it('is updated, then resolved, and takes nothing after that', () => {
    const updated = update(incident, said);
    expect(updated).toMatchObject({ after: { updates: [said], remindAt: later(2400) } });
    const resolved = resolveIncident(incident, { ...said, phase: 'resolved' });
    if ('refusal' in resolved) throw new Error('It is refused.');
    expect(resolved.after).toMatchObject({ state: 'resolved', resolvedAt: said.at });
    expect(resolved.after.remindAt).toBeUndefined();
    expect(resolved.events.map(({ name }) => name)).toEqual(['incident.updated', 'incident.resolved']);
    for (const again of [
      update(resolved.after, said),
      amend(resolved.after, {}),
      resolveIncident(resolved.after, said),
    ])
      expect(again).toMatchObject({ refusal: { code: 'incident:resolved' } });
  });
});

describe('the reminder of an incident', () => {
  it('comes after half an hour without a word, then after an hour, then every three', () => {
    expect(remind(incident, later(1800))).toBeUndefined();
    const first = remind(incident, later(1801));
    expect(first?.events).toMatchObject([{ name: 'incident.stale', data: { reminder: 1, since: NOW } }]);
    expect(first?.after.remindAt).toBe(later(1801 + 3600));
    const second = first && remind(first.after, later(5402));
    expect(second?.after.remindAt).toBe(later(5402 + 10_800));
    const third = second && remind(second.after, later(16_203));
    expect(third?.after).toMatchObject({ reminders: 3, remindAt: later(16_203 + 10_800) });
  });

  it('starts anew with an update', () => {
    const first = remind(incident, later(1801));
    const updated = first && update(first.after, { ...said, at: later(2000) });
    expect(updated).toMatchObject({ after: { reminders: 0, remindAt: later(3800) } });
  });
});

describe('the first word about an incident', () => {
  const post = { channel: 'x', accountId: '18', nativeId: '7' };

  it('is remembered with its post, one for each account', () => {
    const noted = noteWord(incident, { at: later(60), post });
    expect(noted).toMatchObject({ firstWordAt: later(60), posts: [{ ...post, at: later(60) }] });
    expect(noted && noteWord(noted, { at: later(90), post: { ...post, nativeId: '8' } })).toBeUndefined();
    const other = noted && noteWord(noted, { at: later(90), post: { ...post, accountId: '19' } });
    expect(other).toMatchObject({ firstWordAt: later(60) });
    expect(other?.posts).toHaveLength(2);
  });

  it('may be the status page’s', () => {
    const shown = noteWord(incident, { at: later(60), isShown: true });
    expect(shown).toMatchObject({ firstWordAt: later(60), isShown: true, posts: [] });
    expect(shown && noteWord(shown, { at: later(61), isShown: true })).toBeUndefined();
  });
});
