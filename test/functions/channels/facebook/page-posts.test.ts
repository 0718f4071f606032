import { describe, expect, it } from 'vitest';
import { lookForPost, publishPost } from '../../../../functions/channels/facebook/page-posts.ts';
import { graphTime, NOON, PAGE, picture, scriptedGraph } from './scripted-graph.ts';

const words = { text: 'Our app does not open.', media: [] };
const film = {
  ...picture,
  type: 'video',
  contentType: 'video/mp4',
  url: 'https://media.example/how-to.mp4',
} as const;
const since = new Date(NOON - 60_000).toISOString();

/** A post as Graph lists it, made half a minute ago. */
const listed = (change: object = {}) => ({
  id: `${PAGE}_77`,
  message: 'Our app does not open.',
  created_time: graphTime(-30),
  ...change,
});

describe('a post of our page', () => {
  it('is given to Graph as words', async () => {
    const { access, asked } = scriptedGraph({ id: `${PAGE}_77` });
    expect(await publishPost(words, access)).toEqual({ outcome: 'sent', nativeId: `${PAGE}_77` });
    expect(asked).toEqual([
      { method: 'POST', path: `${PAGE}/feed`, query: {}, body: { message: words.text } },
    ]);
  });

  it('is a photo with one picture, and known by the id of its post', async () => {
    const { access, asked } = scriptedGraph({ id: '5', post_id: `${PAGE}_5` });
    const outcome = await publishPost({ ...words, media: [picture] }, access);
    expect(outcome).toEqual({ outcome: 'sent', nativeId: `${PAGE}_5` });
    expect(asked[0]).toMatchObject({
      path: `${PAGE}/photos`,
      body: { url: picture.url, message: words.text },
    });
  });

  it('shows several pictures that were put there unseen', async () => {
    const { access, asked } = scriptedGraph({ id: '5' }, { id: '6' }, { id: `${PAGE}_7` });
    expect(await publishPost({ ...words, media: [picture, picture] }, access)).toMatchObject({
      outcome: 'sent',
    });
    expect(asked.map(({ path, body }) => ({ path, body }))).toEqual([
      { path: `${PAGE}/photos`, body: { url: picture.url, published: false } },
      { path: `${PAGE}/photos`, body: { url: picture.url, published: false } },
      {
        path: `${PAGE}/feed`,
        body: { message: words.text, attached_media: [{ media_fbid: '5' }, { media_fbid: '6' }] },
      },
    ]);
  });

  it('is tried again when a picture may or may not be there: nobody sees it yet', async () => {
    const { access } = scriptedGraph(500);
    const outcome = await publishPost({ ...words, media: [picture, picture] }, access);
    expect(outcome).toMatchObject({ outcome: 'retry' });
  });

  it('is a film with its words', async () => {
    const { access, asked } = scriptedGraph({ id: '9' });
    expect(await publishPost({ ...words, media: [film] }, access)).toEqual({
      outcome: 'sent',
      nativeId: '9',
    });
    expect(asked[0]).toMatchObject({
      path: `${PAGE}/videos`,
      body: { file_url: film.url, description: words.text },
    });
  });

  it.each([
    { name: 'a failure of Graph', answers: [500], outcome: 'unconfirmed' },
    { name: 'a missing permission', answers: [{ code: 200 }], outcome: 'failed' },
    { name: 'a token that ended', answers: [{ code: 190 }], outcome: 'hold' },
    { name: 'a duplicate that nobody else made', answers: [{ code: 506 }, { data: [] }], outcome: 'failed' },
    {
      name: 'a duplicate of an earlier try',
      answers: [{ code: 506 }, { data: [listed()] }],
      outcome: 'sent',
    },
    { name: 'a duplicate that cannot be looked for', answers: [{ code: 506 }, 500], outcome: 'unconfirmed' },
  ])('after $name is $outcome', async ({ answers, outcome }) => {
    const { access } = scriptedGraph(...answers);
    expect(await publishPost(words, access)).toMatchObject({ outcome });
  });
});

describe('a look for a post of ours', () => {
  it.each([
    { name: 'finds it', posts: [listed()], found: 'yes' },
    { name: 'passes an older one', posts: [listed({ created_time: graphTime(-600) })], found: 'no' },
    { name: 'passes other words', posts: [listed({ message: 'Hello.' })], found: 'no' },
  ])('$name', async ({ posts, found }) => {
    const { access } = scriptedGraph({ data: posts });
    expect(await lookForPost(words, access, since)).toMatchObject({ found });
  });

  it('does not take a moment’s absence for an answer', async () => {
    const { access } = scriptedGraph({ data: [] });
    expect(await lookForPost(words, access, new Date(NOON - 2000).toISOString())).toMatchObject({
      found: 'unknown',
    });
  });

  it('does not know when Facebook does not answer', async () => {
    const { access } = scriptedGraph(500);
    expect(await lookForPost(words, access, since)).toMatchObject({ found: 'unknown' });
  });
});
