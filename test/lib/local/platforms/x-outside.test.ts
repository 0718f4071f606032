import { describe, expect, test } from 'vitest';
import { BRAND, INES, LIAM, OTHER_BRAND, TOMAS } from './x-accounts.ts';
import { BASE, eventually, startWorld, textAt, type World } from './x-harness.ts';

const page = async (world: World, path = '/') => {
  const response = await fetch(`${world.outsideUrl}${path}`);
  return { status: response.status, headers: response.headers, text: await response.text() };
};

/** What a browser without JavaScript sends. */
const submit = (world: World, path: string, fields: Record<string, string>, headers = {}) =>
  fetch(`${world.outsideUrl}/${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { accept: 'text/html', referer: `${world.outsideUrl}/?person=${fields.person}`, ...headers },
    redirect: 'manual',
  });

describe('the page', () => {
  test('shows what people wrote as words, never as markup', async () => {
    const world = await startWorld();
    const nasty = '<img src=x onerror=alert(1)> "quoted" & @larkspursupply <script>';
    await world.post(INES, nasty);
    await world.act('POST', 'messages', { person: INES, accountId: BRAND.id, text: nasty });
    for (const path of ['/', `/?person=${INES}&screen=messages`]) {
      const { text } = await page(world, path);
      expect(text).toContain('&lt;img src=x onerror=alert(1)&gt; &quot;quoted&quot; &amp; ');
      expect(text).not.toMatch(/<img src=x|<script>/);
    }
  });

  test('gives no link but to the web', async () => {
    const world = await startWorld();
    await world.post(INES, 'javascript:alert(1) https://example.com/a?b="c example.org');
    const { text } = await page(world);
    expect(text).not.toContain('href="javascript');
    expect(text).toContain('href="https://example.com/a?b="');
    expect(text).toContain('href="https://example.org/"');
  });

  test('turns the address for private messages into a button to them', async () => {
    const world = await startWorld();
    await world.post(BRAND.id, `Write to us: https://x.com/messages/compose?recipient_id=${BRAND.id}`);
    const { text } = await page(world, `/?person=${INES}`);
    const where = `${BASE}/?person=${INES}&amp;screen=messages&amp;with=${BRAND.id}`;
    expect(text).toContain(`href="${where}">Send a private message</a>`);
  });

  test('runs its own script only', async () => {
    const world = await startWorld();
    const { headers, text } = await page(world);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self';/,
    );
    expect(text).not.toMatch(/<script(?![^>]*src=)|\son\w+=|\sstyle=/);
    for (const path of ['/client.js', '/style.css', `/avatars/${INES}.svg`]) {
      expect((await page(world, path)).status).toBe(200);
    }
    expect((await page(world, '/../settings.ts')).status).toBe(404);
  });

  test('tells a browser that has the latest view no more than that', async () => {
    const world = await startWorld();
    const first = await world.act('GET', 'view');
    const version = textAt(first.body, 'version');
    expect((await world.act('GET', `view?version=${version}`)).body).toEqual({ version });
    await world.post(INES, 'Something new');
    const { body } = await world.act('GET', `view?version=${version}`);
    expect(textAt(body, 'html')).toContain('Something new');
  });

  test('shows what the desk answered, publicly and privately', async () => {
    const world = await startWorld();
    const id = await world.post(INES, '@larkspursupply?');
    await world.call('POST', '/2/tweets', {
      json: { text: 'We look into it.', reply: { in_reply_to_tweet_id: id } },
    });
    await world.call('POST', `/2/dm_conversations/with/${INES}/messages`, {
      json: { text: 'Your order number?' },
    });
    expect((await page(world, `/?person=${INES}&post=${id}`)).text).toContain('We look into it.');
    expect((await page(world, `/?person=${INES}&screen=messages`)).text).toContain('Your order number?');
    expect((await page(world, `/?person=${TOMAS}&screen=messages`)).text).not.toContain('Your order number?');
  });

  test('says when the desk hears nothing', async () => {
    const world = await startWorld({ webhookUrl: 'http://127.0.0.1:9/nobody-listens' });
    await world.post(INES, '@larkspursupply?');
    await eventually(async () => (await page(world)).text).toContain('One event waits for the desk.');
  });
});

describe('a form without JavaScript', () => {
  test('does the thing and goes back to where it was', async () => {
    const world = await startWorld();
    const response = await submit(world, 'posts', {
      person: INES,
      text: 'From a form',
      replyTo: '',
      quote: '',
    });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(`${BASE}/?person=${INES}`);
    const [post] = (await world.state()).posts;
    expect(post).toMatchObject({ authorId: INES, text: 'From a form' });
    await submit(world, `posts/${String(post?.id)}/delete`, { person: INES });
    expect((await world.state()).posts).not.toContainEqual(expect.objectContaining({ text: 'From a form' }));
  });

  test('goes nowhere else, whatever the browser says it came from', async () => {
    const world = await startWorld();
    const headers = { referer: 'https://evil.example/_local' };
    const response = await submit(world, 'posts', { person: INES, text: 'Hello' }, headers);
    expect(response.headers.get('location')).toMatch(new RegExp(`^${BASE}/`));
  });

  test('is refused when another site sends it', async () => {
    const world = await startWorld();
    const response = await submit(
      world,
      'posts',
      { person: INES, text: 'Hello' },
      { 'sec-fetch-site': 'cross-site' },
    );
    expect(response.status).toBe(403);
    expect((await world.state()).posts).toHaveLength(1);
  });
});

describe('a script', () => {
  test('gets the ids of what it made, by id or by handle', async () => {
    const world = await startWorld();
    const made = await world.act('POST', 'posts', { person: '@ines_okoro_ex', text: 'Hello' });
    const id = textAt(made.body, 'id');
    expect(made).toMatchObject({ status: 201, body: { id, conversationId: id } });
    const reply = await world.act('POST', 'posts', { person: TOMAS, text: 'Hi', replyTo: id });
    expect(reply.body).toMatchObject({ conversationId: id });
    const message = await world.act('POST', 'messages', {
      person: INES,
      accountId: OTHER_BRAND.id,
      text: 'Hi',
    });
    expect(message).toMatchObject({ status: 201, body: { conversationId: `${OTHER_BRAND.id}-${INES}` } });
  });

  test('likes and reposts once, and takes both back', async () => {
    const world = await startWorld();
    const post = await world.post(INES, 'Hello');
    const counts = async () => (await world.state()).posts.find(({ id }) => id === post)?.counts;
    for (const name of ['likes', 'reposts', 'likes', 'reposts'])
      await world.act('POST', name, { person: TOMAS, post });
    expect(await counts()).toEqual({ replies: 0, quotes: 0, reposts: 1, likes: 1 });
    for (const name of ['likes', 'reposts']) await world.act('DELETE', name, { person: TOMAS, post });
    expect(await counts()).toEqual({ replies: 0, quotes: 0, reposts: 0, likes: 0 });
  });

  test('reads messages as a person, which the desk hears of once', async () => {
    const world = await startWorld();
    await world.call('POST', `/2/dm_conversations/with/${INES}/messages`, { json: { text: 'Hello' } });
    const reads = { person: INES, accountId: BRAND.id };
    expect((await world.act('POST', 'reads', reads)).body).toHaveProperty('read');
    expect((await world.act('POST', 'reads', reads)).body).toEqual({});
    await eventually(() => world.desk.types().toSorted()).toEqual(['dm.read', 'dm.sent']);
  });

  test('acts as staff outside the desk, which the desk hears of', async () => {
    const world = await startWorld();
    const id = await world.post(INES, 'Hm');
    await world.post(BRAND.id, 'We saw this', { replyTo: id });
    await world.act('POST', 'messages', { person: BRAND.id, to: INES, text: 'Hello Ines' });
    await eventually(() => world.desk.types().toSorted()).toEqual(['dm.sent', 'post.create']);
    const posted = world.desk.activities().find(({ event_type }) => event_type === 'post.create');
    expect(posted?.payload.text).toBe('@ines_okoro_ex We saw this');
  });

  test('reads the state, which holds no secret', async () => {
    const world = await startWorld();
    const { text } = await page(world, '/state');
    for (const secret of [BRAND.token, BRAND.tokenSecret, 'test-x-consumer-secret'])
      expect(text).not.toContain(secret);
    expect((await world.state()).people).toHaveLength(6);
    expect((await world.state()).accounts).toMatchObject([
      { id: BRAND.id, token: 'valid' },
      { id: OTHER_BRAND.id },
    ]);
  });

  const refused: [name: string, method: string, path: string, body: object, status: number][] = [
    ['without a person', 'POST', 'posts', { text: 'Hello' }, 400],
    ['as nobody', 'POST', 'posts', { person: 'nobody', text: 'Hello' }, 404],
    ['with nothing to say', 'POST', 'posts', { person: INES, text: ' ' }, 400],
    ['with too much to say', 'POST', 'posts', { person: INES, text: 'a'.repeat(281) }, 400],
    ['in reply to nothing', 'POST', 'posts', { person: INES, text: 'Hello', replyTo: '42' }, 404],
    ['liking nothing', 'POST', 'likes', { person: INES, post: '42' }, 404],
    ['to itself', 'POST', 'messages', { person: BRAND.id, accountId: BRAND.id, text: 'Hello' }, 400],
    [
      'to somebody who takes no messages',
      'POST',
      'messages',
      { person: BRAND.id, to: LIAM, text: 'Hello' },
      403,
    ],
  ];
  test.each(refused)('is told in words why nothing is done %s', async (_name, method, path, body, status) => {
    const world = await startWorld();
    const answer = await world.act(method, path, body);
    expect(answer.status).toBe(status);
    expect(textAt(answer.body, 'error')).toMatch(/\.$|\n/);
  });

  test('deletes only what the person wrote', async () => {
    const world = await startWorld();
    const id = await world.post(INES, 'Hello');
    expect((await world.act('DELETE', `posts/${id}`, { person: TOMAS })).status).toBe(403);
    expect((await world.act('DELETE', `posts/${id}?person=${INES}`)).body).toEqual({ id, deleted: true });
  });

  test('finds nothing at other paths', async () => {
    const world = await startWorld();
    expect((await page(world, '/nothing')).status).toBe(404);
    expect((await world.act('POST', 'constructor', {})).status).toBe(404);
  });
});

test('An account without a handle gets one from its name', async () => {
  const world = await startWorld({ accounts: [{ ...BRAND, handle: undefined, name: 'Café Lark & Sons' }] });
  expect((await world.state()).accounts).toMatchObject([{ id: BRAND.id, handle: 'cafelarksons' }]);
});
