import { describe, expect, it } from 'vitest';
import { attachedEvents, recordCopies, uncopied } from '../../../functions/domain/attachments.ts';
import type { Attachment } from '../../../functions/domain/message.ts';
import { receiveMessage } from '../../../functions/domain/receive-message.ts';
import {
  aCause,
  aConversation,
  aMessage,
  aMessageEvent,
  anAnswerEvent,
  announced,
  at,
  aWaitingConversation,
  decided,
} from './desk.ts';

const url = 'https://pbs.twimg.com/media/A.jpg';
const photo: Attachment = { type: 'image', url };
const moment = { now: at('12:00'), traceId: 'trace-9' };
const gone = { code: 'media:gone', explanation: 'It is gone.', advice: 'Ask for it.' };
const copy = { copiedTo: 'inbound/c-ada.m1/0', contentType: 'image/jpeg', size: 7 };

describe('a file', () => {
  it.each<{ name: string; attachment: Attachment; deletedAt?: string; wanted: boolean }>([
    { name: 'that is a picture', attachment: photo, wanted: true },
    { name: 'that is a sticker', attachment: { type: 'sticker', url }, wanted: true },
    { name: 'that is a document', attachment: { type: 'file', url }, wanted: true },
    { name: 'that is only a link', attachment: { type: 'link', url }, wanted: false },
    { name: 'of which nobody knows what it is', attachment: { type: 'other', url }, wanted: false },
    { name: 'without an address', attachment: { type: 'image' }, wanted: false },
    { name: 'that we have', attachment: { ...photo, ...copy }, wanted: false },
    { name: 'that cannot be had', attachment: { ...photo, notCopied: gone }, wanted: false },
    { name: 'that was taken back', attachment: photo, deletedAt: at('10:01'), wanted: false },
  ])('$name is to be copied: $wanted', ({ attachment, deletedAt, wanted }) => {
    const message = aMessage({ attachments: [{ type: 'link', url }, attachment], deletedAt });
    expect(uncopied(message)).toEqual(wanted ? [{ index: 1, url }] : []);
    expect(attachedEvents(message, 'x')).toHaveLength(wanted ? 1 : 0);
  });
});

describe('a message with a file', () => {
  it('of a customer is announced as one', () => {
    const change = decided(receiveMessage(aMessageEvent({ attachments: [photo] }), {}, aCause()));
    expect(announced(change)).toContain('message.attached');
    expect(change.events[2]).toEqual({
      name: 'message.attached',
      data: { messageId: change.newMessages[0]?.id, visibility: 'public', channel: 'x' },
    });
  });

  it('of ours, written in the platform’s own app, is announced as one', () => {
    const known = { answered: aWaitingConversation() };
    const change = receiveMessage(anAnswerEvent({ attachments: [photo] }), known, aCause());
    expect(announced(change)).toContain('message.attached');
  });

  it('of ours that came before its question is announced with the question', () => {
    const early = { nativeId: 'a1', visibility: 'public' as const, text: '', attachments: [photo] };
    const answers = [{ ...early, at: at('10:05'), receivedAt: at('10:05') }];
    const self = { channel: 'x', accountId: 'desk-1', nativeId: 'm1', pending: { answers } };
    const change = decided(receiveMessage(aMessageEvent(), { self }, aCause()));
    expect(change.events).toContainEqual({
      name: 'message.attached',
      data: { messageId: change.newMessages[1]?.id, visibility: 'public', channel: 'x' },
    });
  });
});

describe('what became of a copy', () => {
  const conversation = aConversation();
  const message = aMessage({ attachments: [photo, { ...photo, title: 'Back' }] });

  it('is remembered with the file that it is of, and with nothing else', () => {
    const copies = [
      { index: 1, ...copy },
      { index: 0, notCopied: gone },
    ];
    const change = decided(recordCopies({ conversation, message }, copies, moment));
    expect(change.changedMessages).toEqual([
      {
        ...message,
        attachments: [
          { ...photo, notCopied: gone },
          { ...photo, title: 'Back', ...copy },
        ],
      },
    ]);
    expect(change.events).toEqual([]);
  });

  it('is decided on the conversation as it is, so that an edit meanwhile is not undone', () => {
    const change = recordCopies({ conversation, message }, [{ index: 0, ...copy }], moment);
    expect(change?.conversation).toEqual({ before: conversation, after: conversation });
  });

  it.each([
    { name: 'it was copied before', known: aMessage({ attachments: [{ ...photo, ...copy }] }) },
    { name: 'the message was taken back', known: { ...message, deletedAt: at('10:10') } },
    { name: 'the message has no such file', known: aMessage() },
  ])('is nothing when $name', ({ known }) => {
    const late = { index: 0, ...copy, copiedTo: 'elsewhere' };
    expect(recordCopies({ conversation, message: known }, [late], moment)).toBeUndefined();
  });
});
