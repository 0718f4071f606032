import { describe, expect, it } from 'vitest';
import {
  parseEdit,
  parsePostback,
  parseReaction,
  receipt,
} from '../../../../functions/channels/facebook/messenger-events.ts';

const base = { channel: 'facebook', accountId: '108', at: '2026-11-20T10:15:00.123Z' } as const;
const happening = { base, sender: '720', recipient: '108' };
const nobody = { base, sender: undefined, recipient: '108' };

describe('messenger events', () => {
  it.each([
    ['an edit to nothing', parseEdit(happening, { mid: 'm_1', text: '' }), { kind: 'edit', text: '' }],
    [
      'a reaction with an action that is new',
      parseReaction(happening, { mid: 'm_1', action: 'twirl' }),
      { kind: 'unknown', reason: 'facebook: messaging reaction' },
    ],
    [
      'a receipt without message ids, for all until its watermark',
      receipt('delivered')(happening, { watermark: 1795169705123 }),
      { kind: 'receipt', receipt: 'delivered', at: '2026-11-20T10:15:05.123Z', nativeIds: undefined },
    ],
    [
      'a receipt without a watermark at its own instant',
      receipt('read')(happening, {}),
      { kind: 'receipt', receipt: 'read', at: base.at },
    ],
    [
      'a postback without an id, by its person and instant',
      parsePostback(happening, { title: 'Track order' }),
      { nativeId: 'postback:720:2026-11-20T10:15:00.123Z', text: 'Track order' },
    ],
    ['a postback without a label', parsePostback(happening, { mid: 'm_1' }), { text: '' }],
  ])('understands %s', (_name, event, expected) => {
    expect(event).toMatchObject(expected);
  });

  it.each([
    ['an edit without text', () => parseEdit(happening, { mid: 'm_1' }), 'facebook: unreadable edit'],
    [
      'a reaction to nothing',
      () => parseReaction(happening, { action: 'react' }),
      'facebook: unreadable reaction',
    ],
    [
      'a reaction of nobody',
      () => parseReaction(nobody, { mid: 'm_1', action: 'react' }),
      'facebook: reaction without sender',
    ],
    ['a receipt of nobody', () => receipt('read')(nobody, {}), 'facebook: receipt without sender'],
    ['a receipt that is no object', () => receipt('read')(happening, true), 'facebook: unreadable receipt'],
    ['a postback of nobody', () => parsePostback(nobody, {}), 'facebook: postback without sender'],
    ['a postback that is no object', () => parsePostback(happening, 1), 'facebook: unreadable postback'],
  ])('drops %s', (_name, parse, reason) => {
    expect(parse).toThrow(expect.objectContaining({ name: 'Drop', reason }));
  });
});
