import { describe, expect, it } from 'vitest';
import {
  belongs,
  countFilters,
  readFilters,
  writeFilters,
} from '../../../../../functions/console/features/inbox/inbox-query.ts';
import { row } from '../../rows.ts';

describe('filters in an address', () => {
  it('are read as they were written', () => {
    const filters = { channel: 'x', owner: 'me', tag: 'late parcel', q: 'größe & farbe' };
    expect(readFilters(writeFilters(filters))).toEqual(filters);
  });

  it('leave out what is empty or unknown', () => {
    expect(readFilters('q=+&status=resolved&team=support')).toEqual({ team: 'support' });
    expect(writeFilters({ q: '', reason: undefined })).toBe('');
  });

  it('are counted without the search', () => {
    expect(countFilters({ q: 'parcel', channel: 'x' })).toBe(1);
  });
});

describe('belongs', () => {
  const me = { id: 'ada' };

  it.each([
    { name: 'an open one to all open', query: {}, fields: {}, verdict: 'yes' },
    {
      name: 'a resolved one not to the open',
      query: {},
      fields: { status: 'resolved' as const },
      verdict: 'no',
    },
    { name: 'mine to me', query: { owner: 'me' }, fields: { ownerId: 'ada' }, verdict: 'yes' },
    { name: 'another’s not to me', query: { owner: 'me' }, fields: { ownerId: 'leo' }, verdict: 'no' },
    { name: 'nobody’s to nobody', query: { owner: 'none' }, fields: { ownerId: null }, verdict: 'yes' },
    { name: 'a tagged one to its tag', query: { tag: 'vip' }, fields: { tags: ['vip'] }, verdict: 'yes' },
    {
      name: 'another reason not',
      query: { reason: 'inquiry' },
      fields: { reason: 'problem' },
      verdict: 'no',
    },
    { name: 'a blocked one to none', query: {}, fields: { blocked: true }, verdict: 'no' },
    { name: 'a search only by the desk', query: { q: 'parcel' }, fields: {}, verdict: 'unknown' },
  ])('counts $name', ({ query, fields, verdict }) => {
    expect(belongs(row('a', fields), query, me)).toBe(verdict);
  });
});
