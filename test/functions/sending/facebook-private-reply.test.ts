import { describe, expect, it } from 'vitest';
import {
  DAY,
  eventually,
  firstPost,
  iso,
  openPage,
  PAGE,
  type Page,
  picture,
  psidOf,
  readState,
  startDesk,
  textOf,
} from './facebook-harness.ts';

/** An invitation to Ines from her comment, and what a second try of it would be. */
function invitation(page: Page, change = {}) {
  return page.order({
    invitation: true,
    text: 'Please tell us your order number here.',
    personId: '25100000000000001',
    lastInboundAt: iso(page.facebook.clock.now),
    ...change,
  });
}

/** A comment of somebody else under the same post. */
async function otherComment(page: Page, person: string): Promise<string> {
  const postId = await firstPost(page.facebook);
  return textOf(await page.facebook.act('comments', { person, postId, text: 'Me too' }), 'id');
}

const alreadyReplied = { outcome: 'failed', refusal: { code: 'facebook:already-replied' } };

describe('an invitation', () => {
  it('reaches the author of the comment and tells who that is in Messenger', async () => {
    const desk = await startDesk();
    const page = await openPage(desk.url);
    const outcome = await page.send(invitation(page));
    const mid = (await readState(page.facebook)).messages.at(-1)?.mid;
    expect(outcome).toEqual({ outcome: 'sent', nativeId: mid, personId: page.psid });
    await eventually(() => desk.events()).toContainEqual(
      expect.objectContaining({ message: expect.objectContaining({ mid, metadata: 'c1.m1' }) }),
    );
  });

  it('follows the post of a visitor as well', async () => {
    const page = await openPage();
    const post = await page.facebook.act('posts', {
      person: 'tomas-vidal',
      pageId: PAGE.id,
      text: 'Where is it?',
    });
    const outcome = await page.send(invitation(page, { inReplyTo: textOf(post, 'id') }));
    expect(outcome).toMatchObject({ outcome: 'sent', personId: await psidOf(page.facebook, 'tomas-vidal') });
  });

  it('may be a picture', async () => {
    const page = await openPage();
    expect(await page.send(invitation(page, { text: '', media: [picture] }))).toMatchObject({
      outcome: 'sent',
    });
  });

  it('is private even when it is called public', async () => {
    const page = await openPage();
    expect(await page.send(invitation(page, { visibility: 'public' }))).toMatchObject({
      personId: page.psid,
    });
    const { comments } = await readState(page.facebook);
    expect(comments).toHaveLength(1);
  });

  it('is given once: a second one fails', async () => {
    const page = await openPage();
    await page.send(invitation(page));
    expect(await page.send(invitation(page, { text: 'Or call us.' }))).toMatchObject(alreadyReplied);
    expect(await page.said()).toHaveLength(1);
  });

  it('fails when somebody of ours gave it by hand', async () => {
    const page = await openPage();
    const byHand = { pageId: PAGE.id, person: 'ines-okoro', text: 'Hi!', commentId: page.comment };
    await page.facebook.act('inbox', byHand);
    expect(await page.send(invitation(page))).toMatchObject(alreadyReplied);
  });

  it('is not sent to a comment older than 7 days', async () => {
    const page = await openPage();
    const order = invitation(page);
    page.pass(7 * DAY);
    expect(await page.send(order)).toMatchObject({ outcome: 'sent' });
    page.pass(1);
    expect(await page.send(order)).toMatchObject({
      outcome: 'failed',
      refusal: { code: 'facebook:invitation-late' },
    });
    expect(page.calls()).toHaveLength(1);
  });

  it('fails at Facebook when it is too late by its clock', async () => {
    const page = await openPage();
    page.pass(8 * DAY);
    expect(await page.send(invitation(page))).toMatchObject({
      outcome: 'failed',
      refusal: { code: 'facebook:not-replyable' },
    });
  });

  it('fails when the comment is gone', async () => {
    const page = await openPage();
    await page.facebook.act('comments/delete', { person: 'ines-okoro', commentId: page.comment });
    expect(await page.send(invitation(page))).toMatchObject({
      outcome: 'failed',
      refusal: { code: 'facebook:not-replyable' },
    });
  });
});

describe('an invitation that may have arrived', () => {
  it('is found when the connection was cut after it', async () => {
    const page = await openPage();
    page.facebook.simulator.addFault({ count: 1, kind: 'cut' });
    expect(await page.send(invitation(page))).toMatchObject({ outcome: 'unconfirmed' });
    const { messages } = await readState(page.facebook);
    const nativeId = messages.at(-1)?.mid;
    expect(await page.look(invitation(page))).toMatchObject({ found: 'yes', nativeId });
  });

  it('counts as sent when a second try is refused because of it', async () => {
    const page = await openPage();
    page.facebook.simulator.addFault({ count: 1, kind: 'cut' });
    await page.send(invitation(page));
    page.pass(13 * 60_000);
    const mid = (await readState(page.facebook)).messages.at(-1)?.mid;
    const again = await page.send(invitation(page));
    expect(again).toEqual({ outcome: 'sent', nativeId: mid, personId: page.psid });
    expect(await page.said()).toHaveLength(1);
  });

  it('stays open when nobody can be asked who gave the first one', async () => {
    const page = await openPage();
    await page.send(invitation(page));
    page.facebook.simulator.addFault({ count: 1, kind: 'latency', value: 0 });
    page.facebook.simulator.addFault({ count: 1, kind: 'status', value: 503 });
    expect(await page.send(invitation(page))).toMatchObject({ outcome: 'unconfirmed' });
  });

  it('is sent again when Facebook does not have it', async () => {
    const page = await openPage();
    const sentAt = page.facebook.clock.now;
    page.facebook.simulator.addFault({ count: 1, kind: 'status', value: 500 });
    expect(await page.send(invitation(page))).toMatchObject({ outcome: 'unconfirmed' });
    expect(await page.look(invitation(page), sentAt)).toMatchObject({ found: 'unknown' });
    page.pass(10_000);
    expect(await page.look(invitation(page), sentAt)).toEqual({ found: 'no' });
    expect(await page.send(invitation(page))).toMatchObject({ outcome: 'sent', personId: page.psid });
  });

  it('is not mistaken for the same words to somebody else', async () => {
    const page = await openPage();
    const sentAt = page.facebook.clock.now;
    const inReplyTo = await otherComment(page, 'mei-lindqvist');
    await page.send(invitation(page, { inReplyTo }));
    page.pass(10_000);
    expect(await page.look(invitation(page), sentAt)).toEqual({ found: 'no' });
  });

  it('is found by its picture when it has no words', async () => {
    const page = await openPage();
    const order = invitation(page, { text: '', media: [picture] });
    page.facebook.simulator.addFault({ count: 1, kind: 'cut' });
    await page.send(order);
    expect(await page.look(order)).toMatchObject({ found: 'yes' });
  });

  it('stays open while Facebook cannot be asked', async () => {
    const page = await openPage();
    page.facebook.simulator.addFault({ count: 1, kind: 'status', value: 503 });
    expect(await page.look(invitation(page))).toMatchObject({ found: 'unknown' });
    page.facebook.simulator.addFault({ count: 1, kind: 'latency', value: 0 });
    page.facebook.simulator.addFault({ count: 1, kind: 'code', value: 613 });
    expect(await page.look(invitation(page))).toMatchObject({
      found: 'unknown',
      refusal: { code: 'facebook:rate-limited' },
    });
  });
});
