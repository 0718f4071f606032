import { describe, expect, it } from 'vitest';
import { parseChange } from '../../../../functions/channels/facebook/parse-change.ts';

const understood = (event: unknown, time: number | undefined = 1795169700) =>
  parseChange({ source: 'changes', page: '108', time, event });

describe('parseChange', () => {
  it.each([
    [
      'an item',
      { field: 'feed', value: { item: 'album', verb: 'add' } },
      'facebook: feed item=album verb=add',
    ],
    [
      'a verb',
      { field: 'feed', value: { item: 'video', verb: 'block', post_id: '108_1' } },
      'facebook: feed item=video verb=block',
    ],
    [
      'words that Meta never published',
      { field: 'ratings', value: { item: 'my secret', verb: 'tell' } },
      'facebook: ratings item=other verb=other',
    ],
    ['no words', { field: 'mention', value: {} }, 'facebook: mention item=other verb=other'],
    ['a published field', { field: 'messages', value: {} }, 'facebook: field=messages'],
    ['any other field', { field: 'my secret', value: {} }, 'facebook: field=other'],
  ])('counts %s under a reason of Meta’s vocabulary', (_name, event, reason) => {
    expect(understood(event)).toEqual({
      channel: 'facebook',
      accountId: '108',
      at: '2026-11-20T10:15:00.000Z',
      kind: 'unknown',
      reason,
    });
  });

  const comment = { item: 'comment', verb: 'add', comment_id: '1_2', created_time: 1795169000 };

  it('goes by the instant of the comment rather than of the delivery', () => {
    expect(understood({ field: 'feed', value: comment }).at).toBe('2026-11-20T10:03:20.000Z');
  });

  it('goes by the instant of the delivery when the comment has none', () => {
    const value = { ...comment, created_time: 'yesterday' };
    expect(understood({ field: 'feed', value }).at).toBe('2026-11-20T10:15:00.000Z');
  });

  it('takes the instant of the comment for that of its removal when the delivery has none', () => {
    const event = { field: 'feed', value: { ...comment, verb: 'remove' } };
    expect(parseChange({ source: 'changes', page: '108', event }).at).toBe('2026-11-20T10:03:20.000Z');
  });

  it.each([
    ['what is no object', 'words', 1795169700, 'facebook: unreadable change'],
    ['a change without a field', { value: comment }, 1795169700, 'facebook: unreadable change'],
    ['a change without a value', { field: 'feed' }, 1795169700, 'facebook: unreadable change'],
    [
      'words that are no text',
      { field: 'feed', value: { ...comment, message: 7 } },
      1795169700,
      'facebook: unreadable change',
    ],
    [
      'a change without an instant',
      { field: 'feed', value: { ...comment, created_time: null } },
      -1,
      'facebook: change without time',
    ],
    ['an unknown field without an instant', { field: 'x', value: {} }, -1, 'facebook: change without time'],
  ])('drops %s', (_name, event, time, reason) => {
    expect(() => understood(event, time)).toThrow(expect.objectContaining({ name: 'Drop', reason }));
  });
});
