import { describe, expect, it } from 'vitest';
import { verbOf } from '../../../../functions/channels/facebook/feed-change.ts';
import { FeedValue } from '../../../../functions/channels/facebook/feed-value.ts';
import { parseFeed } from '../../../../functions/channels/facebook/parse-feed.ts';

const ines = { from: { id: '251', name: 'Ines' } };
const us = { from: { id: '108', name: 'Larkspur' } };
const toldAt = '2026-11-20T10:15:00.000Z';
type Value = { verb: string; [member: string]: unknown };
const understood = (value: Value) =>
  parseFeed({
    base: { channel: 'facebook', accountId: '108' },
    value: FeedValue.parse(value),
    createdAt: '2026-11-20T10:00:00.000Z',
    toldAt,
    verb: verbOf(value.verb),
  });
const comment = { item: 'comment', verb: 'add', comment_id: '1_2', post_id: '108_1', parent_id: '108_1' };

describe('parseFeed', () => {
  it.each<[name: string, value: Value, event: object]>([
    [
      'a comment of ours right under a post as an answer to the post, which may be a visitor’s',
      { ...comment, ...us },
      { kind: 'message', direction: 'outbound', inReplyTo: '108_1' },
    ],
    [
      'a comment of ours without a parent as an answer to the post',
      { ...comment, ...us, parent_id: null },
      { kind: 'message', direction: 'outbound', inReplyTo: '108_1' },
    ],
    [
      'a comment of ours that was changed elsewhere',
      { ...comment, ...us, verb: 'edited' },
      { kind: 'message', direction: 'outbound', editedAt: toldAt },
    ],
    [
      'a comment with a null for its words',
      { ...comment, ...ines, message: null },
      { kind: 'message', text: '' },
    ],
    [
      'a comment without a post',
      { item: 'comment', verb: 'add', comment_id: '1_2', ...ines },
      { post: undefined, inReplyTo: undefined },
    ],
    [
      'a visitor’s edited post',
      { item: 'post', verb: 'edit', post_id: '108_3', message: 'Hm', ...ines },
      { kind: 'message', direction: 'inbound', nativeId: '108_3', text: 'Hm', editedAt: toldAt },
    ],
    [
      'a visitor’s hidden post',
      { item: 'post', verb: 'hide', post_id: '108_3', ...ines },
      { kind: 'removal', removal: 'hidden' },
    ],
    [
      'a visitor’s photo with the address of the post',
      { item: 'photo', verb: 'add', post_id: '108_3', permalink_url: 'https://www.facebook.com/3', ...ines },
      { kind: 'message', permalink: 'https://www.facebook.com/3' },
    ],
    [
      'a link that somebody else shared with us as their words',
      {
        item: 'share',
        verb: 'add',
        post_id: '108_3',
        link: 'https://www.example.com',
        message: 'See',
        ...ines,
      },
      { kind: 'message', direction: 'inbound', text: 'See', attachments: [{ type: 'link' }] },
    ],
    [
      'a post without an author as somebody’s words',
      { item: 'status', verb: 'add', post_id: '108_3' },
      { kind: 'message', direction: 'inbound', person: undefined },
    ],
    [
      'a like of the older sort',
      { item: 'like', verb: 'add', comment_id: '1_2', sender_id: 251, sender_name: 'Ines' },
      { kind: 'engagement', sort: 'like', targetId: '1_2', personId: '251', added: true },
    ],
    [
      'a like of the page itself',
      { item: 'like', verb: 'add', ...ines },
      { kind: 'ignored', reason: 'facebook: reaction without target' },
    ],
    [
      'a reaction of nobody',
      { item: 'reaction', verb: 'add', post_id: '108_1' },
      { kind: 'ignored', reason: 'facebook: reaction without author' },
    ],
    [
      'a review without words',
      { item: 'rating', verb: 'add', open_graph_story_id: '9', reviewer_id: '251' },
      { kind: 'message', messageKind: 'review', text: '', person: { nativeId: '251' } },
    ],
    [
      'a changed review',
      { item: 'rating', verb: 'edited', open_graph_story_id: '9', review_text: 'Better' },
      { kind: 'message', text: 'Better', editedAt: toldAt },
    ],
    [
      'a review that was taken back',
      { item: 'rating', verb: 'remove', open_graph_story_id: '9' },
      { kind: 'removal', nativeId: '9', removal: 'deleted' },
    ],
  ])('understands %s', (_name, value, event) => {
    expect(understood(value)).toMatchObject(event);
  });

  it.each([
    ['an item that it does not know', { item: 'album', verb: 'add', post_id: '108_1' }],
    ['a verb that it does not know', { ...comment, verb: 'mute' }],
    ['a hidden reaction', { item: 'reaction', verb: 'hide', post_id: '108_1', ...ines }],
  ])('leaves %s alone', (_name, value) => {
    expect(understood(value)).toBeUndefined();
  });

  it.each([
    ['a comment', 'facebook: comment without id', { item: 'comment', verb: 'add', message: 'Hm' }],
    ['a post', 'facebook: post without id', { item: 'status', verb: 'add', message: 'Hm' }],
    ['a review', 'facebook: review without id', { item: 'rating', verb: 'add', review_text: 'Hm' }],
  ])('drops %s without an id', (_name, reason, value) => {
    expect(() => understood(value)).toThrow(expect.objectContaining({ name: 'Drop', reason }));
  });
});
