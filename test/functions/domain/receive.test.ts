import { describe, expect, it } from 'vitest';
import { receive } from '../../../functions/domain/receive.ts';
import {
  aCause,
  ada,
  aMessage,
  aMessageEvent,
  anEditEvent,
  anIdentity,
  aPostEvent,
  aRemovalEvent,
  at,
  aWaitingConversation,
  decided,
} from './desk.ts';

describe('receive', () => {
  const known = { message: aMessage(), answered: aWaitingConversation() };
  it.each([
    {
      name: 'a message',
      event: aMessageEvent({ nativeId: 'm2' }),
      known: {},
      wrote: { newMessages: [{ nativeId: 'm2' }] },
    },
    { name: 'an edit', event: anEditEvent(), known, wrote: { changedMessages: [{ editedAt: at('10:05') }] } },
    {
      name: 'a removal',
      event: aRemovalEvent(),
      known,
      wrote: { changedMessages: [{ deletedAt: at('10:10') }] },
    },
    { name: 'a post', event: aPostEvent(), known: {}, wrote: { posts: [{ nativeId: 'p1' }] } },
  ])('decides on $name', ({ event, known: context, wrote }) => {
    expect(receive(event, context, aCause())).toMatchObject(wrote);
  });
});

describe('a post', () => {
  const post = {
    channel: 'x' as const,
    accountId: 'desk-1',
    nativeId: 'p1',
    at: at('09:00'),
    ours: true,
    text: 'We have moved.',
  };

  it('is context without a conversation', () => {
    const change = decided(receive(aPostEvent({ author: ada }), {}, aCause()));
    expect(change).toMatchObject({
      posts: [{ ours: true, author: { nativeId: 'ada', handle: 'ada_l' } }],
      newMessages: [],
    });
    expect(change.conversation).toBeUndefined();
    expect(change.posts[0]).not.toHaveProperty('kind');
  });

  it.each([
    { name: 'the first time', known: {}, event: {}, written: true },
    {
      name: 'known only because somebody wrote under it',
      known: { post: { ...post, ours: undefined } },
      event: {},
      written: true,
    },
    { name: 'a second time', known: { post }, event: {}, written: false },
    { name: 'edited', known: { post }, event: { editedAt: at('09:10') }, written: true },
    {
      name: 'edited, a second time',
      known: { post: { ...post, editedAt: at('09:10') } },
      event: { editedAt: at('09:10') },
      written: false,
    },
    {
      name: 'edited earlier than we know already',
      known: { post: { ...post, editedAt: at('09:20') } },
      event: { editedAt: at('09:10') },
      written: false,
    },
    {
      name: 'that is a message of ours',
      known: {
        self: {
          channel: 'x',
          accountId: 'desk-1',
          nativeId: 'p1',
          conversationId: 'c-ada',
          messageId: 'c-ada.a1',
        },
      },
      event: {},
      written: false,
    },
  ])('is written or not: $name', ({ known, event, written }) => {
    expect(receive(aPostEvent(event), known, aCause()) !== undefined).toBe(written);
  });
});

describe('a follow', () => {
  const follow = (following: boolean) => ({
    kind: 'follow' as const,
    channel: 'x' as const,
    accountId: 'desk-1',
    at: at('10:00'),
    person: { ...ada, followers: 12 },
    following,
  });

  it.each([
    { name: 'of a stranger is not remembered', identity: undefined, following: true, followsUs: undefined },
    { name: 'of somebody who wrote to us is', identity: anIdentity(), following: true, followsUs: true },
    {
      name: 'that we know changes nothing',
      identity: anIdentity({ followsUs: true }),
      following: true,
      followsUs: undefined,
    },
    { name: 'may end', identity: anIdentity({ followsUs: true }), following: false, followsUs: false },
  ])('$name', ({ identity, following, followsUs }) => {
    const change = receive(follow(following), { identity }, aCause());
    expect(change?.identity?.after.followsUs).toBe(followsUs);
    expect(change === undefined).toBe(followsUs === undefined);
  });

  it('brings the profile up to date', () => {
    const change = receive(follow(true), { identity: anIdentity() }, aCause());
    expect(change?.identity?.after).toMatchObject({
      profile: { followers: 12 },
      threads: { 'desk-1': 'c-ada' },
    });
  });
});
