import { describe, expect, it } from 'vitest';
import { Conversation } from '../../../functions/domain/conversation.ts';
import { Message } from '../../../functions/domain/message.ts';
import { addMessage, messageOf, openConversation } from '../../../functions/domain/record-message.ts';
import {
  aCause,
  aConversation,
  ada,
  aMessage,
  aMessageEvent,
  anAnswerEvent,
  anIdentity,
  at,
} from './desk.ts';

describe('openConversation', () => {
  it('is one that the store can read back', () => {
    const conversation = openConversation(aMessageEvent(), ada, {}, aCause());
    expect(Conversation.parse(conversation)).toEqual(conversation);
  });

  it('belongs to the contact and has the profile that we know already', () => {
    const identity = anIdentity({ contactId: 'contact-7', profile: { ...ada, followers: 9 } });
    const conversation = openConversation(aMessageEvent(), { nativeId: 'ada' }, { identity }, aCause());
    expect(conversation).toMatchObject({ contactId: 'contact-7', contact: { name: 'Ada', followers: 9 } });
  });

  it('is named by its first message, so that no two are named alike', () => {
    const id = (event: Parameters<typeof aMessageEvent>[0]) =>
      openConversation(aMessageEvent(event), ada, {}, aCause()).id;
    expect(
      new Set([id({}), id({ nativeId: 'm2' }), id({ accountId: 'desk-2' }), id({ at: at('10:01') })]).size,
    ).toBe(4);
  });
});

describe('messageOf', () => {
  it('keeps all that the platform told', () => {
    const event = aMessageEvent({
      inReplyTo: 'a0',
      post: { nativeId: 'p1' },
      messageKind: 'quote',
      editedAt: at('10:05'),
      addressesUs: true,
      attachments: [{ type: 'image', url: 'https://pics.example/1.png' }],
    });
    const message = messageOf(event, ada, 'c-ada', aCause());
    expect(message).toMatchObject({
      inReplyTo: 'a0',
      postId: 'p1',
      kind: 'quote',
      editedAt: at('10:05'),
      addressesUs: true,
      attachments: [{ type: 'image' }],
    });
    expect(Message.parse(message)).toEqual(message);
  });

  it.each([
    {
      name: 'a person',
      event: aMessageEvent(),
      author: ada,
      expected: { state: 'received', author: { nativeId: 'ada', name: 'Ada', handle: 'ada_l' } },
    },
    {
      name: 'our side',
      event: anAnswerEvent(),
      author: undefined,
      expected: { state: 'sent', author: { nativeId: 'desk-1' } },
    },
  ])('tells who said it: $name', ({ event, author, expected }) => {
    expect(messageOf(event, author, 'c-ada', aCause())).toMatchObject(expected);
  });
});

describe('addMessage', () => {
  const conversation = aConversation({
    lastMessageAt: at('10:00'),
    lastMessageId: 'c-ada.m1',
    lastInboundAt: at('10:00'),
    postId: 'p1',
    preview: 'latest',
  });
  const message = aMessage({ id: 'c-ada.m2', text: 'added', visibility: 'private' });

  it.each([
    { name: 'a later one', added: { at: at('10:01') }, preview: 'added' },
    { name: 'an earlier one', added: { at: at('09:59') }, preview: 'latest' },
    { name: 'one of the same instant with a greater id', added: { at: at('10:00') }, preview: 'added' },
    {
      name: 'one of the same instant with a smaller id',
      added: { at: at('10:00'), id: 'c-ada.m0' },
      preview: 'latest',
    },
    { name: 'a later one that was deleted', added: { at: at('10:01'), deletedAt: at('10:02') }, preview: '' },
  ])('shows the latest by the platform’s time: $name', ({ added, preview }) => {
    const after = addMessage(conversation, { ...message, ...added });
    expect(after.preview).toBe(preview);
    expect(after.lastMessageId === message.id).toBe(preview !== 'latest');
    expect(after.messageCount).toBe(conversation.messageCount + 1);
  });

  it.each([
    { name: 'a later message of the person', added: { at: at('10:01') }, visibility: 'private' },
    { name: 'an earlier one', added: { at: at('09:59') }, visibility: 'public' },
    { name: 'a private one of the same instant', added: { at: at('10:00') }, visibility: 'private' },
    {
      name: 'a message of ours',
      added: { at: at('10:01'), direction: 'outbound' as const },
      visibility: 'public',
    },
  ])('follows where the person spoke last: $name', ({ added, visibility }) => {
    expect(addMessage(conversation, { ...message, ...added }).visibility).toBe(visibility);
  });

  it('follows the person though an answer of ours is newer', () => {
    const answered = addMessage(conversation, { ...message, direction: 'outbound', at: at('10:30') });
    expect(addMessage(answered, { ...message, id: 'c-ada.m3', at: at('10:20') })).toMatchObject({
      visibility: 'private',
      lastInboundAt: at('10:20'),
      lastMessageAt: at('10:30'),
    });
  });

  it.each([
    { name: 'of the latest message', post: 'p2', saidAt: '10:01', postId: 'p2' },
    { name: 'not of an earlier one', post: 'p2', saidAt: '09:59', postId: 'p1' },
    { name: 'still the last one for a message under none', post: undefined, saidAt: '10:01', postId: 'p1' },
  ])('shows the post $name', ({ post, saidAt, postId }) => {
    const added = { ...message, at: at(saidAt), ...(post !== undefined && { postId: post }) };
    expect(addMessage(conversation, added).postId).toBe(postId);
  });

  it('shows the post of an earlier message when there is no other', () => {
    const { postId: _, ...without } = conversation;
    expect(addMessage(without, { ...message, at: at('09:59'), postId: 'p2' }).postId).toBe('p2');
  });
});
