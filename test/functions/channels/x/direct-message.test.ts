import { describe, expect, it } from 'vitest';
import {
  directMessage,
  encryptedMessage,
  readReceipt,
  typing,
} from '../../../../functions/channels/x/direct-message.ts';
import { Drop } from '../../../../functions/errors.ts';

const at = '2026-11-20T10:15:00.123Z';
const created_timestamp = '1795169700123';
const message = (sender_id: string, recipient_id: string, message_data: object = { text: 'a &amp; b' }) => ({
  id: '1924465506158878979',
  created_timestamp,
  message_create: { target: { recipient_id }, sender_id, message_data },
});

describe('a direct message', () => {
  it('to us is inbound, from the person whom the users introduce', () => {
    const users = { 2: { data: { id: '2', username: 'ines_okoro_ex' } }, 1: { id: '1' } };
    expect(directMessage('1', message('2', '1'), users)).toMatchObject({
      kind: 'message',
      direction: 'inbound',
      visibility: 'private',
      at,
      text: 'a & b',
      person: { nativeId: '2', handle: 'ines_okoro_ex' },
    });
  });

  it('of ours is outbound, to the recipient', () => {
    const event = directMessage('1', message('1', '2'), undefined);
    expect(event).toMatchObject({ direction: 'outbound', person: { nativeId: '2' } });
  });

  it('may hold a picture and no text', () => {
    const media = { type: 'photo', media_url_https: 'https://ton.x.com/a.jpg' };
    const event = directMessage('1', message('2', '1', { attachment: { type: 'media', media } }), {});
    expect(event).toMatchObject({
      text: '',
      attachments: [{ type: 'image', url: 'https://ton.x.com/a.jpg' }],
    });
  });

  it('may hold a place, of which the desk only shows that there is something', () => {
    const event = directMessage(
      '1',
      message('2', '1', { text: 'here', attachment: { type: 'location' } }),
      {},
    );
    expect(event).toMatchObject({ text: 'here', attachments: [{ type: 'other' }] });
  });

  it('without its instant takes the one inside its id', () => {
    const event = directMessage('1', { ...message('2', '1'), created_timestamp: null }, {});
    expect(event.at).toBe('2025-05-19T14:01:46.000Z');
  });

  it('without a sender is dropped', () => {
    expect(() => directMessage('1', { id: '5', message_create: {} }, {})).toThrow(Drop);
  });
});

describe('an indication', () => {
  const by = (sender_id: string) => ({
    created_timestamp,
    sender_id,
    target: { recipient_id: '1' },
    last_read_event_id: '9',
  });

  it('that the person read covers all up to its instant', () => {
    const event = readReceipt('1', by('2'));
    expect(event).toEqual({
      channel: 'x',
      accountId: '1',
      at,
      kind: 'receipt',
      receipt: 'read',
      personId: '2',
    });
  });

  it('that we read is ignored', () => {
    expect(readReceipt('1', by('1'))).toMatchObject({ kind: 'ignored', reason: 'x: own reading', at });
  });

  it('that somebody types is ignored', () => {
    expect(typing('1', by('2'))).toMatchObject({ kind: 'ignored', reason: 'x: typing', at });
  });

  it('without a sender is dropped', () => {
    expect(() => readReceipt('1', { created_timestamp })).toThrow(Drop);
    expect(() => typing('1', { created_timestamp })).toThrow(Drop);
  });
});

describe('an encrypted message', () => {
  const id = 'e4f4d3fc-8bbf-4928-92eb-e5058d6b0001';
  const chat = {
    id,
    created_at_msec: created_timestamp,
    encoded_event: 'CwABexample',
    conversation_id: '2:1',
  };

  it('to us is a message without words', () => {
    expect(encryptedMessage('1', { ...chat, sender_id: '2' })).toEqual({
      channel: 'x',
      accountId: '1',
      at,
      kind: 'message',
      nativeId: id,
      direction: 'inbound',
      visibility: 'private',
      person: { nativeId: '2' },
      text: '',
      attachments: [],
      messageKind: 'encrypted',
    });
  });

  it('of ours tells that somebody answered the other one of two', () => {
    const event = encryptedMessage('1', { ...chat, sender_id: '1' });
    expect(event).toMatchObject({ direction: 'outbound', person: { nativeId: '2' } });
  });

  it('of ours to a group names nobody', () => {
    const event = encryptedMessage('1', { ...chat, sender_id: '1', conversation_id: 'g17' });
    expect(event).toMatchObject({ direction: 'outbound', messageKind: 'encrypted' });
    expect(event).not.toHaveProperty('person');
  });
});
