import { describe, expect, test } from 'vitest';
import { weightedLength } from '../../../../lib/local/platforms/x/text.ts';
import { recordedJson } from '../../../fixtures/recorded.ts';
import { BRAND, INES, OTHER_BRAND, TOMAS } from './x-accounts.ts';
import { startWorld, textAt } from './x-harness.ts';

describe('weighted length', () => {
  const cases: [text: string, weight: number][] = [
    ['Hello, world! 👋', 16],
    ['日'.repeat(140), 280],
    ['日'.repeat(141), 282],
    ['See https://example.com/a/very/long/path?x=1 ok', 30],
    ['👨‍👩‍👧‍👦', 2],
    ['café', 4],
    ['cafe\u0301', 4],
    ['£€¥', 4],
    ['“quoted” – dash…', 17],
    ['https://a.co http://bücher.example/x', 47],
  ];
  test.each(cases)('of %s', (text, weight) => {
    expect(weightedLength(text)).toBe(weight);
  });
});

test('A post is made, answered with 201 and can be read back', async () => {
  const world = await startWorld();
  const made = await world.call('POST', '/2/tweets', { json: { text: '  We are back.  ' } });
  const id = textAt(made.body, 'data.id');
  expect(made.status).toBe(201);
  expect(made.body).toEqual({ data: { id, text: 'We are back.', edit_history_tweet_ids: [id] } });
  expect(id).toMatch(/^\d{19}$/);
  const read = await world.call('GET', `/2/tweets/${id}`);
  expect(read.body).toEqual(made.body);
});

describe('a post is refused with 400', () => {
  const cases: [name: string, json: unknown, message: string][] = [
    ['without a body', undefined, 'Request body must be a JSON object.'],
    ['with an empty text', { text: ' ' }, '$.text: must not be empty when no media is attached'],
    [
      'when it weighs 281',
      { text: 'a'.repeat(281) },
      '$.text: is too long, 281 of at most 280 weighted characters',
    ],
    [
      'when it weighs 282 in Japanese',
      { text: '日'.repeat(141) },
      '$.text: is too long, 282 of at most 280 weighted characters',
    ],
    [
      'with an unknown key',
      { text: 'a', Text: 'b' },
      '$.Text: is not defined in the schema and the schema does not allow additional properties',
    ],
    [
      'with an unknown key inside',
      { text: 'a', reply: { in_reply_to_tweet_id: '1', to: '2' } },
      '$.reply.to: is not defined in the schema and the schema does not allow additional properties',
    ],
    ['with a number for a text', { text: 5 }, '$.text: integer found, string expected'],
    ['with unknown media', { text: 'a', media: { media_ids: ['5'] } }, 'Your media IDs are invalid.'],
  ];
  test.each(cases)('%s', async (_name, json, message) => {
    const world = await startWorld();
    const { status, body } = await world.call('POST', '/2/tweets', { json });
    expect(status).toBe(400);
    expect(body).toMatchObject({ title: 'Invalid Request', errors: [{ message }] });
  });

  test('with an id that is no number, in the very words of X', async () => {
    const world = await startWorld();
    const json = { text: 'a', reply: { in_reply_to_tweet_id: 'abc' } };
    expect((await world.call('POST', '/2/tweets', { json })).body).toEqual(
      recordedJson('x', 'error-400-invalid'),
    );
  });
});

test('A Premium account may write more', async () => {
  const world = await startWorld({ settings: { textLimit: 25_000 } });
  expect((await world.call('POST', '/2/tweets', { json: { text: 'a'.repeat(20_000) } })).status).toBe(201);
});

test('The same text is refused for ten minutes, for the same account only', async () => {
  const world = await startWorld();
  const json = { text: 'Trains run again.' };
  await world.call('POST', '/2/tweets', { json });
  const again = await world.call('POST', '/2/tweets', { json });
  expect(again.status).toBe(403);
  expect(again.body).toEqual(recordedJson('x', 'error-403-duplicate'));
  expect((await world.call('POST', '/2/tweets', { json, account: OTHER_BRAND })).status).toBe(201);
  world.clock.now += 10 * 60_000 + 1;
  expect((await world.call('POST', '/2/tweets', { json })).status).toBe(201);
});

test('Links come back shortened and three characters escaped, with the address in the entities', async () => {
  const world = await startWorld();
  const json = { text: 'Fish & <chips>: https://example.com/menu?a=1&b=2 @ines_okoro_ex' };
  const made = await world.call('POST', '/2/tweets', { json });
  const path = `/2/tweets/${textAt(made.body, 'data.id')}?tweet.fields=entities`;
  const { body } = await world.call('GET', path);
  const text = textAt(body, 'data.text');
  expect(text).toMatch(/^Fish &amp; &lt;chips&gt;: https:\/\/t\.co\/\w{10} @ines_okoro_ex$/);
  const start = text.indexOf('https');
  const handle = text.indexOf('@');
  expect(body).toMatchObject({
    data: {
      entities: {
        urls: [{ start, end: start + 23, expanded_url: 'https://example.com/menu?a=1&b=2' }],
        mentions: [{ start: handle, end: handle + 14, id: INES, username: 'ines_okoro_ex' }],
      },
    },
  });
});

test('With plain text nothing is shortened or escaped', async () => {
  const world = await startWorld({ settings: { plainText: true } });
  const json = { text: 'Fish & chips: https://example.com/menu' };
  expect((await world.call('POST', '/2/tweets', { json })).body).toMatchObject({ data: json });
});

test('Only the fields that were asked for are given', async () => {
  const world = await startWorld();
  const id = await world.post(INES, '@larkspursupply hello');
  const plain = await world.call('GET', `/2/tweets/${id}`);
  expect(Object.keys(plain.body && typeof plain.body === 'object' ? plain.body : {})).toEqual(['data']);
  const full = await world.call(
    'GET',
    `/2/tweets/${id}?tweet.fields=author_id,created_at&expansions=author_id&user.fields=public_metrics`,
  );
  expect(full.body).toEqual({
    data: {
      id,
      text: '@larkspursupply hello',
      edit_history_tweet_ids: [id],
      author_id: INES,
      created_at: '2026-11-20T10:15:00.000Z',
    },
    includes: {
      users: [
        {
          id: INES,
          name: 'Ines Okoro',
          username: 'ines_okoro_ex',
          public_metrics: expect.objectContaining({ followers_count: 51_200 }),
        },
      ],
    },
  });
});

describe('a look-up is refused with 400', () => {
  const cases: [name: string, path: string][] = [
    ['with an unknown query parameter', '/2/tweets/1?fields=text'],
    ['with an unknown field', '/2/tweets/20?tweet.fields=author'],
    ['with an unknown expansion', '/2/users/1800000000000000001?expansions=author_id'],
    ['with an id that is no number', '/2/tweets/abc'],
    ['after an id that is none', '/2/users/1800000000000000001/tweets?since_id=latest'],
    ['from an instant that is none', '/2/users/1800000000000000001/tweets?start_time=yesterday'],
    ['with too small a page', '/2/users/1800000000000000001/tweets?max_results=4'],
  ];
  test.each(cases)('%s', async (_name, path) => {
    const world = await startWorld();
    const id = await world.post(INES, 'hello');
    const { status, body } = await world.call('GET', path.replace('/20?', `/${id}?`));
    expect(status).toBe(400);
    expect(body).toMatchObject({ title: 'Invalid Request' });
  });
});

test('What is not there is an error inside an answer 200', async () => {
  const world = await startWorld();
  const id = await world.post(INES, 'hello');
  await world.act('DELETE', `posts/${id}`, { person: INES });
  for (const [path, resource] of [
    [`/2/tweets/${id}`, 'tweet'],
    ['/2/users/42', 'user'],
  ] as const) {
    const { status, body } = await world.call('GET', path);
    expect(status).toBe(200);
    expect(body).toMatchObject({ errors: [{ resource_type: resource, title: 'Not Found Error' }] });
    expect(body).not.toHaveProperty('data');
  }
});

test('Only an own post can be deleted, and only once', async () => {
  const world = await startWorld();
  const theirs = await world.post(INES, 'hello');
  expect((await world.call('DELETE', `/2/tweets/${theirs}`)).status).toBe(403);
  const made = await world.call('POST', '/2/tweets', { json: { text: 'Oops' } });
  const path = `/2/tweets/${textAt(made.body, 'data.id')}`;
  const first = await world.call('DELETE', path);
  expect(first.body).toEqual(recordedJson('x', 'response-tweet-deleted'));
  expect((await world.call('DELETE', path)).status).toBe(404);
});

test('Only replies in an own conversation can be hidden', async () => {
  const world = await startWorld();
  const made = await world.call('POST', '/2/tweets', { json: { text: 'News' } });
  const root = textAt(made.body, 'data.id');
  const reply = await world.post(INES, 'Bah', { replyTo: root });
  const hidden = await world.call('PUT', `/2/tweets/${reply}/hidden`, { json: { hidden: true } });
  expect(hidden.body).toEqual(recordedJson('x', 'response-reply-hidden'));
  expect((await world.state()).posts).toContainEqual(expect.objectContaining({ id: reply, hidden: true }));
  const elsewhere = await world.post(TOMAS, 'Bah', { replyTo: await world.post(INES, 'My own') });
  for (const id of [root, elsewhere]) {
    expect((await world.call('PUT', `/2/tweets/${id}/hidden`, { json: { hidden: true } })).status).toBe(403);
  }
});

test('Likes are refused to self-serve apps and taken from enterprise ones', async () => {
  const world = await startWorld();
  const json = { tweet_id: await world.post(INES, 'hello') };
  const path = `/2/users/${BRAND.id}/likes`;
  const refused = await world.call('POST', path, { json });
  expect(refused.status).toBe(403);
  expect(refused.body).toEqual(recordedJson('x', 'error-403-client-forbidden'));
  world.simulator.configure({ enterprise: true });
  expect((await world.call('POST', path, { json })).body).toEqual({ data: { liked: true } });
  expect((await world.call('DELETE', `${path}/${json.tweet_id}`)).body).toEqual({ data: { liked: false } });
});

test('Quoting is refused to self-serve apps and needs a post that is there', async () => {
  const world = await startWorld();
  const quote_tweet_id = await world.post(INES, 'hello');
  const json = { text: 'Look', quote_tweet_id };
  expect((await world.call('POST', '/2/tweets', { json })).status).toBe(403);
  world.simulator.configure({ enterprise: true });
  expect((await world.call('POST', '/2/tweets', { json })).status).toBe(201);
  const gone = { text: 'Look there', quote_tweet_id: '42' };
  expect((await world.call('POST', '/2/tweets', { json: gone })).status).toBe(403);
});
