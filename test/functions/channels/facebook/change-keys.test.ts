import { describe, expect, it } from 'vitest';
import { changeKeys } from '../../../../functions/channels/facebook/change-keys.ts';

const page = '108';
const time = 1795169700;
const keys = (value: object, at: number | undefined = time, field = 'feed') =>
  changeKeys(page, at, { field, value });
const ines = { from: { id: '251', name: 'Ines' } };
const us = { from: { id: page, name: 'Larkspur' } };
const comment = {
  item: 'comment',
  verb: 'add',
  post_id: '108_1',
  parent_id: '108_1',
  comment_id: '1_2',
  message: 'Hm',
};

describe('changeKeys', () => {
  it.each<[name: string, value: object, thread: string]>([
    ['a comment by its author', { ...comment, ...ines }, '251'],
    ['a comment by an author of the older shape', { ...comment, sender_id: 251, sender_name: 'Ines' }, '251'],
    ['a comment without an author by itself', comment, '1_2'],
    ['an edit with the comment that it changes', { ...comment, ...ines, verb: 'edited' }, '251'],
    ['a removal with the comment that it takes away', { ...comment, ...ines, verb: 'remove' }, '251'],
    ['a hiding that names the author with the author', { ...comment, ...ines, verb: 'hide' }, '251'],
    ['a comment of ours by what it answers', { ...comment, ...us, parent_id: '1_1' }, '1_1'],
    ['what we take away with what we said there', { ...comment, ...us, verb: 'remove' }, '108_1'],
    ['a visitor’s post by its author', { item: 'post', verb: 'add', post_id: '108_3', ...ines }, '251'],
    ['a post of ours by itself', { item: 'status', verb: 'add', post_id: '108_4', ...us }, '108_4'],
    [
      'a review by its author',
      { item: 'rating', verb: 'add', open_graph_story_id: '9', reviewer_id: '251' },
      '251',
    ],
    ['a reaction by the comment', { ...comment, ...ines, item: 'reaction' }, '1_2'],
    ['a reaction by the post', { item: 'reaction', verb: 'add', post_id: '108_1', ...ines }, '108_1'],
    ['what has no id by its author', { item: 'like', verb: 'add', ...ines }, '251'],
    ['what has neither id nor author by its field', { item: 'album', verb: 'add' }, 'feed'],
    [
      'what an author too big a number wrote by itself',
      { ...comment, sender_id: Number('25100000000000001') },
      '1_2',
    ],
  ])('orders %s', (_name, value, thread) => {
    expect(keys(value).threadKey).toBe(`facebook:108:${thread}`);
  });

  it('orders an unreadable change with its like', () => {
    expect(changeKeys(page, time, 'what?').threadKey).toBe('facebook:108:other');
    expect(changeKeys(page, time, undefined).threadKey).toBe('facebook:108:other');
  });

  const reaction = { ...ines, item: 'reaction', verb: 'add', post_id: '108_1', created_time: 5 };
  const unnamed = { item: 'album', verb: 'add', name: 'Lanterns' };
  it.each<[name: string, one: object, other: object]>([
    ['two comments with the same words', comment, { ...comment, comment_id: '1_3' }],
    ['a comment and its edit', comment, { ...comment, verb: 'edited' }],
    [
      'two edits by their words',
      { ...comment, verb: 'edited' },
      { ...comment, verb: 'edited', message: 'Ha' },
    ],
    [
      'two edits by their instants',
      { ...comment, verb: 'edited', edited_time: 5 },
      { ...comment, verb: 'edited', edited_time: 6 },
    ],
    ['an edit and a removal', { ...comment, verb: 'edited' }, { ...comment, verb: 'remove' }],
    ['two people who react', reaction, { ...reaction, from: { id: '252' } }],
    ['a reaction, and the same one given again later', reaction, { ...reaction, created_time: 9 }],
    ['a reaction and its end', reaction, { ...reaction, verb: 'remove' }],
    ['two changes without an id', unnamed, { ...unnamed, name: 'Lamps' }],
    [
      'two wordings of a review',
      { item: 'rating', verb: 'edited', open_graph_story_id: '9', review_text: 'Good' },
      { item: 'rating', verb: 'edited', open_graph_story_id: '9', review_text: 'Bad' },
    ],
  ])('tells apart %s', (_name, one, other) => {
    expect(keys(one).dedupKey).not.toBe(keys(other).dedupKey);
  });

  it('tells apart hiding twice by the entry’s instant, for nothing else differs', () => {
    const hidden = { ...comment, verb: 'hide' };
    expect(keys(hidden, 5).dedupKey).not.toBe(keys(hidden, 9).dedupKey);
    expect(keys(hidden, 5).dedupKey).toBe(keys({ ...hidden }, 5).dedupKey);
  });

  it('knows a comment again when Meta sends it in another entry later', () => {
    expect(keys(comment, 5).dedupKey).toBe(keys(comment, 9).dedupKey);
  });

  it('tells apart fields and pages', () => {
    expect(keys(comment, time, 'mention').dedupKey).not.toBe(keys(comment).dedupKey);
    const elsewhere = changeKeys('109', time, { field: 'feed', value: comment });
    expect(elsewhere.dedupKey).not.toBe(keys(comment).dedupKey);
  });
});
