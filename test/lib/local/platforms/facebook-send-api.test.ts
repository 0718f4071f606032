import { describe, expect, test } from 'vitest';
import {
  DAY,
  eventually,
  type Facebook,
  HOUR,
  OTHER_PAGE,
  PAGE,
  psidOf,
  readState,
  startDesk,
  startWorld,
  textOf,
  verdict,
} from './facebook-harness.ts';

const text = { text: 'Done, address updated.' };

async function startWithMessage(): Promise<{ facebook: Facebook; psid: string }> {
  const facebook = await startWorld();
  await facebook.act('messages', {
    person: 'ines-okoro',
    pageId: PAGE.id,
    text: 'I need to change the address',
  });
  return { facebook, psid: await psidOf(facebook, 'ines-okoro') };
}

test('A message within the window is sent, and the desk hears the echo, the delivery and the reading', async () => {
  const desk = await startDesk();
  const facebook = await startWorld({ webhookUrl: desk.url });
  await facebook.act('messages', { person: 'ines-okoro', pageId: PAGE.id, text: 'Hi' });
  const psid = await psidOf(facebook, 'ines-okoro');
  const message = { ...text, metadata: 'desk:msg:01' };
  const send = { recipient: { id: psid }, messaging_type: 'RESPONSE', message };
  const answer = await facebook.graph('POST', `${PAGE.id}/messages`, send);
  const mid = textOf(answer.body, 'message_id');
  expect(answer).toEqual({ status: 200, body: { recipient_id: psid, message_id: mid } });
  await eventually(() => desk.events()).toHaveLength(4);
  const parties = { sender: { id: psid }, recipient: { id: PAGE.id }, timestamp: facebook.clock.now };
  expect(desk.events().slice(1)).toEqual([
    {
      sender: { id: PAGE.id },
      recipient: { id: psid },
      timestamp: facebook.clock.now,
      message: { mid, is_echo: true, app_id: 990000000000001, ...message },
    },
    { ...parties, delivery: { mids: [mid], watermark: facebook.clock.now } },
    { ...parties, read: { watermark: facebook.clock.now } },
  ]);
});

const sends: { name: string; send: object; verdict: string }[] = [
  { name: 'a plain response', send: { messaging_type: 'RESPONSE', message: text }, verdict: 'ok' },
  { name: 'an update', send: { messaging_type: 'UPDATE', message: text }, verdict: 'ok' },
  {
    name: 'a human agent tag',
    send: { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT', message: text },
    verdict: 'ok',
  },
  { name: 'no type', send: { message: text }, verdict: '100' },
  { name: 'an invented type', send: { messaging_type: 'REPLY', message: text }, verdict: '100' },
  {
    name: 'a tag type without a tag',
    send: { messaging_type: 'MESSAGE_TAG', message: text },
    verdict: '100',
  },
  {
    name: 'a tag without its type',
    send: { messaging_type: 'RESPONSE', tag: 'HUMAN_AGENT', message: text },
    verdict: '100',
  },
  {
    name: 'a removed tag',
    send: { messaging_type: 'MESSAGE_TAG', tag: 'POST_PURCHASE_UPDATE', message: text },
    verdict: '100',
  },
  { name: 'no message', send: { messaging_type: 'RESPONSE' }, verdict: '100' },
  { name: 'an empty text', send: { messaging_type: 'RESPONSE', message: { text: ' ' } }, verdict: '100' },
  {
    name: 'a text of 2,000 characters outside the basic plane',
    send: { messaging_type: 'RESPONSE', message: { text: '📦'.repeat(2_000) } },
    verdict: 'ok',
  },
  {
    name: 'a text of 2,001 characters',
    send: { messaging_type: 'RESPONSE', message: { text: 'x'.repeat(2_001) } },
    verdict: '100',
  },
  {
    name: 'metadata of 999 characters',
    send: { messaging_type: 'RESPONSE', message: { ...text, metadata: 'x'.repeat(999) } },
    verdict: 'ok',
  },
  {
    name: 'metadata of 1,000 characters',
    send: { messaging_type: 'RESPONSE', message: { ...text, metadata: 'x'.repeat(1_000) } },
    verdict: '100',
  },
  {
    name: 'an unknown field of a message',
    send: { messaging_type: 'RESPONSE', message: { ...text, colour: 'red' } },
    verdict: '100',
  },
  {
    name: 'an image by address',
    send: {
      messaging_type: 'RESPONSE',
      message: { attachment: { type: 'image', payload: { url: 'https://example.com/a.png' } } },
    },
    verdict: 'ok',
  },
  {
    name: 'an attachment without an address',
    send: { messaging_type: 'RESPONSE', message: { attachment: { type: 'image', payload: {} } } },
    verdict: '100',
  },
  {
    name: 'an attachment of an unknown type',
    send: {
      messaging_type: 'RESPONSE',
      message: { attachment: { type: 'gif', payload: { url: 'https://example.com/a.gif' } } },
    },
    verdict: '100',
  },
  {
    name: 'a file that cannot be fetched',
    send: {
      messaging_type: 'RESPONSE',
      message: { attachment: { type: 'file', payload: { url: 'https://nowhere.invalid/a.pdf' } } },
    },
    verdict: '100-2018008',
  },
  {
    name: 'an attachment id that is not ours',
    send: {
      messaging_type: 'RESPONSE',
      message: { attachment: { type: 'image', payload: { attachment_id: '1' } } },
    },
    verdict: '100-2018074',
  },
  {
    name: 'a stack of images',
    send: {
      messaging_type: 'RESPONSE',
      message: {
        attachments: ['a', 'b'].map((n) => ({ type: 'image', payload: { url: `https://example.com/${n}` } })),
      },
    },
    verdict: 'ok',
  },
  {
    name: 'a stack with a video',
    send: {
      messaging_type: 'RESPONSE',
      message: { attachments: [{ type: 'video', payload: { url: 'https://example.com/a.mp4' } }] },
    },
    verdict: '100',
  },
  {
    name: 'a text together with an attachment',
    send: {
      messaging_type: 'RESPONSE',
      message: { ...text, attachment: { type: 'image', payload: { url: 'https://example.com/a' } } },
    },
    verdict: '100',
  },
  {
    name: 'an answer to a message of nobody',
    send: { messaging_type: 'RESPONSE', message: text, reply_to: { mid: 'm_none' } },
    verdict: '100',
  },
  { name: 'a sender action', send: { sender_action: 'typing_on' }, verdict: 'ok' },
  {
    name: 'a sender action with a message',
    send: { sender_action: 'typing_on', message: text },
    verdict: '100',
  },
  { name: 'an invented sender action', send: { sender_action: 'dance' }, verdict: '100' },
];

test.each(sends)('A send with $name answers $verdict', async ({ send, verdict: expected }) => {
  const { facebook, psid } = await startWithMessage();
  const answer = await facebook.graph('POST', 'me/messages', { recipient: { id: psid }, ...send });
  expect(verdict(answer)).toBe(expected);
});

test('A send may come as a form whose objects are JSON texts', async () => {
  const { facebook, psid } = await startWithMessage();
  const form = new URLSearchParams({
    access_token: PAGE.token,
    recipient: JSON.stringify({ id: psid }),
    messaging_type: 'RESPONSE',
    message: JSON.stringify(text),
  });
  const response = await fetch(`${facebook.simulator.url}/v26.0/me/messages`, { method: 'POST', body: form });
  expect(await response.json()).toMatchObject({ recipient_id: psid });
});

const recipients: { name: string; recipient: object; verdict: string }[] = [
  { name: 'nobody', recipient: {}, verdict: '100' },
  { name: 'two at once', recipient: { id: '1', comment_id: '2' }, verdict: '100' },
  { name: 'a PSID that nobody has', recipient: { id: '999' }, verdict: '100-2018001' },
  { name: 'the id of the feed', recipient: { id: '25100000000000001' }, verdict: '100-2018001' },
  { name: 'an unknown comment', recipient: { comment_id: '1_2' }, verdict: '100-2018292' },
];

test.each(recipients)('A send to $name answers $verdict', async ({ recipient, verdict: expected }) => {
  const { facebook } = await startWithMessage();
  const send = { recipient, messaging_type: 'RESPONSE', message: text };
  expect(verdict(await facebook.graph('POST', `${PAGE.id}/messages`, send))).toBe(expected);
});

test("A PSID belongs to one page: another page cannot use it, and a page's token serves no other page", async () => {
  const { facebook, psid } = await startWithMessage();
  const send = { recipient: { id: psid }, messaging_type: 'RESPONSE', message: text };
  const others = await facebook.graph('POST', `${OTHER_PAGE.id}/messages`, send, OTHER_PAGE.token);
  expect(verdict(others)).toBe('100-2018001');
  expect(verdict(await facebook.graph('POST', `${OTHER_PAGE.id}/messages`, send))).toBe('200');
});

describe('The window', () => {
  const rows: { name: string; age: number; tag: boolean; verdict: string }[] = [
    { name: 'at exactly 24 hours', age: DAY, tag: false, verdict: 'ok' },
    { name: 'a millisecond after 24 hours', age: DAY + 1, tag: false, verdict: '10-2018278' },
    { name: 'after 25 hours with the human agent tag', age: 25 * HOUR, tag: true, verdict: 'ok' },
    { name: 'at exactly 7 days with the human agent tag', age: 7 * DAY, tag: true, verdict: 'ok' },
    { name: 'after 7 days with the human agent tag', age: 7 * DAY + 1, tag: true, verdict: '10-2018278' },
  ];
  test.each(rows)('$name answers $verdict', async ({ age, tag, verdict: expected }) => {
    const { facebook, psid } = await startWithMessage();
    facebook.clock.now += age;
    const kind = tag ? { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' } : { messaging_type: 'RESPONSE' };
    const answer = await facebook.graph('POST', 'me/messages', {
      recipient: { id: psid },
      ...kind,
      message: text,
    });
    expect(verdict(answer)).toBe(expected);
  });

  test('is closed for a person who never did anything', async () => {
    const facebook = await startWorld();
    const send = {
      recipient: { id: await psidOf(facebook, 'tomas-vidal') },
      messaging_type: 'RESPONSE',
      message: text,
    };
    expect(verdict(await facebook.graph('POST', 'me/messages', send))).toBe('10-2018278');
  });

  const openers: { name: string; act: (facebook: Facebook, postId: string) => Promise<unknown> }[] = [
    {
      name: 'a comment',
      act: (f, postId) => f.act('comments', { person: 'tomas-vidal', postId, text: 'Hello' }),
    },
    {
      name: 'a reaction',
      act: (f, postId) => f.act('reactions', { person: 'tomas-vidal', postId, reaction: 'love' }),
    },
    {
      name: 'a visitor post',
      act: (f) => f.act('posts', { person: 'tomas-vidal', pageId: PAGE.id, text: 'Hello' }),
    },
    {
      name: 'a tapped button',
      act: (f) =>
        f.act('postbacks', { person: 'tomas-vidal', pageId: PAGE.id, title: 'Start', payload: 'GO' }),
    },
  ];
  test.each(openers)('is opened by $name', async ({ act }) => {
    const facebook = await startWorld();
    const { posts } = await readState(facebook);
    await act(facebook, posts[0]?.id ?? '');
    const send = {
      recipient: { id: await psidOf(facebook, 'tomas-vidal') },
      messaging_type: 'RESPONSE',
      message: text,
    };
    expect(verdict(await facebook.graph('POST', 'me/messages', send))).toBe('ok');
  });
});

test('Nobody reaches a person who blocked the page, until the person changes that', async () => {
  const { facebook, psid } = await startWithMessage();
  const send = { recipient: { id: psid }, messaging_type: 'RESPONSE', message: text };
  await facebook.act('blocks', { person: 'ines-okoro', pageId: PAGE.id, blocked: true });
  expect(verdict(await facebook.graph('POST', 'me/messages', send))).toBe('551-1545041');
  await facebook.act('blocks', { person: 'ines-okoro', pageId: PAGE.id, blocked: false });
  expect(verdict(await facebook.graph('POST', 'me/messages', send))).toBe('ok');
});

test('A page sends 300 light messages a second and no more', async () => {
  const { facebook, psid } = await startWithMessage();
  const send = { recipient: { id: psid }, messaging_type: 'RESPONSE', message: text };
  for (let sent = 0; sent < 300; sent += 1) {
    expect(verdict(await facebook.graph('POST', 'me/messages', send))).toBe('ok');
  }
  expect(verdict(await facebook.graph('POST', 'me/messages', send))).toBe('613-2534040');
  facebook.clock.now += 1_000;
  expect(verdict(await facebook.graph('POST', 'me/messages', send))).toBe('ok');
});

describe('A private reply', () => {
  async function startWithComment() {
    const facebook = await startWorld();
    const { posts } = await readState(facebook);
    const postId = posts.find(({ pageId }) => pageId === PAGE.id)?.id;
    const made = await facebook.act('comments', {
      person: 'mei-lindqvist',
      postId,
      text: 'Where is my order?',
    });
    const commentId = textOf(made, 'id');
    const reply = () =>
      facebook.graph('POST', `${PAGE.id}/messages`, { recipient: { comment_id: commentId }, message: text });
    return { facebook, commentId, reply };
  }

  test('tells the PSID of the commenter, and works once', async () => {
    const { facebook, reply } = await startWithComment();
    expect((await reply()).body).toMatchObject({ recipient_id: await psidOf(facebook, 'mei-lindqvist') });
    expect(await reply()).toMatchObject({ status: 400, body: { error: { code: 10900 } } });
  });

  test('is refused after a person of ours replied by hand', async () => {
    const { facebook, commentId, reply } = await startWithComment();
    await facebook.act('inbox', { pageId: PAGE.id, person: 'mei-lindqvist', text: 'By hand', commentId });
    expect(verdict(await reply())).toBe('10900');
  });

  test('may come until 7 days after the comment', async () => {
    const { facebook, reply } = await startWithComment();
    facebook.clock.now += 7 * DAY + 1;
    expect(verdict(await reply())).toBe('10903');
    facebook.clock.now -= 1;
    expect(verdict(await reply())).toBe('ok');
  });

  test('does not reach a deleted comment, a blocker or our own comment', async () => {
    const { facebook, commentId, reply } = await startWithComment();
    const own = await facebook.graph('POST', `${commentId}/comments`, { message: 'We look into it.' });
    const toOurs = { recipient: { comment_id: textOf(own.body, 'id') }, message: text };
    expect(verdict(await facebook.graph('POST', 'me/messages', toOurs))).toBe('10902');
    await facebook.act('blocks', { person: 'mei-lindqvist', pageId: PAGE.id, blocked: true });
    expect(verdict(await reply())).toBe('551-1545041');
    await facebook.act('comments/delete', { person: 'mei-lindqvist', commentId });
    expect(verdict(await reply())).toBe('100-2018292');
  });

  test("answers a visitor's post too", async () => {
    const facebook = await startWorld();
    const made = await facebook.act('posts', {
      person: 'zoe-garnier',
      pageId: PAGE.id,
      text: 'Do you ship to Portugal?',
    });
    const send = { recipient: { post_id: textOf(made, 'id') }, message: text };
    expect((await facebook.graph('POST', 'me/messages', send)).body).toMatchObject({
      recipient_id: await psidOf(facebook, 'zoe-garnier'),
    });
  });
});
