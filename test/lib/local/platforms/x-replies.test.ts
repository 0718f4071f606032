import { describe, expect, test } from 'vitest';
import { recordedJson } from '../../../fixtures/recorded.ts';
import { BRAND, INES, OTHER_BRAND, TOMAS } from './x-accounts.ts';
import { startWorld, textAt, type World } from './x-harness.ts';

async function ownPost(world: World): Promise<string> {
  const made = await world.call('POST', '/2/tweets', { json: { text: 'News' } });
  return textAt(made.body, 'data.id');
}

const replyTo = (world: World, id: string, more: object = {}) =>
  world.call('POST', '/2/tweets', { json: { text: 'Sorry!', reply: { in_reply_to_tweet_id: id, ...more } } });

describe('the account may reply', () => {
  const cases: [name: string, target: (world: World) => Promise<string>][] = [
    ['to a post that names it', (world) => world.post(INES, 'Hey @LarkspurSupply, where is it?')],
    [
      'to a post that quotes one of its own',
      async (world) => world.post(INES, 'Ha', { quote: await ownPost(world) }),
    ],
    [
      'to a reply that names it',
      async (world) => world.post(INES, '@larkspursupply why', { replyTo: await ownPost(world) }),
    ],
    ['to itself', ownPost],
  ];
  test.each(cases)('%s', async (_name, target) => {
    const world = await startWorld();
    expect((await replyTo(world, await target(world))).status).toBe(201);
  });
});

describe('the account was not summoned', () => {
  const cases: [name: string, target: (world: World) => Promise<string>][] = [
    ['by a post about something else', (world) => world.post(INES, 'Lovely day')],
    [
      'by a reply to it that does not name it',
      async (world) => world.post(INES, 'why', { replyTo: await ownPost(world) }),
    ],
    ['by a post that names another account', (world) => world.post(INES, '@larkspurrail where is it?')],
    [
      'by somebody else under a post that names it',
      async (world) =>
        world.post(TOMAS, 'same here', { replyTo: await world.post(INES, '@larkspursupply late') }),
    ],
  ];
  test.each(cases)('%s', async (_name, target) => {
    const world = await startWorld();
    const { status, body } = await replyTo(world, await target(world));
    expect(status).toBe(403);
    expect(body).toEqual(recordedJson('x', 'error-403-reply-not-summoned'));
  });

  test('which an enterprise app need not be', async () => {
    const world = await startWorld({ settings: { enterprise: true } });
    expect((await replyTo(world, await world.post(INES, 'Lovely day'))).status).toBe(201);
  });
});

test('A reply begins with the handles of those whom it answers, which the sender does not type', async () => {
  const world = await startWorld();
  const id = await world.post(INES, '@larkspursupply and @larkspurrail and @tomasrivera_ex!');
  const reply = await replyTo(world, id);
  expect(textAt(reply.body, 'data.text')).toBe('@ines_okoro_ex @larkspurrail @tomasrivera_ex Sorry!');
  world.clock.now += 3_600_000;
  const shorter = await replyTo(world, id, { exclude_reply_user_ids: [OTHER_BRAND.id, TOMAS] });
  expect(textAt(shorter.body, 'data.text')).toBe('@ines_okoro_ex Sorry!');
  const typed = {
    text: '@ines_okoro_ex yes',
    reply: { in_reply_to_tweet_id: id, exclude_reply_user_ids: [OTHER_BRAND.id, TOMAS] },
  };
  expect(textAt((await world.call('POST', '/2/tweets', { json: typed })).body, 'data.text')).toBe(
    '@ines_okoro_ex yes',
  );
});

test('Handles put in front do not count towards the length', async () => {
  const world = await startWorld();
  const id = await world.post(INES, '@larkspursupply?');
  const json = { text: 'a'.repeat(280), reply: { in_reply_to_tweet_id: id } };
  expect((await world.call('POST', '/2/tweets', { json })).status).toBe(201);
});

describe('a reply is refused as to a post that is gone', () => {
  const detail = 'You attempted to reply to a Tweet that is deleted or not visible to you.';
  const cases: [name: string, target: (world: World) => Promise<string>][] = [
    ['when there never was one', async () => '42'],
    [
      'when its author deleted it',
      async (world) => {
        const id = await world.post(INES, '@larkspursupply?');
        await world.act('DELETE', `posts/${id}`, { person: INES });
        return id;
      },
    ],
    [
      'when its author blocks the account',
      async (world) => {
        await world.act('POST', 'blocks', { person: INES, accountId: BRAND.id });
        return world.post(INES, '@larkspursupply?');
      },
    ],
  ];
  test.each(cases)('%s', async (_name, target) => {
    const world = await startWorld();
    const { status, body } = await replyTo(world, await target(world));
    expect(status).toBe(403);
    expect(body).toMatchObject({ title: 'Forbidden', status: 403, detail });
  });
});

test('A reply belongs to the conversation of the first post', async () => {
  const world = await startWorld();
  const root = await world.post(INES, '@larkspursupply?');
  const reply = textAt((await replyTo(world, root)).body, 'data.id');
  const third = await world.post(INES, '@larkspursupply thanks', { replyTo: reply });
  const { body } = await world.call(
    'GET',
    `/2/tweets/${third}?tweet.fields=conversation_id,referenced_tweets,in_reply_to_user_id`,
  );
  expect(body).toMatchObject({
    data: {
      conversation_id: root,
      in_reply_to_user_id: BRAND.id,
      referenced_tweets: [{ type: 'replied_to', id: reply }],
    },
  });
});
