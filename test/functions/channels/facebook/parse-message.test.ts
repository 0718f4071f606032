import { describe, expect, it } from 'vitest';
import { parseMessage } from '../../../../functions/channels/facebook/parse-message.ts';
import { mediaReference } from '../../../../functions/channels/facebook/part-reference.ts';

const base = { channel: 'facebook', accountId: '108', at: '2026-11-20T10:15:00.123Z' } as const;
const inbound = { base, sender: '720', recipient: '108' };
const outbound = { base, sender: '108', recipient: '720' };

describe('parseMessage', () => {
  it.each([
    [
      'a message that was unsent',
      inbound,
      { mid: 'm_1', is_deleted: true },
      { kind: 'removal', nativeId: 'm_1', removal: 'deleted' },
    ],
    [
      'what the page sent, marked as an echo or not',
      outbound,
      { mid: 'm_1', text: 'Done' },
      { kind: 'message', direction: 'outbound', person: { nativeId: '720' } },
    ],
    [
      'only an echo’s metadata as our reference',
      inbound,
      { mid: 'm_1', text: 'Hm', metadata: 'not ours' },
      { clientReference: undefined },
    ],
    [
      'the media of a message of ours as a part of it',
      outbound,
      { mid: 'm_1', is_echo: true, attachments: [{ type: 'image' }], metadata: mediaReference('c1.m1') },
      { kind: 'ignored', reason: 'facebook: echo of a part' },
    ],
    [
      'a person’s own words, whatever came with them',
      inbound,
      { mid: 'm_1', text: 'Hm', metadata: mediaReference('c1.m1') },
      { kind: 'message', direction: 'inbound', text: 'Hm' },
    ],
    [
      'an unsupported message that has words',
      inbound,
      { mid: 'm_1', text: 'Hm', is_unsupported: true },
      { messageKind: 'unsupported', text: 'Hm' },
    ],
    [
      'a message with nothing that we could show as unsupported',
      inbound,
      { mid: 'm_1', text: null, hologram: {} },
      { messageKind: 'unsupported', text: '' },
    ],
    [
      'words beside attachments that cannot be read',
      inbound,
      { mid: 'm_1', text: 'See', attachments: 'none' },
      { text: 'See', attachments: [], messageKind: undefined },
    ],
    [
      'a picture as nothing special',
      inbound,
      { mid: 'm_1', attachments: [{ type: 'image' }] },
      { attachments: [{ type: 'image' }], messageKind: undefined },
    ],
    [
      'a message without a sender',
      { base, sender: undefined, recipient: '108' },
      { mid: 'm_1', text: 'Hm' },
      { direction: 'inbound', person: undefined },
    ],
  ])('understands %s', (_name, happening, message, event) => {
    expect(parseMessage(happening, message)).toMatchObject(event);
  });

  it.each([
    ['a message without an id', { text: 'Hm' }],
    ['words that are no text', { mid: 'm_1', text: ['Hm'] }],
    ['null', null],
  ])('drops %s', (_name, message) => {
    expect(() => parseMessage(inbound, message)).toThrow(
      expect.objectContaining({ name: 'Drop', reason: 'facebook: unreadable message' }),
    );
  });
});
