import { describe, expect, it } from 'vitest';
import {
  entriesOf,
  lastSeen,
} from '../../../../../functions/console/features/conversation/timeline-entries.ts';
import { detail, message } from '../../rows.ts';

const at = (minute: string) => `2026-11-20T10:${minute}:00.000Z`;
const event = (id: string, name: string, minute: string) => ({
  id,
  at: at(minute),
  actor: 'ada',
  name,
  data: {},
});
const kinds = (parts: Parameters<typeof detail>[0]) => entriesOf(detail(parts)).map(({ kind }) => kind);

describe('entriesOf', () => {
  it('orders messages, notes and events by when they were', () => {
    const messages = [message('1', { at: at('00') }), message('2', { at: at('20') })];
    const notes = [{ id: 'n', text: 'VIP', at: at('10'), author: { id: 'ada' }, mentions: [] }];
    expect(kinds({ messages, notes, activity: [event('e', 'clock.met', '30')] })).toEqual([
      'day',
      'message',
      'note',
      'message',
      'activity',
    ]);
  });

  it('folds events that follow one another, and leaves out what messages tell', () => {
    const activity = [
      event('1', 'conversation.opened', '00'),
      event('2', 'message.received', '00'),
      event('3', 'clock.started', '01'),
    ];
    const [, folded] = entriesOf(detail({ activity }));
    expect(folded).toMatchObject({ kind: 'activity', items: [{ id: '1' }, { id: '3' }] });
  });

  it('reads messages of one author within minutes as one turn', () => {
    const messages = [
      message('1', { at: at('00') }),
      message('2', { at: at('03') }),
      message('3', { at: at('04'), visibility: 'private' }),
      message('4', { at: at('30'), visibility: 'private' }),
    ];
    const follows = entriesOf(detail({ messages })).flatMap((entry) =>
      entry.kind === 'message' ? [entry.follows] : [],
    );
    expect(follows).toEqual([false, true, false, false]);
  });

  it('shows a post once, above the first message under it', () => {
    const posts = [{ nativeId: 'p', text: 'Our catalogue' }];
    const messages = [message('1', { postId: 'p' }), message('2', { postId: 'p', at: at('10') })];
    expect(kinds({ messages, posts })).toEqual(['day', 'post', 'message', 'message']);
  });

  it('does not show a tweet above itself', () => {
    const posts = [{ nativeId: 'p', text: 'My parcel is late' }];
    expect(kinds({ messages: [message('1', { nativeId: 'p', postId: 'p' })], posts })).toEqual([
      'day',
      'message',
    ]);
  });
});

describe('lastSeen', () => {
  it('passes over what was taken back', () => {
    expect(lastSeen([message('1'), message('2', { state: 'cancelled' })])).toBe('1');
    expect(lastSeen([])).toBeUndefined();
  });
});
