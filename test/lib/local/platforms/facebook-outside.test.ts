import { expect, test } from 'vitest';
import { eventually, firstPost, PAGE, psidOf, startDesk, startWorld, textOf } from './facebook-harness.ts';

const get = async (url: string) => {
  const response = await fetch(url);
  return { status: response.status, headers: response.headers, text: await response.text() };
};

test('The page is served with a policy that lets only our own script run', async () => {
  const { outsideUrl } = await startWorld();
  const page = await get(`${outsideUrl}/`);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
  expect(page.text).not.toMatch(/<script>|<style|\sstyle=|\son\w+=/);
  const [script, style] = [await get(`${outsideUrl}/client.js`), await get(`${outsideUrl}/style.css`)];
  expect([script.headers.get('content-type'), style.headers.get('content-type')]).toEqual([
    'text/javascript; charset=utf-8',
    'text/css; charset=utf-8',
  ]);
  expect(style.text).toContain('prefers-reduced-motion');
});

test('What a person wrote is shown as text, never as markup', async () => {
  const facebook = await startWorld();
  const text = '<img src=x onerror=alert(1)> & "quotes"';
  await facebook.act('comments', { person: 'ines-okoro', postId: await firstPost(facebook), text });
  await facebook.act('messages', { person: 'ines-okoro', pageId: PAGE.id, text });
  const { text: page } = await get(`${facebook.outsideUrl}/?person=ines-okoro`);
  expect(page).not.toContain('<img src=x');
  expect(page.split('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quotes&quot;').length).toBeGreaterThan(2);
});

test('The view comes with a version, and comes again only when something is new', async () => {
  const facebook = await startWorld();
  const view = async (version = '') =>
    JSON.parse((await get(`${facebook.outsideUrl}/view?version=${version}`)).text);
  const first = await view();
  expect(await view(first.version)).toEqual({ version: first.version });
  await facebook.act('posts', { person: 'ines-okoro', pageId: PAGE.id, text: 'Anything new?' });
  expect((await view(first.version)).html).toContain('Anything new?');
});

test('What the desk answers and that it writes is seen in Messenger', async () => {
  const facebook = await startWorld();
  await facebook.act('messages', { person: 'ines-okoro', pageId: PAGE.id, text: 'Hi' });
  const psid = await psidOf(facebook, 'ines-okoro');
  const page = async () => (await get(`${facebook.outsideUrl}/?person=ines-okoro`)).text;
  await facebook.graph('POST', 'me/messages', { recipient: { id: psid }, sender_action: 'mark_seen' });
  await facebook.graph('POST', 'me/messages', { recipient: { id: psid }, sender_action: 'typing_on' });
  expect(await page()).toContain('· seen');
  expect(await page()).toContain('is writing');
  facebook.clock.now += 20_000;
  expect(await page()).not.toContain('is writing');
  const message = {
    attachment: {
      type: 'template',
      payload: {
        template_type: 'button',
        text: 'Did that help?',
        buttons: [{ type: 'postback', title: 'Yes, thanks', payload: 'CSAT_5' }],
      },
    },
  };
  await facebook.graph('POST', 'me/messages', {
    recipient: { id: psid },
    messaging_type: 'RESPONSE',
    message,
  });
  expect(await page()).toMatch(/Did that help\?[\s\S]*Yes, thanks/);
});

test('A form works without JavaScript and leads back to where it was sent from', async () => {
  const facebook = await startWorld();
  const referer = `${facebook.outsideUrl}/?person=tomas-vidal&screen=page`;
  const response = await fetch(`${facebook.outsideUrl}/posts`, {
    method: 'POST',
    redirect: 'manual',
    headers: { accept: 'text/html,application/xhtml+xml', referer },
    body: new URLSearchParams({ person: 'tomas-vidal', pageId: PAGE.id, text: 'Without a script' }),
  });
  expect([response.status, response.headers.get('location')]).toEqual([
    303,
    '/_local/outside/facebook/?person=tomas-vidal&screen=page',
  ]);
  expect((await get(referer)).text).toContain('Without a script');
});

test('A reaction is set, changed and taken back', async () => {
  const desk = await startDesk();
  const facebook = await startWorld({ webhookUrl: desk.url });
  const target = { person: 'jonas-keller', postId: await firstPost(facebook) };
  for (const reaction of ['like', 'anger', '']) {
    await facebook.act('reactions', { ...target, reaction });
  }
  await eventually(() =>
    desk
      .events()
      .map(({ verb, reaction_type }) => `${verb} ${reaction_type}`)
      .sort(),
  ).toEqual(['add like', 'edit anger', 'remove anger']);
});

test('Tapping a quick reply sends its payload', async () => {
  const desk = await startDesk();
  const facebook = await startWorld({ webhookUrl: desk.url });
  const made = await facebook.act('messages', {
    person: 'amara-diallo',
    pageId: PAGE.id,
    text: 'Track order',
    quickReplyPayload: 'TRACK_ORDER',
  });
  await eventually(() => desk.events()).toMatchObject([
    { message: { mid: textOf(made, 'mid'), text: 'Track order', quick_reply: { payload: 'TRACK_ORDER' } } },
  ]);
});

const refusals: { name: string; action: string; body: object; error: RegExp }[] = [
  {
    name: 'an unknown person',
    action: 'posts',
    body: { person: 'nobody', pageId: PAGE.id, text: 'Hi' },
    error: /no person nobody/,
  },
  {
    name: 'an unknown page',
    action: 'messages',
    body: { person: 'ines-okoro', pageId: '1', text: 'Hi' },
    error: /no page 1/,
  },
  {
    name: 'no text',
    action: 'messages',
    body: { person: 'ines-okoro', pageId: PAGE.id, text: ' ' },
    error: /does not fit/,
  },
  {
    name: 'no target',
    action: 'comments',
    body: { person: 'ines-okoro', text: 'Hi' },
    error: /postId or commentId/,
  },
  { name: 'no body', action: 'comments', body: {}, error: /does not fit/ },
  {
    name: "a page's own inbox",
    action: 'messages',
    body: { person: PAGE.id, pageId: PAGE.id, text: 'Hi' },
    error: /Only a customer/,
  },
];

test.each(refusals)('An act with $name is refused in words', async ({ action, body, error }) => {
  const { outsideUrl } = await startWorld();
  const response = await fetch(`${outsideUrl}/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error: expect.stringMatching(error) });
});

test('Another web site cannot act as a customer', async () => {
  const { outsideUrl } = await startWorld();
  const headers = { 'sec-fetch-site': 'cross-site' };
  const response = await fetch(`${outsideUrl}/posts`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(),
  });
  expect(response.status).toBe(403);
});

test('What is not there is left to others', async () => {
  const { outsideUrl } = await startWorld();
  expect((await get(`${outsideUrl}/nothing`)).status).toBe(404);
});
