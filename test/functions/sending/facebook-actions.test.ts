import { describe, expect, it } from 'vitest';
import { facebookSender, openPage, PAGE, type Page, readState, textOf } from './facebook-harness.ts';

/** What the simulated Facebook knows of a comment; undefined when it is gone. */
async function commentOf(page: Page, id = page.comment) {
  return (await readState(page.facebook)).comments.find((comment) => comment.id === id);
}

async function ownComment(page: Page): Promise<string> {
  return textOf(await page.send(page.order({ visibility: 'public' })), 'nativeId');
}

describe('what an agent does to a comment', () => {
  it('hides it and shows it again, and Facebook is asked whether it did', async () => {
    const page = await openPage();
    expect(await page.act({ action: 'hide' })).toEqual({ outcome: 'done' });
    expect(await commentOf(page)).toMatchObject({ hidden: true });
    expect(await page.act({ action: 'hide' })).toEqual({ outcome: 'done' });
    expect(await page.act({ action: 'unhide' })).toEqual({ outcome: 'done' });
    expect(await commentOf(page)).toMatchObject({ hidden: false });
    expect(page.calls().slice(0, 2)).toEqual([`POST /${page.comment}`, `GET /${page.comment}`]);
  });

  it('is not believed when Facebook only says that it hid it', async () => {
    const page = await openPage();
    // Instagram’s word for it; Facebook answers success to it and does nothing.
    const misnamed: typeof fetch = (url, init) =>
      fetch(url, { ...init, body: init?.body && String(init.body).replace('is_hidden', 'hide') });
    const order = { action: 'hide', nativeId: page.comment, visibility: 'public', ours: false } as const;
    const outcome = await facebookSender.act(order, { ...page.access, fetch: misnamed });
    expect(outcome).toMatchObject({ outcome: 'failed', refusal: { code: 'facebook:no-effect' } });
    expect(await commentOf(page)).toMatchObject({ hidden: false });
  });

  it('is not believed about a post that nobody can hide', async () => {
    const page = await openPage();
    const post = await page.facebook.act('posts', {
      person: 'tomas-vidal',
      pageId: PAGE.id,
      text: 'Where is it?',
    });
    expect(await page.act({ action: 'hide', nativeId: textOf(post, 'id') })).toMatchObject({
      outcome: 'failed',
      refusal: { code: 'facebook:no-effect' },
    });
  });

  it('likes it', async () => {
    const page = await openPage();
    expect(await page.act({ action: 'like' })).toEqual({ outcome: 'done' });
    const node = await page.facebook.graph('GET', `${page.comment}?fields=user_likes`);
    expect(node.body).toMatchObject({ user_likes: true });
  });

  it('deletes it, theirs or ours', async () => {
    const page = await openPage();
    const ours = await ownComment(page);
    expect(await page.act({ action: 'delete', nativeId: ours, ours: true })).toEqual({ outcome: 'done' });
    expect(await commentOf(page, ours)).toBeUndefined();
    expect(await page.act({ action: 'delete' })).toEqual({ outcome: 'done' });
    expect(await commentOf(page)).toBeUndefined();
  });

  it('edits our own', async () => {
    const page = await openPage();
    const ours = await ownComment(page);
    const order = { action: 'edit', nativeId: ours, ours: true, text: 'It is done.' } as const;
    expect(await page.act(order)).toEqual({ outcome: 'done' });
    expect(await commentOf(page, ours)).toMatchObject({ message: 'It is done.' });
  });

  it.each([
    ['editing theirs', { action: 'edit', text: 'Nice!' }, 'theirs-not-edited'],
    ['editing to nothing', { action: 'edit', ours: true, text: ' ' }, 'empty'],
    ['editing to too much', { action: 'edit', ours: true, text: 'x'.repeat(8001) }, 'too-long'],
    ['hiding ours', { action: 'hide', ours: true }, 'ours-not-hidden'],
    ['deleting a private message', { action: 'delete', visibility: 'private', ours: true }, 'private-stays'],
  ] as const)('is refused without asking: %s', async (_name, order, code) => {
    const page = await openPage();
    expect(await page.act(order)).toMatchObject({ outcome: 'failed', refusal: { code: `facebook:${code}` } });
    expect(page.calls()).toEqual([]);
  });

  it.each(['hide', 'like', 'delete'] as const)('fails on a comment that is gone: %s', async (action) => {
    const page = await openPage();
    await page.facebook.act('comments/delete', { person: 'ines-okoro', commentId: page.comment });
    expect(await page.act({ action })).toMatchObject({
      outcome: 'failed',
      refusal: { code: 'facebook:gone' },
    });
  });

  it('is held with a dead token', async () => {
    const page = await openPage();
    page.facebook.simulator.setToken(PAGE.id, 'revoked');
    expect(await page.act({ action: 'hide' })).toMatchObject({ outcome: 'hold' });
  });
});

describe('an action without a clear answer', () => {
  it.each(['hide', 'like', 'delete'] as const)('is looked at, and was done: %s', async (action) => {
    const page = await openPage();
    page.facebook.simulator.addFault({ count: 1, kind: 'cut' });
    expect(await page.act({ action })).toEqual({ outcome: 'done' });
  });

  it.each(['hide', 'like', 'delete'] as const)('is looked at, and was not done: %s', async (action) => {
    const page = await openPage();
    page.facebook.simulator.addFault({ count: 1, kind: 'status', value: 500 });
    expect(await page.act({ action })).toMatchObject({ outcome: 'retry', wholeAccount: false });
  });

  it.each([
    ['cut', { outcome: 'done' }],
    ['status', { outcome: 'retry' }],
  ] as const)('is looked at when it was an edit: %s', async (kind, outcome) => {
    const page = await openPage();
    const ours = await ownComment(page);
    page.facebook.simulator.addFault({ count: 1, kind, value: 500 });
    const order = { action: 'edit', nativeId: ours, ours: true, text: 'It is done.' } as const;
    expect(await page.act(order)).toMatchObject(outcome);
  });

  it('stays open when it cannot be looked at either', async () => {
    const page = await openPage();
    page.facebook.simulator.addFault({ count: 2, kind: 'status', value: 500 });
    expect(await page.act({ action: 'hide' })).toMatchObject({ outcome: 'unconfirmed' });
  });

  it('stays open when Facebook says that it hid it and then nothing more', async () => {
    const page = await openPage();
    page.facebook.simulator.addFault({ count: 1, kind: 'latency', value: 0 });
    page.facebook.simulator.addFault({ count: 1, kind: 'status', value: 500 });
    expect(await page.act({ action: 'hide' })).toMatchObject({ outcome: 'unconfirmed' });
  });
});
