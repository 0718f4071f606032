import { describe, expect, it } from 'vitest';
import { messagingKeys } from '../../../../functions/channels/facebook/messaging-keys.ts';

const page = '108';
const from = { sender: { id: '720' }, recipient: { id: page }, timestamp: 1795169700123 };
const to = { sender: { id: page }, recipient: { id: '720' }, timestamp: 1795169700123 };
const keys = (event: object) => messagingKeys(page, event);

describe('messagingKeys', () => {
  it.each<[name: string, event: object, thread: string]>([
    ['a message by its sender', { ...from, message: { mid: 'm_1', text: 'Hm' } }, '720'],
    ['an echo by its addressee', { ...to, message: { mid: 'm_2', is_echo: true } }, '720'],
    [
      'an echo that does not name the page by its addressee',
      { recipient: { id: '720' }, message: { mid: 'm_2', is_echo: true } },
      '720',
    ],
    ['what the page sent by its addressee', { ...to, message: { mid: 'm_2' } }, '720'],
    ['a receipt by its reader', { ...from, read: { watermark: 5 } }, '720'],
    ['numbers as well', { sender: { id: 720 }, recipient: { id: 108 }, message: { mid: 'm_1' } }, '720'],
    ['a notice to the page apart', { recipient: { id: page }, policy_enforcement: {} }, 'messaging'],
  ])('orders %s', (_name, event, thread) => {
    expect(keys(event).threadKey).toBe(`facebook:108:${thread}`);
  });

  it('orders an unreadable event with its like', () => {
    expect(messagingKeys(page, null).threadKey).toBe('facebook:108:messaging');
  });

  const postback = { title: 'Get Started', payload: 'START' };
  it.each<[name: string, one: object, other: object]>([
    ['two messages', { ...from, message: { mid: 'm_1' } }, { ...from, message: { mid: 'm_2' } }],
    [
      'a message and its end',
      { ...from, message: { mid: 'm_1' } },
      { ...from, message: { mid: 'm_1', is_deleted: true } },
    ],
    [
      'two edits',
      { ...from, message_edit: { mid: 'm_1', num_edit: 1 } },
      { ...from, message_edit: { mid: 'm_1', num_edit: 2 } },
    ],
    ['two watermarks', { ...from, read: { watermark: 5 } }, { ...from, read: { watermark: 6 } }],
    ['two sorts of receipt', { ...from, read: { watermark: 5 } }, { ...from, delivery: { watermark: 5 } }],
    [
      'a reaction and its end',
      { ...from, reaction: { mid: 'm_1', action: 'react' } },
      { ...from, reaction: { mid: 'm_1', action: 'unreact' } },
    ],
    ['two taps on a button', { ...from, postback }, { ...from, timestamp: 1795169700124, postback }],
    ['two people', { ...from, postback }, { ...from, sender: { id: '721' }, postback }],
  ])('tells apart %s', (_name, one, other) => {
    expect(keys(one).dedupKey).not.toBe(keys(other).dedupKey);
  });

  it('names a message by its id alone, so that a later delivery with more members is the same', () => {
    const message = { ...from, message: { mid: 'm_1', text: 'Hm' } };
    expect(keys(message).dedupKey).toBe('facebook:108:message:m_1');
    expect(keys({ ...message, timestamp: 1, message: { mid: 'm_1' } }).dedupKey).toBe(keys(message).dedupKey);
  });

  it('hashes the ids of older messages, which hold a colon', () => {
    expect(keys({ ...from, message: { mid: 'mid.1457764197618:41d102' } }).dedupKey).toMatch(
      /^[0-9a-f]{64}$/,
    );
  });
});
