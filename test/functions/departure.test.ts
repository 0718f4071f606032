import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { depart } from '../../functions/departure.ts';
import type { Conversation } from '../../functions/domain/conversation.ts';
import { PolicyBook } from '../../functions/domain/policy.ts';
import { releaseAccounts } from '../../functions/held-accounts.ts';
import { latestActivity, latestMessages } from '../../functions/store/conversations.ts';
import { policySettings, putSettings } from '../../functions/store/settings.ts';
import {
  brand,
  type Hearing,
  MORNING,
  type OutboundWorld,
  openWorld,
  people,
  type WorldOptions,
} from './outbound-world.ts';
import {
  callsOf,
  commentedOnFacebook,
  messagedOnFacebook,
  messagedOnX,
  postedOnX,
  postOf,
  psidOf,
} from './outside-views.ts';
import { openTestEngine, type TestEngine } from './store/engine.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.close());

const open = async (options?: WorldOptions): Promise<OutboundWorld> =>
  openWorld(await engine.newTable(), options);

/** Ines mentions us on X. */
async function mentioned(world: OutboundWorld): Promise<{ conversation: Conversation; question: string }> {
  const question = await world.act('x', 'posts', {
    person: people.x.ines,
    text: '@larkspursupply where is it?',
  });
  await world.hear();
  return { conversation: await world.conversation(), question };
}

/** Ines comments under a post of ours. */
async function commented(world: OutboundWorld): Promise<{ conversation: Conversation; question: string }> {
  const postId = await postOf(world);
  const question = await world.act('facebook', 'comments', {
    person: people.facebook.ines,
    postId,
    text: 'Hello?',
  });
  await world.hear();
  return { conversation: await world.conversation(), question };
}

const activity = async (world: OutboundWorld, { id }: Conversation) =>
  (await latestActivity(world.desk.table, id, 100)).flatMap(({ events }) => events.map(({ name }) => name));
const bubbles = async (world: OutboundWorld, { id }: Conversation) =>
  (await latestMessages(world.desk.table, id, 100)).map(({ direction, text }) => `${direction}: ${text}`);

describe('a reply', () => {
  it('leaves when it can no longer be taken back, to where the question is', async () => {
    const world = await open();
    const { conversation, question } = await mentioned(world);
    const id = await world.reply(conversation, { text: 'It left today.' });
    await world.pass(9.998);
    expect(await world.message(id)).toMatchObject({ state: 'queued' });
    expect(await postedOnX(world)).toEqual([]);
    await world.pass(0.002);
    const [post] = await postedOnX(world);
    expect(post).toMatchObject({ text: 'It left today.', replyTo: question });
    expect(await world.message(id)).toMatchObject({ state: 'sent', nativeId: post?.id });
  });

  it('goes out in private to the person', async () => {
    const world = await open();
    await world.act('x', 'messages', { person: people.x.ines, to: brand.id, text: 'Between us?' });
    const conversation = await world.conversation();
    const id = await world.reply(conversation, { text: 'Of course.' });
    await world.pass(10);
    expect(await messagedOnX(world)).toMatchObject([{ text: 'Of course.' }]);
    expect(await world.message(id)).toMatchObject({ state: 'sent', visibility: 'private' });
  });

  it('that was taken back never reaches the platform', async () => {
    const world = await open();
    const { conversation } = await mentioned(world);
    const id = await world.reply(conversation, { text: 'Oops.' });
    expect(await world.api('POST', `/api/messages/${id}/undo`)).toMatchObject({ status: 200 });
    await world.pass(3600);
    expect(callsOf(world, 'x').filter((call) => call.startsWith('POST /2/tweets'))).toEqual([]);
  });

  it('that is taken up twice at the same time is sent once', async () => {
    const world = await open();
    const { conversation } = await mentioned(world);
    const id = await world.reply(conversation, { text: 'Once.', undoSeconds: 0 });
    await Promise.all(Array.from({ length: 8 }, () => depart(id, 'trace', world.dispatch)));
    expect(await postedOnX(world)).toHaveLength(1);
    expect(await world.message(id)).toMatchObject({ state: 'sent', outbound: { attempts: 1 } });
  });
});

describe.each<Hearing>(['at once', 'later'])('the echo of a reply, understood %s,', (hearing) => {
  it('makes no second message on X, in public or in private', async () => {
    const world = await open({ hearing, x: { envelope: 'both', duplicates: true } });
    const { conversation } = await mentioned(world);
    await world.act('x', 'messages', { person: people.x.ines, to: brand.id, text: 'Here, too.' });
    await world.hear();
    await world.reply(conversation, { text: 'See https://example.com/status & wait', visibility: 'public' });
    await world.reply(conversation, { text: 'Between us: sorry', visibility: 'private' });
    await world.pass(60);
    await world.hear();
    expect(await world.said(conversation)).toEqual([
      'See https://example.com/status & wait: sent',
      'Between us: sorry: sent',
    ]);
    expect((await activity(world, conversation)).filter((name) => name === 'message.sent')).toHaveLength(2);
    expect((await activity(world, conversation)).filter((name) => name === 'message.answered')).toHaveLength(
      2,
    );
  });

  it('makes no second message on Facebook, in public or in private', async () => {
    const world = await open({ hearing });
    const { conversation } = await commented(world);
    await world.reply(conversation, { text: 'Hello Ines!', undoSeconds: 0 });
    await world.pass(60);
    await world.act('facebook', 'messages', {
      person: people.facebook.ines,
      pageId: conversation.accountId,
      text: 'Hi',
    });
    await world.hear();
    const [chat] = (await world.conversations()).filter(({ visibility }) => visibility === 'private');
    if (!chat) throw new Error('Nobody wrote in private.');
    await world.reply(chat, { text: 'Hi Ines!' });
    await world.pass(60);
    await world.hear();
    expect(await world.said(conversation)).toEqual(['Hello Ines!: sent']);
    expect(await world.said(chat)).toEqual(['Hi Ines!: sent']);
    expect(await commentedOnFacebook(world)).toHaveLength(1);
    expect(await messagedOnFacebook(world)).toHaveLength(1);
  });

  it('finds the conversation of an answer that Facebook shows under somebody else’s comment', async () => {
    const world = await open({ hearing });
    const { conversation: ofInes, question } = await commented(world);
    const nested = { person: people.facebook.tomas, commentId: question, text: 'The same here!' };
    await world.act('facebook', 'comments', nested);
    await world.hear();
    const ofTomas = (await world.conversations()).find(({ id }) => id !== ofInes.id);
    if (!ofTomas) throw new Error('Tomas has no conversation.');
    await world.reply(ofTomas, { text: 'Hello Tomas!', undoSeconds: 0 });
    await world.pass(60);
    await world.hear();
    expect((await commentedOnFacebook(world)).map(({ replyTo }) => replyTo)).toEqual([question]);
    expect(await world.said(ofTomas)).toEqual(['Hello Tomas!: sent']);
    expect(await world.said(ofInes)).toEqual([]);
    const unanswered = (await world.conversations()).map(({ id, unanswered: open }) => [id, open.length]);
    expect(Object.fromEntries(unanswered)).toEqual({ [ofInes.id]: 1, [ofTomas.id]: 0 });
  });

  it('joins the private thread of somebody who was invited on Facebook to the conversation', async () => {
    const world = await open({ hearing });
    const { conversation } = await commented(world);
    await world.pass(1);
    const path = `/api/conversations/${conversation.id}/private-invitation`;
    expect(await world.api('POST', path, { text: 'Please tell us your number.' })).toMatchObject({
      status: 202,
    });
    await world.pass(60);
    await world.hear();
    const psid = await psidOf(world, people.facebook.ines);
    expect(await world.conversation()).toMatchObject({ id: conversation.id, privateId: psid });
    await world.act('facebook', 'messages', {
      person: people.facebook.ines,
      pageId: conversation.accountId,
      text: '4711',
    });
    await world.hear();
    expect(await world.conversation()).toMatchObject({ id: conversation.id, visibility: 'private' });
    await world.reply(conversation, { text: 'Thank you.' });
    await world.reply(conversation, { text: 'We wrote to you.', visibility: 'public' });
    await world.pass(60);
    await world.hear();
    expect(await bubbles(world, conversation)).toEqual([
      'inbound: Hello?',
      'outbound: Please tell us your number.',
      'inbound: 4711',
      'outbound: Thank you.',
      'outbound: We wrote to you.',
    ]);
    expect((await messagedOnFacebook(world)).map(({ text }) => text)).toEqual([
      'Please tell us your number.',
      'Thank you.',
    ]);
    expect(await commentedOnFacebook(world)).toMatchObject([{ text: 'We wrote to you.' }]);
  });

  it('of an invitation on X, with its link, makes no second message', async () => {
    const world = await open({ hearing });
    const { conversation } = await mentioned(world);
    await world.api('POST', `/api/conversations/${conversation.id}/private-invitation`, {
      text: 'Please write to us.',
    });
    await world.pass(60);
    await world.hear();
    expect(await world.said(conversation)).toEqual(['Please write to us.: sent']);
    expect(await postedOnX(world)).toMatchObject([
      { text: expect.stringMatching(/^Please write to us\. https/) },
    ]);
  });
});

describe('a reply that the platform refuses', () => {
  it('fails with its reason, and the person waits on', async () => {
    const world = await open();
    const { conversation, question } = await mentioned(world);
    const id = await world.reply(conversation, { text: 'Too late.' });
    await world.actUnseen('x', `DELETE posts/${question}`, { person: people.x.ines });
    await world.pass(10);
    expect(await world.message(id)).toMatchObject({
      state: 'failed',
      outbound: { refusal: { code: 'x:parent-gone', advice: expect.any(String) } },
    });
    expect(await world.conversation()).toMatchObject({
      unanswered: [{}],
      clocks: [{ state: 'running' }],
      preview: '@larkspursupply where is it?',
    });
    expect(await activity(world, conversation)).toEqual(
      expect.arrayContaining(['message.failed', 'clock.started']),
    );
  });

  it('fails when its window closed while it waited', async () => {
    const world = await open();
    const pageId = Object.keys(world.secrets.facebook.accounts)[0];
    await world.act('facebook', 'messages', { person: people.facebook.ines, pageId, text: 'Hi' });
    const conversation = await world.conversation();
    const scheduledAt = new Date(world.clock.now + 6.9 * 86_400_000).toISOString();
    const id = await world.reply(conversation, { text: 'Just in time.', scheduledAt });
    world.facebook.addFault({ count: 12, kind: 'code', value: 4 });
    await world.pass(7.2 * 86_400);
    expect(await world.message(id)).toMatchObject({
      state: 'failed',
      outbound: { refusal: { code: 'facebook:window-closed' } },
    });
    expect(await messagedOnFacebook(world)).toEqual([]);
  });
});

describe('a platform that allows no more calls', () => {
  it('gets the reply when its limit ends, without being asked before', async () => {
    const world = await open({ x: { limits: { 'POST /2/tweets': 1 } } });
    const { conversation } = await mentioned(world);
    await world.reply(conversation, { text: 'First.', undoSeconds: 0 });
    await world.work();
    const id = await world.reply(conversation, { text: 'Second.', undoSeconds: 0 });
    await world.work();
    const { state, outbound } = await world.message(id);
    expect({ state, outbound }).toMatchObject({
      state: 'queued',
      outbound: { refusal: { code: 'x:rate-limited' } },
    });
    const wait = (Date.parse(outbound?.leavesAt ?? '') - world.clock.now) / 1000;
    expect(wait).toBeGreaterThan(890);
    await world.pass(wait - 1);
    expect(callsOf(world, 'x').filter((call) => call.startsWith('POST /2/tweets'))).toHaveLength(2);
    await world.pass(1);
    expect(await world.message(id)).toMatchObject({ state: 'sent', outbound: { attempts: 2 } });
  });

  it('is left alone by all replies of the account when it says so of the account', async () => {
    const world = await open();
    const { conversation } = await commented(world);
    world.facebook.addFault({ count: 1, kind: 'code', value: 4 });
    const first = await world.reply(conversation, { text: 'First.', undoSeconds: 0 });
    await world.work();
    await world.act('facebook', 'comments', {
      person: people.facebook.tomas,
      postId: await postOf(world),
      text: 'I, too',
    });
    const other = (await world.conversations()).find(({ id }) => id !== conversation.id);
    if (!other) throw new Error('Tomas has no conversation.');
    const second = await world.reply(other, { text: 'Second.', undoSeconds: 0 });
    await world.pass(299);
    expect(callsOf(world, 'facebook').filter((call) => call.startsWith('POST'))).toHaveLength(1);
    await world.pass(10);
    expect(await world.message(first)).toMatchObject({ state: 'sent' });
    expect(await world.message(second)).toMatchObject({ state: 'sent', outbound: { attempts: 1 } });
  });

  it('is not asked for more than the budget allows, which is served in turn', async () => {
    const world = await open();
    world.dispatch.rateOf = () => ({ use: 'public', rate: { burst: 2, seconds: 60 } });
    const { conversation } = await mentioned(world);
    for (let nth = 1; nth <= 5; nth += 1)
      await world.reply(conversation, { text: `Number ${nth}.`, undoSeconds: 0 });
    const left: string[] = [];
    for (const seconds of [0, 29, 2, 28, 2, 28, 2]) {
      await world.pass(seconds);
      const after = Math.round((world.clock.now - MORNING) / 1000);
      left.push(`${(await postedOnX(world)).length} after ${after} s`);
    }
    expect(left).toEqual([
      '2 after 0 s',
      '2 after 29 s',
      '3 after 31 s',
      '3 after 59 s',
      '4 after 61 s',
      '4 after 89 s',
      '5 after 91 s',
    ]);
    expect((await postedOnX(world)).map(({ text }) => text)).toEqual(
      [1, 2, 3, 4, 5].map((nth) => `Number ${nth}.`),
    );
  });
});

describe('a call whose outcome is not known', () => {
  const faults = [
    { name: 'the platform answers 503', fault: { kind: 'status', value: 503 }, arrived: false },
    { name: 'the connection is cut after it was taken', fault: { kind: 'cut' }, arrived: true },
  ] as const;

  it.each(faults)('on X ends as one post: $name', async ({ fault, arrived }) => {
    const world = await open({ hearing: 'later' });
    const { conversation } = await mentioned(world);
    const id = await world.reply(conversation, { text: 'Only once.', undoSeconds: 0 });
    world.x.addFault({ count: 1, ...fault });
    await world.work();
    expect(await world.message(id)).toMatchObject({ state: 'unconfirmed' });
    expect(await world.api('GET', '/api/outbound?state=unconfirmed')).toMatchObject({
      body: { items: [{ id }] },
    });
    await world.pass(60);
    expect(await world.message(id)).toMatchObject({ state: 'sent', outbound: { attempts: arrived ? 1 : 2 } });
    expect(await postedOnX(world)).toHaveLength(1);
    await world.hear();
    expect(await world.said(conversation)).toEqual(['Only once.: sent']);
  });

  it.each(faults)('on Facebook ends as one comment: $name', async ({ fault, arrived }) => {
    const world = await open({ hearing: 'later' });
    const { conversation } = await commented(world);
    const id = await world.reply(conversation, { text: 'Only once.', undoSeconds: 0 });
    world.facebook.addFault({ count: 1, ...fault });
    await world.work();
    expect(await world.message(id)).toMatchObject({ state: 'unconfirmed' });
    await world.pass(120);
    expect(await world.message(id)).toMatchObject({ state: 'sent', outbound: { attempts: arrived ? 1 : 2 } });
    expect(await commentedOnFacebook(world)).toHaveLength(1);
  });

  it('is settled by the echo before anybody looks', async () => {
    const world = await open();
    const { conversation } = await mentioned(world);
    const id = await world.reply(conversation, { text: 'Only once.', undoSeconds: 0 });
    world.x.addFault({ count: 1, kind: 'cut' });
    await world.work();
    expect(await world.message(id)).toMatchObject({ state: 'sent' });
    await world.pass(3600);
    expect(callsOf(world, 'x').filter((call) => call.includes('tweets'))).toEqual(['POST /2/tweets: 0']);
  });

  it('is looked for by the next worker when the first one died', async () => {
    const world = await open({ hearing: 'later' });
    const { conversation } = await mentioned(world);
    const id = await world.reply(conversation, { text: 'Only once.', undoSeconds: 0 });
    const { fetch: real } = world.dispatch;
    world.dispatch.fetch = async (input, init) => {
      await real(input, init);
      world.dispatch.fetch = real;
      return Promise.race([]);
    };
    void depart(id, 'dies', { ...world.dispatch });
    await expect.poll(() => postedOnX(world), { timeout: 10_000 }).toHaveLength(1);
    expect(await world.message(id)).toMatchObject({ state: 'sending' });
    world.dispatch.fetch = real;
    await world.pass(120);
    expect(await world.message(id)).toMatchObject({ state: 'sent', outbound: { attempts: 1 } });
    expect(await postedOnX(world)).toHaveLength(1);
  });

  it('stays visible when nobody can tell, and a resend looks once more before it sends', async () => {
    const world = await open({ hearing: 'later' });
    const { conversation } = await mentioned(world);
    const id = await world.reply(conversation, { text: 'Only once.', undoSeconds: 0 });
    world.x.addFault({ count: 1, kind: 'cut' });
    world.x.addFault({ count: 5, kind: 'status', value: 503 });
    await world.pass(86_400);
    expect(await world.message(id)).toMatchObject({ state: 'unconfirmed' });
    expect(callsOf(world, 'x').filter((call) => call.startsWith('GET'))).toHaveLength(5);
    expect(await world.api('POST', `/api/messages/${id}/resend`)).toMatchObject({ status: 200 });
    await world.pass(1);
    expect(await world.message(id)).toMatchObject({ state: 'sent' });
    expect(await postedOnX(world)).toHaveLength(1);
  });
});

describe('the order of replies', () => {
  it('holds although the first one has to wait', async () => {
    const world = await open();
    const { conversation } = await mentioned(world);
    world.x.addFault({ count: 1, kind: 'status', value: 503 });
    for (const text of ['First.', 'Second.', 'Third.'])
      await world.reply(conversation, { text, undoSeconds: 0 });
    await world.pass(120);
    expect((await postedOnX(world)).map(({ text }) => text)).toEqual(['First.', 'Second.', 'Third.']);
  });

  it('does not keep a private reply behind a public one', async () => {
    const world = await open({ x: { limits: { 'POST /2/tweets': 1 } } });
    const { conversation } = await mentioned(world);
    await world.act('x', 'messages', { person: people.x.ines, to: brand.id, text: 'Here, too.' });
    for (const text of ['One.', 'Two.'])
      await world.reply(conversation, { text, visibility: 'public', undoSeconds: 0 });
    await world.reply(conversation, { text: 'Between us.', visibility: 'private', undoSeconds: 0 });
    await world.pass(5);
    expect(await world.said(conversation)).toEqual(['One.: sent', 'Two.: queued', 'Between us.: sent']);
  });
});

describe('a text in parts', () => {
  const text = 'We are sorry for the delay of your parcel, and here is what we do about it. '.repeat(8);

  it('leaves as a thread on X, each part answering the one before', async () => {
    const world = await open();
    const { conversation, question } = await mentioned(world);
    await world.reply(conversation, { text, split: true });
    await world.pass(60);
    const posts = await postedOnX(world);
    expect(posts.length).toBeGreaterThan(2);
    expect(posts.map(({ replyTo }) => replyTo)).toEqual([
      question,
      ...posts.slice(0, -1).map(({ id }) => id),
    ]);
    expect((await world.said(conversation)).map((said) => said.split(': ').at(-1))).toEqual(
      posts.map(() => 'sent'),
    );
  });

  it('stops where a part does not leave, and goes on when that is sent again', async () => {
    const world = await open();
    const { conversation } = await mentioned(world);
    const first = await world.reply(conversation, { text, split: true, undoSeconds: 0 });
    let calls = 0;
    const { fetch: real } = world.dispatch;
    world.dispatch.fetch = (input, init) => {
      calls += 1;
      return calls === 2
        ? Promise.resolve(Response.json({ detail: 'No.' }, { status: 400 }))
        : real(input, init);
    };
    await world.pass(60);
    const states = async () => (await world.said(conversation)).map((said) => said.split(': ').at(-1));
    expect((await states()).slice(0, 3)).toEqual(['sent', 'failed', 'failed']);
    expect(await postedOnX(world)).toHaveLength(1);
    expect(await world.api('POST', `/api/messages/${first}/resend`)).toMatchObject({ status: 200 });
    await world.pass(60);
    expect(new Set(await states())).toEqual(new Set(['sent']));
    expect((await postedOnX(world)).length).toBe((await states()).length);
  });
});

describe('automatic words', () => {
  const words = { text: 'Thank you! You hear from us by {due}.' };
  const policy = { id: 'closed', match: {}, targets: { firstResponse: 'PT2H', nextResponse: 'PT2H' } };
  const closed: PolicyBook = PolicyBook.parse({
    policies: [
      {
        ...policy,
        calendar: { timeZone: 'UTC', week: { mon: [['09:00', '17:00']] }, holidays: [] },
        acknowledgement: words,
      },
    ],
  });

  async function wroteInPrivate(): Promise<{ world: OutboundWorld; conversation: Conversation }> {
    const world = await open();
    await putSettings(world.desk.table, policySettings, { value: closed, version: 0 });
    const pageId = Object.keys(world.secrets.facebook.accounts)[0];
    await world.act('facebook', 'messages', { person: people.facebook.ines, pageId, text: 'Hi' });
    return { world, conversation: await world.conversation() };
  }

  it('say when an answer comes, and answer nobody', async () => {
    const { world, conversation } = await wroteInPrivate();
    await world.pass(1);
    expect(await messagedOnFacebook(world)).toMatchObject([
      { text: expect.stringMatching(/^Thank you! You hear from us by Monday/) },
    ]);
    expect(await world.conversation()).toMatchObject({ unanswered: [{}], clocks: [{ state: 'running' }] });
    expect(await world.said(conversation)).toEqual([expect.stringMatching(/: sent$/)]);
  });

  it('are not sent when the account was held for too long', async () => {
    const { world, conversation } = await wroteInPrivate();
    world.facebook.addFault({ count: 1, kind: 'code', value: 190 });
    await world.pass(1);
    expect(await world.said(conversation)).toEqual([expect.stringMatching(/: held$/)]);
    await world.pass(3600);
    await releaseAccounts(world.dispatch);
    await world.pass(60);
    expect(await world.said(conversation)).toEqual([expect.stringMatching(/: cancelled$/)]);
    expect(await messagedOnFacebook(world)).toEqual([]);
  });
});
