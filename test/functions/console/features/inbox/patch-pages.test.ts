import { describe, expect, it } from 'vitest';
import type { Row } from '../../../../../functions/console/api/row.ts';
import { type Loaded, patchPages } from '../../../../../functions/console/features/inbox/patch-pages.ts';
import { row } from '../../rows.ts';

const me = { id: 'ada' };
const at = (id: string, hour: string, fields: Partial<Row> = {}) =>
  row(id, { place: `0#2026-11-20T${hour}:00:00.000Z#${id}`, ...fields });
const loaded = (cursor: string | null, ...pages: Row[][]) => ({
  pages: pages.map((items, index) => ({ items, cursor: index === pages.length - 1 ? cursor : 'more' })),
  pageParams: pages.map((_, index) => String(index)),
});
const ids = ({ pages }: Loaded<string>) => pages.map(({ items }) => items.map(({ id }) => id));

describe('patchPages', () => {
  const list = loaded('more', [at('a', '10'), at('c', '12')], [at('e', '14')]);

  it('puts a new row where the desk would have it', () => {
    expect(ids(patchPages(list, at('b', '11'), {}, me))).toEqual([['a', 'b', 'c'], ['e']]);
    expect(ids(patchPages(list, at('d', '13'), {}, me))).toEqual([
      ['a', 'c'],
      ['d', 'e'],
    ]);
  });

  it('leaves a row beyond what is loaded to its page', () => {
    expect(patchPages(list, at('z', '20'), {}, me)).toEqual(list);
    expect(ids(patchPages(loaded(null, [at('a', '10')]), at('z', '20'), {}, me))).toEqual([['a', 'z']]);
  });

  it('moves a row whose clock changed', () => {
    expect(ids(patchPages(list, at('a', '13', { version: 2 }), {}, me))).toEqual([['c'], ['a', 'e']]);
  });

  it('takes a row out that belongs no more', () => {
    const answered = at('c', '12', { version: 2, unanswered: 0 });
    expect(ids(patchPages(list, answered, { unanswered: true }, me))).toEqual([['a'], ['e']]);
    const given = at('c', '12', { version: 2, ownerId: 'leo' });
    expect(ids(patchPages(list, given, { owner: 'none' }, me))).toEqual([['a'], ['e']]);
  });

  it('takes no older state for a newer one', () => {
    const newer = loaded(null, [at('a', '10', { version: 5 })]);
    expect(patchPages(newer, at('a', '10', { version: 4, unanswered: 0 }), {}, me)).toBe(newer);
  });

  it('renews what only the desk can place, and puts nothing in', () => {
    const renewed = patchPages(list, at('c', '12', { version: 2, preview: 'new' }), { q: 'parcel' }, me);
    expect(renewed.pages[0]?.items[1]?.preview).toBe('new');
    expect(patchPages(list, at('b', '11'), { q: 'parcel' }, me)).toBe(list);
  });

  it('lists what was resolved latest first', () => {
    const done = (id: string, day: number) =>
      row(id, { status: 'resolved', place: `2026-11-${day}T10:00:00.000Z#${id}` });
    const resolved = loaded(null, [done('b', 20), done('a', 10)]);
    expect(ids(patchPages(resolved, done('c', 15), { status: 'resolved' }, me))).toEqual([['b', 'c', 'a']]);
  });
});
