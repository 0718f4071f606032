import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import { type OutboundWorld, openWorld, page, people } from '../outbound-world.ts';
import { callsOf, messagedOnFacebook, postOf } from '../outside-views.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';

/*
 * What is known of a reply before it is tried, on both platforms.
 */

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.close());

const open = async () => openWorld(await engine.newTable());
const HOUR = 3600;

async function onX(text = '@larkspursupply where is it?') {
  const world = await open();
  const question = await world.act('x', 'posts', { person: people.x.ines, text });
  return { world, conversation: await world.conversation(), question };
}

async function inMessenger() {
  const world = await open();
  await world.act('facebook', 'messages', { person: people.facebook.ines, pageId: page.id, text: 'Hi' });
  return { world, conversation: await world.conversation() };
}

const reply = (world: OutboundWorld, { id }: Conversation, body: object, asked = {}) =>
  world.api('POST', `/api/conversations/${id}/replies`, body, asked);

describe('a text that is too long', () => {
  it.each([
    { name: 'letters on X', text: 'x'.repeat(281), length: 281, limit: 280 },
    { name: 'letters that weigh two on X', text: '日'.repeat(141), length: 282, limit: 280 },
  ])('is refused with its count: $name', async ({ text, length, limit }) => {
    const { world, conversation } = await onX();
    expect(await reply(world, conversation, { text })).toMatchObject({
      status: 422,
      body: { code: 'too-long', length, limit },
    });
    expect(await world.said(conversation)).toEqual([]);
  });

  it('leaves in numbered parts when that is asked for', async () => {
    const { world, conversation } = await onX();
    expect(await reply(world, conversation, { text: 'A word. '.repeat(60), split: true })).toMatchObject({
      status: 202,
    });
    expect((await world.said(conversation)).map((said) => /\((\d\/\d)\): queued$/.exec(said)?.[1])).toEqual([
      '1/2',
      '2/2',
    ]);
  });

  it('is one message when it fits whole, though it may be split', async () => {
    const { world, conversation } = await onX();
    await reply(world, conversation, { text: 'x'.repeat(280), split: true });
    expect(await world.said(conversation)).toHaveLength(1);
  });

  it('is refused when it would be more parts than anybody reads, and when it is beyond all measure', async () => {
    const { world, conversation } = await onX();
    const many = { text: 'A word. '.repeat(1200), split: true };
    expect(await reply(world, conversation, many)).toMatchObject({
      status: 422,
      body: { code: 'hark:too-many-parts' },
    });
    expect(await reply(world, conversation, { text: 'x'.repeat(100_000) })).toMatchObject({ status: 400 });
    expect(await world.said(conversation)).toEqual([]);
  });
});

describe('the window for private words', () => {
  it('is on the conversation, and open to people for seven days', async () => {
    const { world, conversation } = await inMessenger();
    const wroteAt = Date.parse(conversation.lastMessageAt);
    const end = (hours: number) => new Date(wroteAt + hours * HOUR * 1000).toISOString();
    const window = { endsAt: end(24), humanEndsAt: end(168) };
    expect(await world.api('GET', `/api/conversations/${conversation.id}`)).toMatchObject({
      body: { window },
    });
    expect(await world.api('GET', '/api/conversations')).toMatchObject({ body: { items: [{ window }] } });
    await world.pass(25 * HOUR);
    expect(await reply(world, conversation, { text: 'A day later.' })).toMatchObject({ status: 202 });
    await world.pass(10);
    expect((await messagedOnFacebook(world)).map(({ text }) => text)).toEqual(['A day later.']);
  });

  it('that is over refuses before anything is tried, and names the ways that remain', async () => {
    const { world, conversation } = await inMessenger();
    await world.pass(7 * 24 * HOUR + 1);
    expect(await reply(world, conversation, { text: 'Too late.' })).toMatchObject({
      status: 422,
      body: { code: 'facebook:window-closed', advice: expect.stringContaining('Answer in public') },
    });
    expect(callsOf(world, 'facebook')).toEqual([]);
  });

  it('refuses a reply that is scheduled beyond its end', async () => {
    const { world, conversation } = await inMessenger();
    const scheduledAt = new Date(world.clock.now + 8 * 24 * HOUR * 1000).toISOString();
    expect(await reply(world, conversation, { text: 'Next week.', scheduledAt })).toMatchObject({
      status: 422,
      body: { code: 'facebook:window-closed' },
    });
  });

  it('is closed to a person who never wrote in private', async () => {
    const world = await open();
    await world.act('facebook', 'comments', {
      person: people.facebook.ines,
      postId: await postOf(world),
      text: 'Hello?',
    });
    const conversation = await world.conversation();
    expect(await reply(world, conversation, { text: 'Hi', visibility: 'private' })).toMatchObject({
      status: 422,
      body: { code: 'facebook:never-wrote' },
    });
  });
});

describe('a public reply', () => {
  it('is refused on X where the author did not call for it, with the ways out', async () => {
    const { world, conversation } = await onX();
    const id = await world.reply(conversation, { text: 'Here.', undoSeconds: 0 });
    await world.work();
    const { nativeId } = await world.message(id);
    await world.act('x', 'posts', { person: people.x.tomas, text: 'why', replyTo: nativeId });
    const ofTomas = (await world.conversations()).find((one) => one.id !== conversation.id);
    if (!ofTomas) throw new Error('Tomas has no conversation.');
    expect(await reply(world, ofTomas, { text: 'Because.' })).toMatchObject({
      status: 422,
      body: {
        code: 'x:not-summoned',
        advice: expect.stringMatching(/in private \(https.*open the post on X/),
      },
    });
  });

  it('is refused when the comment that it would answer was deleted', async () => {
    const world = await open();
    const commentId = await world.act('facebook', 'comments', {
      person: people.facebook.ines,
      postId: await postOf(world),
      text: 'Hello?',
    });
    const conversation = await world.conversation();
    await world.act('facebook', 'comments/delete', { person: people.facebook.ines, commentId });
    expect(await reply(world, conversation, { text: 'Hi' })).toMatchObject({
      status: 422,
      body: { code: 'hark:no-question' },
    });
  });

  it('is refused where the person only wrote in private, as it would be a post of its own', async () => {
    const { world, conversation } = await inMessenger();
    expect(await reply(world, conversation, { text: 'Hi', visibility: 'public' })).toMatchObject({
      status: 422,
      body: { code: 'hark:no-question' },
    });
  });
});

describe('a reply to somebody who blocked us', () => {
  it('fails on Facebook with its reason, as nobody can know before', async () => {
    const { world, conversation } = await inMessenger();
    await world.actUnseen('facebook', 'blocks', {
      person: people.facebook.ines,
      pageId: page.id,
      blocked: true,
    });
    const id = await world.reply(conversation, { text: 'Hi' });
    await world.pass(10);
    expect(await world.message(id)).toMatchObject({
      state: 'failed',
      outbound: { refusal: { code: 'facebook:person-unavailable', advice: expect.any(String) } },
    });
  });
});

describe('two answers to one question', () => {
  it('are prevented: a colleague’s reply came in meanwhile, also a scheduled one', async () => {
    const { world, conversation } = await onX();
    const seen = conversation.lastMessageId;
    const scheduledAt = new Date(world.clock.now + 60_000).toISOString();
    await world.reply(conversation, { text: 'Scheduled.', scheduledAt }, { by: 'agent-2' });
    expect(await reply(world, conversation, { text: 'Mine.', ifLastMessage: seen })).toMatchObject({
      status: 202,
    });
    await world.pass(61);
    expect(await reply(world, conversation, { text: 'Mine, too.', ifLastMessage: seen })).toMatchObject({
      status: 409,
      body: { messages: expect.arrayContaining([expect.objectContaining({ text: 'Scheduled.' })]) },
    });
  });

  it('are not, when the colleague took theirs back', async () => {
    const { world, conversation } = await onX();
    const seen = conversation.lastMessageId;
    const id = await world.reply(conversation, { text: 'Oops.' }, { by: 'agent-2' });
    expect(await reply(world, conversation, { text: 'Mine.', ifLastMessage: seen })).toMatchObject({
      status: 409,
    });
    await world.api('POST', `/api/messages/${id}/undo`);
    expect(await reply(world, conversation, { text: 'Mine.', ifLastMessage: seen })).toMatchObject({
      status: 202,
    });
  });
});

describe('agents of another team', () => {
  it('may read, and not answer', async () => {
    const { world, conversation } = await onX();
    const asked = { groups: ['agent', 'team-parcels'] };
    expect(await world.api('GET', `/api/conversations/${conversation.id}`, undefined, asked)).toMatchObject({
      status: 200,
    });
    expect(await reply(world, conversation, { text: 'Mine.' }, asked)).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining("belongs to the team 'support'") },
    });
  });
});
