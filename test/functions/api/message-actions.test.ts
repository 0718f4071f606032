import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import { latestActivity } from '../../../functions/store/conversations.ts';
import { type OutboundWorld, openWorld, people } from '../outbound-world.ts';
import { callsOf, commentedOnFacebook, postedOnX, postOf } from '../outside-views.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.close());

/** Ines comments, and we answer. */
async function commented() {
  const world = await openWorld(await engine.newTable());
  const postId = await postOf(world);
  await world.act('facebook', 'comments', { person: people.facebook.ines, postId, text: 'Rubbish!' });
  const conversation = await world.conversation();
  const answer = await world.reply(conversation, { text: 'Sorry!', undoSeconds: 0 });
  await world.work();
  return { world, conversation, question: conversation.lastMessageId, answer };
}

const act = (world: OutboundWorld, id: string, action: string, body?: unknown, key?: string) =>
  world.api('POST', `/api/messages/${id}/${action}`, body, key === undefined ? {} : { key });
const told = async (world: OutboundWorld, { id }: Conversation) =>
  (await latestActivity(world.desk.table, id, 100)).flatMap(({ actor, events }) =>
    events.map(({ name }) => `${name} by ${actor}`),
  );

describe('what an agent does to a message', () => {
  const deeds: { action: string; on: 'question' | 'answer'; body?: object; gives: object; name: string }[] = [
    { action: 'hide', on: 'question', gives: { hidden: true }, name: 'message.hidden' },
    { action: 'like', on: 'question', gives: { likedByUs: true }, name: 'message.liked' },
    { action: 'delete', on: 'question', gives: { deletedAt: expect.any(String) }, name: 'message.deleted' },
    { action: 'delete', on: 'answer', gives: { deletedAt: expect.any(String) }, name: 'message.deleted' },
    {
      action: 'edit',
      on: 'answer',
      body: { text: 'So sorry!' },
      gives: { text: 'So sorry!', earlierTexts: [{ text: 'Sorry!' }] },
      name: 'message.edited',
    },
  ];

  it.each(deeds)('$action, on our $on: done on Facebook, shown at once, with who it was', async (deed) => {
    const { world, conversation, ...ids } = await commented();
    const id = ids[deed.on];
    expect(await act(world, id, deed.action, deed.body)).toMatchObject({
      status: 200,
      body: { message: deed.gives },
    });
    await world.hear();
    expect(await world.message(id)).toMatchObject(deed.gives);
    expect((await told(world, conversation)).filter((one) => one.startsWith(deed.name))).toEqual([
      `${deed.name} by agent-1`,
    ]);
  });

  it('shows a hidden comment again', async () => {
    const { world, question } = await commented();
    await act(world, question, 'hide');
    expect(await act(world, question, 'unhide')).toMatchObject({ body: { message: { hidden: false } } });
  });

  it('ends the waiting for an answer to a comment that is deleted', async () => {
    const world = await openWorld(await engine.newTable());
    const postId = await postOf(world);
    await world.act('facebook', 'comments', { person: people.facebook.ines, postId, text: 'Spam' });
    const { lastMessageId } = await world.conversation();
    await act(world, lastMessageId, 'delete');
    expect(await world.conversation()).toMatchObject({
      unanswered: [],
      clocks: [{ state: 'ended' }],
      preview: '',
    });
  });

  it('is asked of the platform once for each key', async () => {
    const { world, question } = await commented();
    const before = callsOf(world, 'facebook').length;
    const first = await act(world, question, 'hide', undefined, 'k1');
    const calls = callsOf(world, 'facebook').length;
    expect(calls).toBeGreaterThan(before);
    expect(await act(world, question, 'hide', undefined, 'k1')).toEqual(first);
    expect(callsOf(world, 'facebook')).toHaveLength(calls);
  });

  it('works on X for what X offers: deleting our own post', async () => {
    const world = await openWorld(await engine.newTable());
    await world.act('x', 'posts', { person: people.x.ines, text: '@larkspursupply where is it?' });
    const id = await world.reply(await world.conversation(), { text: 'Here.', undoSeconds: 0 });
    await world.work();
    expect(await act(world, id, 'delete')).toMatchObject({ status: 200 });
    expect((await postedOnX(world)).filter(({ text }) => text === 'Here.')).toHaveLength(0);
  });
});

describe('what cannot be done', () => {
  it.each([
    { action: 'like', code: 'x:no-likes' },
    { action: 'edit', code: 'x:no-edits' },
  ])('is refused before it is tried, with what to do instead: $action on X', async ({ action, code }) => {
    const world = await openWorld(await engine.newTable());
    await world.act('x', 'posts', { person: people.x.ines, text: '@larkspursupply where is it?' });
    const { lastMessageId } = await world.conversation();
    expect(await act(world, lastMessageId, action, { text: 'New.' })).toMatchObject({
      status: 422,
      body: { code, advice: expect.any(String) },
    });
    expect(callsOf(world, 'x')).toEqual([]);
  });

  it('is refused for what is deleted, has not left yet or is not there', async () => {
    const { world, conversation, question } = await commented();
    await act(world, question, 'delete');
    expect(await act(world, question, 'hide')).toMatchObject({ status: 409 });
    const waiting = await world
      .reply(conversation, { text: 'Later.', visibility: 'public' })
      .catch(() => undefined);
    expect(waiting).toBeUndefined();
    expect(await act(world, `${conversation.id}.nothing`, 'hide')).toMatchObject({ status: 404 });
  });

  it('is refused for a reply that has not left yet', async () => {
    const { world, conversation } = await commented();
    const id = await world.reply(conversation, { text: 'Later.' });
    expect(await act(world, id, 'delete')).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('undo') },
    });
  });

  it.each([
    { name: 'the platform fails', fault: { kind: 'status', value: 503 } },
    { name: 'the token is dead', fault: { kind: 'code', value: 190 } },
  ] as const)('now may be tried again, and is not recorded: $name', async ({ fault }) => {
    const { world, question } = await commented();
    world.facebook.addFault({ count: 20, ...fault });
    expect(await act(world, question, 'hide')).toMatchObject({
      status: 503,
      body: { advice: expect.any(String) },
    });
    expect((await world.message(question)).hidden).toBeUndefined();
  });

  it.each([
    { name: 'nothing', text: '' },
    { name: 'white space', text: '  \n' },
    { name: 'too much', text: 'x'.repeat(10_001) },
  ])('is refused as wrong: an edit to $name', async ({ text }) => {
    const { world, answer } = await commented();
    expect(await act(world, answer, 'edit', { text })).toMatchObject({ status: 400 });
    expect((await commentedOnFacebook(world))[0]?.text).toBe('Sorry!');
  });

  it('is refused to agents of another team', async () => {
    const { world, question } = await commented();
    const asked = { groups: ['agent', 'team-parcels'] };
    expect(await world.api('POST', `/api/messages/${question}/hide`, undefined, asked)).toMatchObject({
      status: 403,
    });
  });
});
