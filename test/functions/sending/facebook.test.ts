import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import {
  DAY,
  facebookSender,
  firstPost,
  HOUR,
  openPage,
  PAGE,
  picture,
  readState,
  textOf,
} from './facebook-harness.ts';

const answer = { visibility: 'public' } as const;

describe('a public answer', () => {
  it('stands under the comment that it answers', async () => {
    const page = await openPage();
    const outcome = await page.send(page.order({ ...answer, text: 'Grüße, we are on it 👋' }));
    const { comments } = await readState(page.facebook);
    const ours = comments.find(({ parentId }) => parentId === page.comment);
    expect(ours).toMatchObject({ message: 'Grüße, we are on it 👋', authorId: PAGE.id });
    expect(outcome).toEqual({ outcome: 'sent', nativeId: ours?.id });
  });

  it('stands under the post of a visitor', async () => {
    const page = await openPage();
    const post = await page.facebook.act('posts', {
      person: 'tomas-vidal',
      pageId: PAGE.id,
      text: 'Where is it?',
    });
    const inReplyTo = textOf(post, 'id');
    expect(await page.send(page.order({ ...answer, inReplyTo }))).toMatchObject({ outcome: 'sent' });
    const { comments } = await readState(page.facebook);
    expect(comments).toContainEqual(expect.objectContaining({ postId: inReplyTo, message: 'We are on it.' }));
  });

  it('brings a picture along, with or without words', async () => {
    const page = await openPage();
    await page.send(page.order({ ...answer, media: [picture] }));
    const gif = { ...picture, contentType: 'image/gif', url: 'https://media.example/wave.gif' };
    await page.send(page.order({ ...answer, text: '', media: [gif] }));
    const { comments } = await readState(page.facebook);
    expect(comments.slice(-2)).toMatchObject([
      { message: 'We are on it.', photo: picture.url },
      { message: null, photo: gif.url },
    ]);
  });

  it('fails when the comment is gone', async () => {
    const page = await openPage();
    await page.facebook.act('comments/delete', { person: 'ines-okoro', commentId: page.comment });
    expect(await page.send(page.order(answer))).toMatchObject({
      outcome: 'failed',
      refusal: { code: 'facebook:gone' },
    });
  });

  it('has Facebook fetch a picture twice before it fails', async () => {
    const page = await openPage();
    const nowhere = { ...picture, url: 'https://media.invalid/receipt.jpg' };
    const order = page.order({ text: '', media: [nowhere] });
    expect(await page.send(order)).toMatchObject({
      outcome: 'failed',
      refusal: { code: 'facebook:media-not-fetched' },
    });
    expect(page.calls()).toHaveLength(2);
  });

  it('that is too long or empty is never sent', async () => {
    const page = await openPage();
    const long = await page.send(page.order({ ...answer, text: 'x'.repeat(100 * 1024) }));
    expect(long).toMatchObject({ outcome: 'failed', refusal: { code: 'facebook:too-long' } });
    const empty = await page.send(page.order({ ...answer, text: ' ' }));
    expect(empty).toMatchObject({ outcome: 'failed', refusal: { code: 'facebook:empty' } });
    expect(page.calls()).toEqual([]);
  });
});

describe('a public answer that may have arrived', () => {
  it('is found when the connection was cut after it', async () => {
    const page = await openPage();
    const order = page.order(answer);
    page.facebook.simulator.addFault({ count: 1, kind: 'cut' });
    expect(await page.send(order)).toMatchObject({ outcome: 'unconfirmed' });
    const { comments } = await readState(page.facebook);
    expect(await page.look(order)).toEqual({ found: 'yes', nativeId: comments.at(-1)?.id });
  });

  it('is not given up before Facebook had time to show it', async () => {
    const page = await openPage();
    const order = page.order(answer);
    const sentAt = page.facebook.clock.now;
    page.facebook.simulator.addFault({ count: 1, kind: 'status', value: 500 });
    expect(await page.send(order)).toMatchObject({ outcome: 'unconfirmed' });
    page.pass(9_000);
    expect(await page.look(order, sentAt)).toMatchObject({ found: 'unknown' });
    page.pass(1_000);
    expect(await page.look(order, sentAt)).toEqual({ found: 'no' });
    expect(await page.said()).toEqual([]);
  });

  it('is found when it came after the time limit', async () => {
    const page = await openPage();
    const order = page.order(answer);
    const sentAt = page.facebook.clock.now;
    page.facebook.simulator.addFault({ count: 1, kind: 'latency', value: 300 });
    const hasty: typeof fetch = (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(30) });
    const outcome = await facebookSender.send(order, { ...page.access, fetch: hasty });
    expect(outcome).toMatchObject({ outcome: 'unconfirmed', refusal: { code: 'facebook:no-answer' } });
    await expect.poll(async () => (await page.look(order, sentAt)).found, { timeout: 20_000 }).toBe('yes');
  });

  it('is found under the top-level comment when it answers an answer', async () => {
    const page = await openPage();
    const reply = await page.facebook.act('comments', {
      person: 'tomas-vidal',
      commentId: page.comment,
      text: 'Same here',
    });
    const order = page.order({ ...answer, inReplyTo: textOf(reply, 'id') });
    page.facebook.simulator.addFault({ count: 1, kind: 'cut' });
    await page.send(order);
    expect(await page.look(order)).toMatchObject({ found: 'yes' });
  });

  it('is found under a post', async () => {
    const page = await openPage();
    const order = page.order({ ...answer, inReplyTo: await firstPost(page.facebook) });
    page.facebook.simulator.addFault({ count: 1, kind: 'cut' });
    await page.send(order);
    expect(await page.look(order)).toMatchObject({ found: 'yes' });
  });

  it.each([
    ['an older answer with the same words', {}, DAY],
    ['an answer with other words', { text: 'We are on it!' }, 0],
    ['the same words without the picture', { media: [picture] }, 0],
  ])('is not mistaken for %s', async (_name, change, earlier) => {
    const page = await openPage();
    await page.send(page.order(answer));
    page.pass(earlier);
    const sentAt = page.facebook.clock.now;
    page.pass(HOUR);
    expect(await page.look(page.order({ ...answer, ...change }), sentAt)).toEqual({ found: 'no' });
  });

  it('is not mistaken for the same words of a customer', async () => {
    const page = await openPage();
    const sentAt = page.facebook.clock.now;
    await page.facebook.act('comments', {
      person: 'mei-lindqvist',
      commentId: page.comment,
      text: 'We are on it.',
    });
    page.pass(HOUR);
    expect(await page.look(page.order(answer), sentAt)).toEqual({ found: 'no' });
  });

  it('counts as sent when Facebook takes no duplicate of it', async () => {
    const page = await openPage();
    page.facebook.simulator.addFault({ count: 1, kind: 'cut' });
    await page.send(page.order(answer));
    page.facebook.simulator.addFault({ count: 1, kind: 'code', value: 506 });
    const { comments } = await readState(page.facebook);
    expect(await page.send(page.order(answer))).toEqual({ outcome: 'sent', nativeId: comments.at(-1)?.id });
  });

  it('fails when the duplicate is another answer', async () => {
    const page = await openPage();
    page.facebook.simulator.addFault({ count: 1, kind: 'code', value: 506 });
    expect(await page.send(page.order(answer))).toMatchObject({
      outcome: 'failed',
      refusal: { code: 'facebook:duplicate' },
    });
  });

  it('went with the comment that it answered', async () => {
    const page = await openPage();
    await page.facebook.act('comments/delete', { person: 'ines-okoro', commentId: page.comment });
    page.pass(10_000);
    expect(await page.look(page.order(answer), page.facebook.clock.now - 10_000)).toEqual({ found: 'no' });
  });

  it('stays open while Facebook cannot be asked', async () => {
    const page = await openPage();
    page.facebook.simulator.addFault({ count: 1, kind: 'status', value: 503 });
    expect(await page.look(page.order(answer))).toMatchObject({ found: 'unknown' });
  });
});

describe('a page that cannot send', () => {
  it.each([
    ['whose token was revoked', 'revoked', 'password-changed'],
    ['whose token has expired', 'expired', 'token-expired'],
  ] as const)('holds what it has: one %s', async (_name, state, code) => {
    const page = await openPage();
    page.facebook.simulator.setToken(PAGE.id, state);
    const held = { outcome: 'hold', refusal: { code: `facebook:${code}` } };
    expect(await page.send(page.order(answer))).toMatchObject(held);
    expect(await page.look(page.order(answer))).toMatchObject({ found: 'unknown', refusal: held.refusal });
    page.facebook.simulator.setToken(PAGE.id, 'valid');
    expect(await page.send(page.order(answer))).toMatchObject({ outcome: 'sent' });
  });

  it.each([
    ['page-rate', { outcome: 'retry', afterSeconds: 3600, wholeAccount: true }],
    ['business-rate', { outcome: 'retry', afterSeconds: 3600, wholeAccount: true }],
    ['app-rate', { outcome: 'retry', afterSeconds: 3600, wholeAccount: true }],
    ['rate', { outcome: 'retry', afterSeconds: 30, wholeAccount: true }],
    ['abuse', { outcome: 'hold', refusal: { code: 'facebook:blocked' } }],
  ])('is told by Facebook how long: %s', async (gate, outcome) => {
    const page = await openPage();
    await page.facebook.act('gate', { pageId: PAGE.id, gate });
    expect(await page.send(page.order(answer))).toMatchObject(outcome);
    expect(await page.said()).toEqual([]);
  });

  it('is held while Messenger is restricted, and still answers in public', async () => {
    const page = await openPage();
    await page.facebook.act('gate', { pageId: PAGE.id, gate: 'restricted' });
    expect(await page.send(page.order())).toMatchObject({
      outcome: 'hold',
      refusal: { code: 'facebook:restricted' },
    });
    expect(await page.send(page.order(answer))).toMatchObject({ outcome: 'sent' });
  });

  it('tries again when Facebook cannot be reached at all', async () => {
    const page = await openPage();
    const outcome = await facebookSender.send(page.order(answer), {
      ...page.access,
      apiUrl: await closedDoor(),
    });
    expect(outcome).toMatchObject({ outcome: 'retry', wholeAccount: false });
  });

  it('goes by either app secret while it is rotated', async () => {
    const page = await openPage();
    const signingKeys = ['the secret that Meta does not know yet', ...page.access.secret.signingKeys];
    const access = { ...page.access, secret: { ...page.access.secret, signingKeys } };
    expect(await facebookSender.send(page.order(answer), access)).toMatchObject({ outcome: 'sent' });
    expect(await page.said()).toEqual(['We are on it.']);
  });

  it('is refused by Facebook with the proof of another app', async () => {
    const page = await openPage();
    const secret = { ...page.access.secret, signingKeys: ['the secret of another app'] };
    const outcome = await facebookSender.send(page.order(answer), { ...page.access, secret });
    expect(outcome).toMatchObject({ outcome: 'failed', refusal: { code: 'facebook:refused' } });
  });
});

/** An address at which nobody listens any more. */
async function closedDoor(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

describe('the followers of our page', () => {
  it('are as many as Facebook tells', async () => {
    const page = await openPage();
    expect(await facebookSender.posts.followers(page.access)).toBe(8400);
  });

  it('are not known when Facebook does not answer', async () => {
    const page = await openPage();
    page.facebook.simulator.addFault({ count: 1, kind: 'status', value: 500 });
    expect(await facebookSender.posts.followers(page.access)).toBeUndefined();
  });
});
