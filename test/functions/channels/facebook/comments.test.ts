import { describe, expect, it } from 'vitest';
import { lookForComment, sendComment } from '../../../../functions/channels/facebook/comments.ts';
import { graphTime, NOON, order, PAGE, picture, scriptedGraph } from './scripted-graph.ts';

const since = new Date(NOON - 60_000).toISOString();
const answer = order({ visibility: 'public' });

/** A comment as Graph lists it, said by our page half a minute ago. */
const listed = (change: object = {}) => ({
  id: '1221_900',
  message: 'We are on it.',
  from: { id: PAGE },
  created_time: graphTime(-30),
  ...change,
});

describe('a comment of ours', () => {
  it.each([
    ['words', answer, { message: 'We are on it.' }],
    [
      'words and a picture',
      { ...answer, media: [picture] },
      { message: 'We are on it.', attachment_url: picture.url },
    ],
    ['a picture', { ...answer, text: ' ', media: [picture] }, { attachment_url: picture.url }],
    [
      'a moving picture',
      { ...answer, text: '', media: [{ ...picture, contentType: 'image/gif' }] },
      { attachment_share_url: picture.url },
    ],
  ])('is given to Graph with %s', async (_name, given, body) => {
    const { access, asked } = scriptedGraph({ id: '1221_900' });
    expect(await sendComment(given, access)).toEqual({ outcome: 'sent', nativeId: '1221_900' });
    expect(asked).toEqual([{ method: 'POST', path: '1221_889/comments', query: {}, body }]);
  });

  it('cannot leave its path, whatever it answers', async () => {
    const { access, asked } = scriptedGraph({ code: 100, subcode: 33 });
    await sendComment(order({ inReplyTo: '../108/feed?x=' }), access);
    expect(asked[0]?.path).toBe('..%2F108%2Ffeed%3Fx%3D/comments');
  });

  it('is left open when nobody can be asked about a duplicate', async () => {
    const { access } = scriptedGraph({ code: 506 }, 500);
    expect(await sendComment(answer, access)).toMatchObject({ outcome: 'unconfirmed' });
  });
});

describe('a look for a comment of ours', () => {
  const comment = { id: '1221_889' };

  it.each([
    ['finds it', listed(), 'yes'],
    ['finds it with the preview of a link', listed({ attachment: { type: 'share' } }), 'yes'],
    ['finds it with folded space', listed({ message: 'We  are\non it. ' }), 'yes'],
    ['finds it in the second in which it was sent', listed({ created_time: graphTime(-60) }), 'yes'],
    ['finds it at a time that cannot be read', listed({ created_time: 'a while ago' }), 'yes'],
    ['passes an older one', listed({ created_time: graphTime(-66) }), 'no'],
    ['passes one without an author', listed({ from: undefined }), 'no'],
    ['passes one of somebody else', listed({ from: { id: '2510' } }), 'no'],
    ['passes one with other words', listed({ message: 'We are on it!' }), 'no'],
  ])('%s', async (_name, found, expected) => {
    const { access } = scriptedGraph(comment, { data: [found] });
    expect((await lookForComment(answer, access, since)).found).toBe(expected);
  });

  it('goes to the top-level comment', async () => {
    const { access, asked } = scriptedGraph({ ...comment, parent: { id: '1221_800' } }, { data: [] });
    await lookForComment(answer, access, since);
    expect(asked.map(({ path }) => path)).toEqual(['1221_889', '1221_800/comments']);
  });

  it('asks a post for no parent', async () => {
    const { access, asked } = scriptedGraph({ data: [] });
    await lookForComment({ ...answer, inReplyTo: '108_1221' }, access, since);
    expect(asked.map(({ path }) => path)).toEqual(['108_1221/comments']);
  });

  it('says nothing when more was said since than Graph gives at once', async () => {
    const data = Array.from({ length: 100 }, (_, index) =>
      listed({ id: `${index}`, message: 'Other words' }),
    );
    const { access } = scriptedGraph(comment, { data });
    expect(await lookForComment(answer, access, since)).toMatchObject({
      found: 'unknown',
      refusal: { code: 'facebook:crowded' },
    });
  });

  it.each([
    ['the comment', [500], 'unknown'],
    ['its answers', [comment, { code: 613 }], 'unknown'],
    ['a comment that is gone', [{ code: 100, subcode: 33 }], 'no'],
    ['answers that are gone', [comment, { code: 100, subcode: 33 }], 'no'],
  ])('says what it can when Graph does not show %s', async (_name, answers, found) => {
    const { access } = scriptedGraph(...answers);
    expect((await lookForComment(answer, access, since)).found).toBe(found);
  });
});
