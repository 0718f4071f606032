import { describe, expect, test } from 'vitest';
import { recordedJson } from '../../../fixtures/recorded.ts';
import { BRAND, INES, OTHER_BRAND, TOMAS } from './x-accounts.ts';
import { at, eventually, startWorld, textAt, type World } from './x-harness.ts';

/** Names and kinds of all fields, so that bodies with other ids and words can be compared. Ids as keys are alike. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shape);
  if (value === null) return 'null';
  if (typeof value !== 'object') return typeof value;
  const fields = Object.entries(value).map(([name, inner]) => [name.replace(/^\d+$/, '<id>'), shape(inner)]);
  return Object.fromEntries(fields);
}

async function seeded(world: World): Promise<string> {
  const { body } = await world.call('GET', `/2/users/${BRAND.id}/tweets`);
  return textAt(body, 'meta.newest_id');
}

type Act = (world: World) => Promise<unknown>;
const reply = async (world: World, text = '@larkspursupply still waiting') =>
  world.post(INES, text, { replyTo: await seeded(world) });

/** By the recorded body that it must look like. */
const happenings: Record<string, Act> = {
  mention: (world) => world.post(INES, '@larkspursupply my parcel is late'),
  reply,
  quote: async (world) => world.post(INES, 'Never again', { quote: await seeded(world) }),
  repost: async (world) => world.act('POST', 'reposts', { person: INES, post: await seeded(world) }),
  like: async (world) => world.act('POST', 'likes', { person: INES, post: await seeded(world) }),
  own: async (world) =>
    world.call('POST', '/2/tweets', {
      json: { text: 'Sorry!', reply: { in_reply_to_tweet_id: await world.post(INES, 'hm @larkspursupply') } },
    }),
  delete: async (world) => world.call('DELETE', `/2/tweets/${await seeded(world)}`),
  received: (world) =>
    world.act('POST', 'messages', { person: INES, accountId: BRAND.id, text: 'Order LS-20431' }),
  sent: (world) =>
    world.call('POST', `/2/dm_conversations/with/${INES}/messages`, { json: { text: 'On it!' } }),
  read: async (world) => {
    await happenings.sent?.(world);
    await world.act('POST', 'reads', { person: INES, accountId: BRAND.id });
  },
  revoke: async (world) => world.simulator.setToken(BRAND.id, 'revoked'),
};

describe('the X Activity API tells', () => {
  const cases: [event: string, happening: string, type: string][] = [
    ['xaa-post-mention-create', 'mention', 'post.mention.create'],
    ['xaa-post-reply-create', 'reply', 'post.reply.create'],
    ['xaa-post-repost-create', 'repost', 'post.repost.create'],
    ['xaa-like-create-inbound', 'like', 'like.create'],
    ['xaa-post-delete', 'delete', 'post.delete'],
    ['xaa-dm-received', 'received', 'dm.received'],
    ['xaa-dm-sent', 'sent', 'dm.sent'],
    ['xaa-dm-read', 'read', 'dm.read'],
  ];
  test.each(cases)('as in %s', async (event, happening, type) => {
    const world = await startWorld({ settings: { plainText: true } });
    await happenings[happening]?.(world);
    await eventually(() => world.desk.types()).toContain(type);
    const data = world.desk.activities().find((activity) => activity.event_type === type);
    expect(shape({ data })).toEqual(shape(recordedJson('x', event)));
  });

  test('of a revoked account, after which it is silent until the token is valid again', async () => {
    const world = await startWorld();
    await happenings.revoke?.(world);
    await eventually(() => world.desk.types()).toEqual(['oauth.revoke']);
    expect(world.desk.activities()).toMatchObject([
      { filter: {}, payload: { user_id: BRAND.id, app_id: '30000001' } },
    ]);
    await world.post(INES, '@larkspursupply one');
    world.simulator.setToken(BRAND.id, 'valid');
    const heard = await world.post(INES, '@larkspursupply two');
    await eventually(() => world.desk.activities().at(-1)?.payload.id).toBe(heard);
    expect(world.desk.types()).toEqual(['oauth.revoke', 'post.mention.create']);
  });

  test('of an own reply with the handles that X puts in front', async () => {
    const world = await startWorld();
    await happenings.own?.(world);
    const own = () => world.desk.activities().find(({ event_type }) => event_type === 'post.create');
    await eventually(() => own()?.payload).toMatchObject({
      text: '@ines_okoro_ex Sorry!',
      display_text_range: [15, 21],
      in_reply_to_user_id: INES,
      entities: { mentions: [{ start: 0, end: 14, end_str: '14', id: INES }] },
    });
    expect(own()?.includes).toMatchObject({ users: [{ id: BRAND.id }], tweets: [{ author_id: BRAND.id }] });
  });

  test('of a quote with nothing included and the address of the quoted post shortened', async () => {
    const world = await startWorld();
    await happenings.quote?.(world);
    await eventually(() => world.desk.activities()).toMatchObject([
      { event_type: 'post.quote.create', includes: {}, payload: { referenced_tweets: [{ type: 'quoted' }] } },
    ]);
    expect(world.desk.activities()[0]?.payload.text).toMatch(/^Never again https:\/\/t\.co\/\w{10}$/);
  });
});

describe('one post', () => {
  const cases: [name: string, act: Act, types: string[]][] = [
    [
      'that replies and names the account fires both',
      (world) => reply(world),
      ['post.mention.create', 'post.reply.create'],
    ],
    ['that replies without naming it fires once', (world) => reply(world, 'why'), ['post.reply.create']],
    [
      'that names two accounts fires for each',
      (world) => world.post(INES, '@larkspursupply @larkspurrail'),
      ['post.mention.create', 'post.mention.create'],
    ],
    [
      'under a reply of somebody else fires nothing but for whom it names',
      async (world) => world.post(TOMAS, '@larkspurrail you?', { replyTo: await reply(world, 'why') }),
      ['post.mention.create', 'post.reply.create'],
    ],
    [
      'of one account that names another is own to the one and a mention to the other',
      (world) => world.call('POST', '/2/tweets', { json: { text: 'Ask @larkspurrail' } }),
      ['post.create', 'post.mention.create'],
    ],
  ];
  test.each(cases)('%s', async (_name, act, types) => {
    const world = await startWorld();
    await act(world);
    await eventually(() => world.desk.types().toSorted()).toEqual(types);
    await eventually(async () => (await world.state()).deliveries.pending).toBe(0);
    expect(world.desk.types().toSorted()).toEqual(types);
  });

  test('that a customer deletes is not told of', async () => {
    const world = await startWorld();
    const id = await world.post(INES, '@larkspursupply?');
    await world.act('DELETE', `posts/${id}`);
    await world.call('DELETE', `/2/tweets/${await seeded(world)}`);
    await eventually(() => world.desk.types()).toContain('post.delete');
    expect(world.desk.types().toSorted()).toEqual(['post.delete', 'post.mention.create']);
  });
});

describe('the Account Activity API tells', () => {
  const cases: [event: string, happening: string][] = [
    ['aaa-tweet-create-mention', 'mention'],
    ['aaa-tweet-create-reply', 'reply'],
    ['aaa-tweet-create-quote', 'quote'],
    ['aaa-tweet-create-retweet', 'repost'],
    ['aaa-favorite', 'like'],
    ['aaa-tweet-delete', 'delete'],
    ['aaa-dm-received', 'received'],
    ['aaa-dm-sent', 'sent'],
    ['aaa-user-revoke', 'revoke'],
  ];
  test.each(cases)('as in %s', async (event, happening) => {
    const world = await startWorld({ settings: { envelope: 'aaa', plainText: true } });
    await happenings[happening]?.(world);
    await eventually(() => world.desk.bodies).toHaveLength(1);
    const body: unknown = JSON.parse(world.desk.bodies[0] ?? '');
    expect(withRange(shape(body))).toEqual(withRange(shape(recordedJson('x', event))));
  });

  test('ids as numbers of 19 digits beside the strings', async () => {
    const world = await startWorld({ settings: { envelope: 'aaa' } });
    const id = await world.post(INES, '@larkspursupply?');
    await eventually(() => world.desk.bodies).toHaveLength(1);
    expect(world.desk.bodies[0]).toContain(`"id":${id},"id_str":"${id}"`);
  });

  test('long posts cut short, with the whole beside', async () => {
    const world = await startWorld({ settings: { envelope: 'aaa' } });
    const text = `@larkspursupply ${'word '.repeat(40)}end`;
    await world.post(INES, text);
    await eventually(() => world.desk.bodies).toHaveLength(1);
    const tweet = tweetOf(world);
    expect(tweet).toMatchObject({
      truncated: true,
      extended_tweet: { full_text: text, display_text_range: [0, 219] },
    });
    expect([...textAt(tweet, 'text')]).toHaveLength(140);
  });

  test('photos, all of them in extended_entities', async () => {
    const world = await startWorld({ settings: { envelope: 'aaa' } });
    await world.post(INES, '@larkspursupply broken', { photo: true });
    await eventually(() => world.desk.bodies).toHaveLength(1);
    const media = at(tweetOf(world), 'extended_entities.media');
    const expected = at(
      recordedJson('x', 'aaa-tweet-create-photos'),
      'tweet_create_events.0.extended_entities.media',
    );
    expect(shape(media)).toEqual(shape(expected));
    const picture = await fetch(textAt(media, '0.media_url_https'));
    expect(picture.headers.get('content-type')).toBe('image/png');
  });
});

test('Both generations go to the same address when the app is subscribed to both', async () => {
  const world = await startWorld({ settings: { envelope: 'both' } });
  await world.post(INES, '@larkspurrail?');
  await eventually(() => world.desk.bodies).toHaveLength(2);
  expect(world.desk.types()).toEqual(['post.mention.create']);
  expect(world.desk.activities()[0]?.filter).toEqual({ user_id: OTHER_BRAND.id });
});

/** The recorded posts carry `display_text_range` now and then; the simulator always does. */
function withRange(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withRange);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, inner]) => [name, withRange(inner)]);
  return 'truncated' in value
    ? { display_text_range: ['number'], ...Object.fromEntries(fields) }
    : Object.fromEntries(fields);
}

function tweetOf(world: World): unknown {
  return at(JSON.parse(world.desk.bodies[0] ?? ''), 'tweet_create_events.0');
}
