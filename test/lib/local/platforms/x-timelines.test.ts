import { expect, test } from 'vitest';
import { BRAND, INES, TOMAS } from './x-accounts.ts';
import { startWorld, textAt, type World } from './x-harness.ts';

async function own(world: World, text: string, replyTo?: string): Promise<string> {
  const reply = replyTo && { reply: { in_reply_to_tweet_id: replyTo } };
  return textAt((await world.call('POST', '/2/tweets', { json: { text, ...reply } })).body, 'data.id');
}

test('The own timeline tells whether a post went out, newest first', async () => {
  const world = await startWorld();
  const seeded = await world.call('GET', `/2/users/${BRAND.id}/tweets`);
  const seed = textAt(seeded.body, 'meta.newest_id');
  const question = await world.post(INES, '@larkspursupply?');
  const [news, reply] = [await own(world, 'News'), await own(world, 'Sorry!', question)];
  const { body } = await world.call('GET', `/2/users/${BRAND.id}/tweets?since_id=${seed}`);
  expect(body).toMatchObject({
    data: [{ id: reply, text: '@ines_okoro_ex Sorry!' }, { id: news }],
    meta: { result_count: 2, newest_id: reply, oldest_id: news },
  });
  const without = await world.call('GET', `/2/users/${BRAND.id}/tweets?since_id=${seed}&exclude=replies`);
  expect(without.body).toMatchObject({ data: [{ id: news }], meta: { result_count: 1 } });
});

test('A post whose answer was cut off is found in the own timeline', async () => {
  const world = await startWorld();
  world.simulator.addFault({ count: 1, kind: 'cut' });
  await expect(own(world, 'Are you there?')).rejects.toThrow();
  const { body } = await world.call('GET', `/2/users/${BRAND.id}/tweets`);
  expect(body).toMatchObject({ data: [{ text: 'Are you there?' }, {}] });
  expect(world.simulator.calls()[0]).toMatchObject({ method: 'POST', path: '/2/tweets', status: 0 });
});

test('Mentions hold what names the account and what answers it, never its own', async () => {
  const world = await startWorld();
  const news = await own(world, 'News');
  const named = await world.post(INES, 'I like @larkspursupply');
  const reply = await world.post(TOMAS, 'why', { replyTo: news });
  await world.post(TOMAS, 'something else');
  await own(world, 'Thanks!', named);
  const { body } = await world.call('GET', `/2/users/${BRAND.id}/mentions?tweet.fields=author_id`);
  expect(body).toMatchObject({
    data: [
      { id: reply, author_id: TOMAS },
      { id: named, author_id: INES },
    ],
    meta: { result_count: 2 },
  });
});

test('Mentions come in pages and from an instant on', async () => {
  const world = await startWorld();
  const ids: string[] = [];
  for (let index = 0; index < 7; index += 1) {
    ids.unshift(await world.post(INES, `@larkspursupply ${index}`));
    world.clock.now += 60_000;
  }
  const path = `/2/users/${BRAND.id}/mentions?max_results=5`;
  const first = await world.call('GET', path);
  expect(first.body).toMatchObject({
    data: ids.slice(0, 5).map((id) => ({ id })),
    meta: { result_count: 5 },
  });
  const token = textAt(first.body, 'meta.next_token');
  const second = await world.call('GET', `${path}&pagination_token=${token}`);
  expect(second.body).toMatchObject({ data: ids.slice(5).map((id) => ({ id })) });
  expect(second.body).not.toHaveProperty('meta.next_token');
  const late = await world.call('GET', `${path}&start_time=2026-11-20T10:20:00Z`);
  expect(late.body).toMatchObject({ data: ids.slice(0, 2).map((id) => ({ id })), meta: { result_count: 2 } });
});

test('People are found by id and by handle, with followers on request', async () => {
  const world = await startWorld();
  const byId = await world.call(
    'GET',
    `/2/users/${INES}?user.fields=public_metrics,verified_type,receives_your_dm`,
  );
  expect(byId.body).toMatchObject({
    data: {
      id: INES,
      verified_type: 'blue',
      receives_your_dm: true,
      public_metrics: { followers_count: 51_200 },
    },
  });
  const byName = await world.call('GET', '/2/users/by/username/INES_okoro_ex');
  expect(byName.body).toEqual({ data: { id: INES, name: 'Ines Okoro', username: 'ines_okoro_ex' } });
});
