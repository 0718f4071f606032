import { describe, expect, it } from 'vitest';
import {
  editedAt,
  type FeedChange,
  isOurs,
  removalOf,
  verbOf,
} from '../../../../functions/channels/facebook/feed-change.ts';
import { FeedValue } from '../../../../functions/channels/facebook/feed-value.ts';

const createdAt = '2026-11-20T10:00:00.000Z';
const toldAt = '2026-11-20T10:15:00.000Z';
const change = (verb: string, value: object = {}): FeedChange => ({
  base: { channel: 'facebook', accountId: '108' },
  value: FeedValue.parse(value),
  createdAt,
  toldAt,
  verb: verbOf(verb),
});

describe('verbOf', () => {
  it.each([
    ['edit', 'edited'],
    ['edited', 'edited'],
    ['delete', 'remove'],
    ['remove', 'remove'],
    ['add', 'add'],
    ['hide', 'hide'],
    ['unhide', 'unhide'],
    ['update', undefined],
    ['constructor', undefined],
  ])('takes %s for %s', (verb, taken) => {
    expect(verbOf(verb)).toBe(taken);
  });
});

describe('isOurs', () => {
  it('is true only when the page itself did it', () => {
    expect(isOurs(change('add', { from: { id: '108' } }))).toBe(true);
    expect(isOurs(change('add', { sender_id: 108 }))).toBe(true);
    expect(isOurs(change('add', { from: { id: '251' } }))).toBe(false);
    expect(isOurs(change('add'))).toBe(false);
  });
});

describe('editedAt', () => {
  it('is the instant of the edit, or else of the news of it, and none when nothing was edited', () => {
    expect(editedAt(change('edited', { edited_time: 1795169000 }))).toBe('2026-11-20T10:03:20.000Z');
    expect(editedAt(change('edit'))).toBe(toldAt);
    expect(editedAt(change('add', { edited_time: 1795169000 }))).toBeUndefined();
  });
});

describe('removalOf', () => {
  it.each([
    ['remove', 'deleted'],
    ['delete', 'deleted'],
    ['hide', 'hidden'],
    ['unhide', 'unhidden'],
  ])('takes %s for %s, when Meta told of it rather than when the comment was written', (verb, removal) => {
    expect(removalOf(change(verb), '1_2')).toEqual({
      channel: 'facebook',
      accountId: '108',
      kind: 'removal',
      at: toldAt,
      nativeId: '1_2',
      removal,
    });
  });

  it('is none for what was said', () => {
    expect(removalOf(change('add'), '1_2')).toBeUndefined();
    expect(removalOf(change('edited'), '1_2')).toBeUndefined();
  });
});
