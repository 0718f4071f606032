import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readBody } from '../../../../lib/local/platforms/http-body.ts';
import {
  APP_SECRET,
  eventually,
  firstPost,
  HOUR,
  NOON,
  PAGE,
  psidOf,
  readState,
  startDesk,
  startWorld,
  textOf,
  verdict,
} from './facebook-harness.ts';

const hello = { person: 'ines-okoro', pageId: PAGE.id };

test('Words outside ASCII and slashes are sent as escapes, and the signature covers just these bytes', async () => {
  const desk = await startDesk();
  const facebook = await startWorld({ webhookUrl: desk.url });
  await facebook.act('messages', { ...hello, text: 'Größe äöå 📦/⏳' });
  await eventually(() => desk.deliveries).toHaveLength(1);
  const bytes = desk.deliveries[0]?.bytes ?? '';
  expect(bytes).toContain('"text":"Gr\\u00f6\\u00dfe \\u00e4\\u00f6\\u00e5 \\ud83d\\udce6\\/\\u23f3"');
  const hex = createHmac('sha256', APP_SECRET).update(bytes, 'ascii').digest('hex');
  expect(desk.deliveries[0]?.headers['x-hub-signature-256']).toBe(`sha256=${hex}`);
});

test('A refused delivery is tried again with the same bytes until the desk takes it', async () => {
  const desk = await startDesk();
  const facebook = await startWorld({ webhookUrl: desk.url });
  const answers = [500, 302];
  desk.status = () => answers.shift() ?? 200;
  const { mid } = await facebook.act('messages', { ...hello, text: 'Hi' });
  await eventually(() => desk.events()).toMatchObject([{ message: { mid } }]);
  await eventually(async () => (await readState(facebook)).pendingDeliveries).toBe(0);
  expect(answers).toEqual([]);
});

test('A desk that is down costs nothing but time: calls are answered and events wait', async () => {
  const facebook = await startWorld();
  const postId = await firstPost(facebook);
  expect(verdict(await facebook.graph('POST', `${postId}/comments`, { message: 'Hi' }))).toBe('ok');
  expect((await readState(facebook)).pendingDeliveries).toBe(1);
});

test('What the desk had not taken is delivered after a restart, and ids stay unique', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'facebook-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'facebook.sqlite');
  const clock = { now: NOON };
  const before = await startWorld({ file, clock });
  const postId = await firstPost(before);
  const first = textOf(await before.act('comments', { person: 'ines-okoro', postId, text: 'One' }), 'id');
  before.simulator.setToken(PAGE.id, 'revoked');
  await before.simulator.close();

  clock.now += 30 * HOUR;
  const desk = await startDesk();
  const after = await startWorld({ file, clock, webhookUrl: desk.url });
  await eventually(() => desk.events()).toMatchObject([{ comment_id: first, message: 'One' }]);
  expect(await firstPost(after)).toBe(postId);
  const second = textOf(await after.act('comments', { person: 'ines-okoro', postId, text: 'Two' }), 'id');
  expect(second).not.toBe(first);
  expect((await readState(after)).people).toHaveLength(6);
  expect(verdict(await after.graph('GET', 'me'))).toBe('190-460');
});

test('An old Messenger event of an earlier process gets its whole hour again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'facebook-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'facebook.sqlite');
  const clock = { now: NOON };
  const before = await startWorld({ file, clock });
  const { mid } = await before.act('messages', { ...hello, text: 'Hi' });
  await before.simulator.close();

  clock.now += 2 * HOUR;
  const desk = await startDesk();
  const answers = [503];
  desk.status = () => answers.shift() ?? 200;
  await startWorld({ file, clock, webhookUrl: desk.url });
  await eventually(() => desk.events()).toMatchObject([{ message: { mid } }]);
});

test('A page whose Messenger events fail for an hour is unsubscribed, until the desk subscribes again', async () => {
  const desk = await startDesk();
  const facebook = await startWorld({ webhookUrl: desk.url });
  desk.status = () => 500;
  await facebook.act('messages', { ...hello, text: 'One' });
  facebook.clock.now += HOUR;
  const isSubscribed = async () =>
    (await readState(facebook)).pages.find(({ id }) => id === PAGE.id)?.subscribed;
  await eventually(isSubscribed).toBe(false);
  desk.status = () => 200;
  await facebook.act('messages', { ...hello, text: 'Two' });
  expect((await facebook.graph('GET', 'me/subscribed_apps')).body).toEqual({ data: [] });
  const fields = { subscribed_fields: 'feed,messages' };
  expect((await facebook.graph('POST', 'me/subscribed_apps', fields)).body).toEqual({ success: true });
  await facebook.act('messages', { ...hello, text: 'Three' });
  await eventually(() => desk.events()).toMatchObject([{ message: { text: 'Three' } }]);
});

test('Messenger events of a page come in order, one after another, also when there are many', async () => {
  const desk = await startDesk();
  const written = Promise.withResolvers<void>();
  let [open, most] = [0, 0];
  desk.status = async () => {
    open += 1;
    most = Math.max(most, open);
    await written.promise;
    open -= 1;
    return 200;
  };
  const facebook = await startWorld({ webhookUrl: desk.url });
  const texts = Array.from({ length: 30 }, (_, index) => `message ${index}`);
  for (const text of texts) await facebook.act('messages', { ...hello, text });
  written.resolve();
  await eventually(() => desk.events()).toHaveLength(texts.length);
  expect(desk.events()).toMatchObject(texts.map((text) => ({ message: { text } })));
  expect(most).toBe(1);
});

test('In batch mode several events come in one POST, one entry per page and kind', async () => {
  const desk = await startDesk();
  const facebook = await startWorld({ webhookUrl: desk.url });
  await facebook.act('modes', { batch: true });
  const postId = await firstPost(facebook);
  await facebook.act('comments', { person: 'ines-okoro', postId, text: 'One' });
  await facebook.act('messages', { ...hello, text: 'Two' });
  await facebook.act('comments', { person: 'tomas-vidal', postId, text: 'Three' });
  await eventually(() => desk.deliveries).toHaveLength(1);
  expect(desk.deliveries[0]?.body.entry).toMatchObject([
    { time: NOON / 1000, changes: [{ value: { message: 'One' } }, { value: { message: 'Three' } }] },
    { time: NOON, messaging: [{ message: { text: 'Two' } }] },
  ]);
});

test('In duplicate mode each event comes twice', async () => {
  const desk = await startDesk();
  const facebook = await startWorld({ webhookUrl: desk.url });
  await facebook.act('modes', { duplicate: true });
  await facebook.act('messages', { ...hello, text: 'Hi' });
  await eventually(() => desk.deliveries).toHaveLength(2);
  expect(desk.deliveries[0]?.bytes).toBe(desk.deliveries[1]?.bytes);
});

test('In reorder mode the second event overtakes the first', async () => {
  const desk = await startDesk();
  const facebook = await startWorld({ webhookUrl: desk.url });
  await facebook.act('modes', { reorder: true });
  await facebook.act('messages', { ...hello, text: 'One' });
  await facebook.act('messages', { ...hello, text: 'Two' });
  await eventually(() => desk.events()).toMatchObject([
    { message: { text: 'Two' } },
    { message: { text: 'One' } },
  ]);
});

test('In anonymous mode people are left out of feed events, and the page is not', async () => {
  const desk = await startDesk();
  const facebook = await startWorld({ webhookUrl: desk.url });
  await facebook.act('modes', { anonymous: true });
  const postId = await firstPost(facebook);
  await facebook.act('comments', { person: 'ines-okoro', postId, text: 'Hi' });
  await eventually(() => desk.events()).toHaveLength(1);
  await facebook.graph('POST', `${postId}/comments`, { message: 'Hello' });
  expect(desk.events()[0]).not.toHaveProperty('from');
  expect(desk.events()[1]).toMatchObject({ from: { id: PAGE.id } });
});

const gestures: { name: string; act: string; body: object; event: object }[] = [
  {
    name: 'An edited message',
    act: 'messages/edit',
    body: { text: 'Hello' },
    event: { message_edit: { text: 'Hello', num_edit: 1 } },
  },
  { name: 'An unsent message', act: 'messages/delete', body: {}, event: { message: { is_deleted: true } } },
  {
    name: 'A reaction to a message',
    act: 'reactions',
    body: { reaction: 'love' },
    event: { reaction: { reaction: 'love', emoji: '❤️', action: 'react' } },
  },
];

test.each(gestures)('$name reaches the desk', async ({ act, body, event }) => {
  const desk = await startDesk();
  const facebook = await startWorld({ webhookUrl: desk.url });
  const { mid } = await facebook.act('messages', { ...hello, text: 'Hi' });
  await facebook.act(act, { person: 'ines-okoro', mid, ...body });
  await eventually(() => desk.events()).toHaveLength(2);
  expect(desk.events()[1]).toMatchObject(event);
  expect(desk.events()[1]).toMatchObject({ sender: { id: await psidOf(facebook, 'ines-okoro') } });
});

test('A reaction taken back is told once, and one that never was is not', async () => {
  const desk = await startDesk();
  const facebook = await startWorld({ webhookUrl: desk.url });
  const { mid } = await facebook.act('messages', { ...hello, text: 'Hi' });
  for (const reaction of [null, 'like', null, null]) {
    await facebook.act('reactions', { person: 'ines-okoro', mid, reaction });
  }
  await eventually(() => desk.events()).toHaveLength(3);
  expect(desk.events().slice(1)).toMatchObject([
    { reaction: { action: 'react', reaction: 'like', emoji: '👍', mid } },
    { reaction: { action: 'unreact', mid } },
  ]);
});

test('A person of ours who answers in Meta inbox is told as an echo of that app', async () => {
  const desk = await startDesk();
  const facebook = await startWorld({ webhookUrl: desk.url });
  const { mid } = await facebook.act('inbox', { ...hello, text: 'Answered by hand' });
  await eventually(() => desk.events()).toHaveLength(3);
  expect(desk.events()[0]).toMatchObject({ message: { mid, is_echo: true, app_id: 263902037430900 } });
});

test('The callback handshake passes when the challenge is repeated, and deliveries move there', async () => {
  const facebook = await startWorld();
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://desk');
    if (request.method === 'POST') bodies.push((await readBody(request)).toString());
    const isRight = searchParams.get('hub.verify_token') === 'right';
    response
      .writeHead(isRight || request.method === 'POST' ? 200 : 403)
      .end(searchParams.get('hub.challenge'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => server.closeAllConnections());
  onTestFinished(() => void server.close());
  const address = server.address();
  const callback_url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/hook`;
  const subscribe = (verify_token: string) => {
    const body = { object: 'page', callback_url, verify_token, fields: 'feed,messages' };
    return facebook.graph(
      'POST',
      `990000000000001/subscriptions?access_token=990000000000001|${APP_SECRET}`,
      body,
    );
  };
  expect(verdict(await subscribe('wrong'))).toBe('2200');
  expect(verdict(await subscribe('right'))).toBe('ok');
  await facebook.act('messages', { ...hello, text: 'Hi' });
  await eventually(() => bodies).toHaveLength(1);
});

test('A deauthorize callback carries a signed request', async () => {
  const facebook = await startWorld();
  let received = '';
  const server = createServer(async (request, response) => {
    received = (await readBody(request)).toString();
    response.end('{"ok":true}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => server.closeAllConnections());
  onTestFinished(() => void server.close());
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
  const answer = await facebook.act('callbacks', { url, userId: '10220000000000001' });
  expect(answer).toEqual({ status: 200, body: '{"ok":true}' });
  const [signature, payload] = (new URLSearchParams(received).get('signed_request') ?? '').split('.');
  expect(
    createHmac('sha256', APP_SECRET)
      .update(payload ?? '')
      .digest('base64url'),
  ).toBe(signature);
  expect(JSON.parse(Buffer.from(payload ?? '', 'base64url').toString())).toEqual({
    algorithm: 'HMAC-SHA256',
    issued_at: NOON / 1000,
    user_id: '10220000000000001',
  });
});
