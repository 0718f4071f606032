import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import { latestActivity } from '../../../functions/store/conversations.ts';
import { type OutboundWorld, openWorld, people } from '../outbound-world.ts';
import { postedOnX } from '../outside-views.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.close());

async function asked(): Promise<{ world: OutboundWorld; conversation: Conversation; question: string }> {
  const world = await openWorld(await engine.newTable());
  const question = await world.act('x', 'posts', {
    person: people.x.ines,
    text: '@larkspursupply where is it?',
  });
  return { world, conversation: await world.conversation(), question };
}

const undo = (world: OutboundWorld, id: string, key?: string) =>
  world.api('POST', `/api/messages/${id}/undo`, undefined, key === undefined ? {} : { key });
const resend = (world: OutboundWorld, id: string, key?: string) =>
  world.api('POST', `/api/messages/${id}/resend`, undefined, key === undefined ? {} : { key });
const told = async (world: OutboundWorld, { id }: Conversation, name: string) =>
  (await latestActivity(world.desk.table, id, 100)).filter(({ events }) =>
    events.some((one) => one.name === name),
  );

const long = 'We are sorry for the delay of your parcel, and here is what we do about it. '.repeat(8);

describe('POST /api/messages/{id}/undo', () => {
  it('takes a reply back within its seconds, and the person waits as before', async () => {
    const { world, conversation } = await asked();
    const id = await world.reply(conversation, { text: 'Oops.' });
    await world.pass(9);
    expect(await undo(world, id)).toMatchObject({
      status: 200,
      body: { message: { id, state: 'cancelled' } },
    });
    expect(await world.conversation()).toMatchObject({
      unanswered: [{}],
      clocks: [{ id: 'c1', state: 'running' }],
      preview: '@larkspursupply where is it?',
      lastMessageId: conversation.lastMessageId,
    });
    expect(await told(world, conversation, 'message.cancelled')).toMatchObject([{ actor: 'agent-1' }]);
  });

  it('is too late once it leaves, and says so', async () => {
    const { world, conversation } = await asked();
    const id = await world.reply(conversation, { text: 'Gone.' });
    world.clock.now += 10_000;
    expect(await undo(world, id)).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('left already') },
    });
    await world.work();
    expect(await undo(world, id)).toMatchObject({ status: 409 });
    expect(await world.said(conversation)).toEqual(['Gone.: sent']);
  });

  it('takes all parts of a text back, whichever is named, or none', async () => {
    const { world, conversation } = await asked();
    await world.reply(conversation, { text: long, split: true });
    const messages = await world.api('GET', `/api/conversations/${conversation.id}`);
    const ids = idsOf(messages.body);
    expect(ids.length).toBeGreaterThan(2);
    expect(await undo(world, ids[1] ?? '')).toMatchObject({ status: 200 });
    expect(new Set((await world.said(conversation)).map((one) => one.split(': ').at(-1)))).toEqual(
      new Set(['cancelled']),
    );
    await world.pass(60);
    expect(await postedOnX(world)).toEqual([]);
    const again = await world.reply(conversation, { text: long, split: true });
    await world.pass(10);
    expect(await undo(world, again)).toMatchObject({ status: 409 });
  });

  it('takes a scheduled reply back at any time before', async () => {
    const { world, conversation } = await asked();
    const scheduledAt = new Date(world.clock.now + 3_600_000).toISOString();
    const id = await world.reply(conversation, { text: 'In an hour.', scheduledAt });
    expect(await world.message(id)).toMatchObject({ state: 'scheduled' });
    await world.pass(3599);
    expect(await undo(world, id)).toMatchObject({ body: { message: { state: 'cancelled' } } });
    await world.pass(60);
    expect(await postedOnX(world)).toEqual([]);
  });

  it('done twice is done once', async () => {
    const { world, conversation } = await asked();
    const id = await world.reply(conversation, { text: 'Oops.' });
    for (const key of ['k1', 'k1', undefined])
      expect(await undo(world, id, key)).toMatchObject({ status: 200 });
    expect(await told(world, conversation, 'message.cancelled')).toHaveLength(1);
  });

  it('is not for what customers or the native app said, nor for what there is not', async () => {
    const { world, conversation } = await asked();
    for (const id of [conversation.lastMessageId, `${conversation.id}.nothing`, 'nothing'])
      expect(await undo(world, id)).toMatchObject({ status: 404 });
  });
});

/** Ids of what we said, as the detail shows it. */
function idsOf(detail: unknown): string[] {
  const text = JSON.stringify(detail);
  return [...text.matchAll(/"id":"([^"]+)","nativeId"|"id":"([^"]+)","direction":"outbound"/g)].flatMap(
    ([, , id]) => id ?? [],
  );
}

describe('a scheduled reply', () => {
  it('answers when it leaves, at its time', async () => {
    const { world, conversation } = await asked();
    const scheduledAt = new Date(world.clock.now + 3_600_000).toISOString();
    const id = await world.reply(conversation, { text: 'In an hour.', scheduledAt });
    expect(await world.conversation()).toMatchObject({ unanswered: [{}] });
    await world.pass(3600);
    expect(await world.message(id)).toMatchObject({ state: 'sent', at: scheduledAt });
    expect(await world.conversation()).toMatchObject({
      unanswered: [],
      preview: 'In an hour.',
      lastMessageId: id,
    });
    expect(await postedOnX(world)).toMatchObject([{ text: 'In an hour.' }]);
  });
});

describe('POST /api/messages/{id}/resend', () => {
  it('tries a failed reply again, and once for each key', async () => {
    const { world, conversation } = await asked();
    world.x.addFault({ count: 1, kind: 'status', value: 400 });
    const id = await world.reply(conversation, { text: 'Again.', undoSeconds: 0 });
    await world.work();
    expect(await world.message(id)).toMatchObject({ state: 'failed' });
    world.x.addFault({ count: 1, kind: 'status', value: 400 });
    expect(await resend(world, id, 'k1')).toMatchObject({
      status: 200,
      body: { message: { state: 'queued' } },
    });
    await world.work();
    expect(await world.message(id)).toMatchObject({ state: 'failed' });
    expect(await resend(world, id, 'k1')).toMatchObject({
      status: 200,
      body: { message: { state: 'failed' } },
    });
    expect(await told(world, conversation, 'message.requeued')).toHaveLength(1);
    expect(await resend(world, id, 'k2')).toMatchObject({ body: { message: { state: 'queued' } } });
    await world.work();
    expect(await postedOnX(world)).toHaveLength(1);
  });

  it('is refused for what is sent, and changes nothing of what is on its way', async () => {
    const { world, conversation } = await asked();
    const id = await world.reply(conversation, { text: 'Once.' });
    expect(await resend(world, id)).toMatchObject({ status: 200, body: { message: { state: 'queued' } } });
    await world.pass(10);
    expect(await resend(world, id)).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('A message that is sent cannot be sent again') },
    });
    expect(await postedOnX(world)).toHaveLength(1);
  });
});

describe('agents of another team', () => {
  it('may neither take back nor send again', async () => {
    const { world, conversation } = await asked();
    const id = await world.reply(conversation, { text: 'Ours.' });
    for (const action of ['undo', 'resend', 'handled'])
      expect(
        await world.api('POST', `/api/messages/${id}/${action}`, undefined, {
          groups: ['agent', 'team-parcels'],
        }),
      ).toMatchObject({ status: 403, body: { teamId: 'support' } });
    const own = { groups: ['agent', 'team-parcels', 'team-support'] };
    expect(await world.api('POST', `/api/messages/${id}/undo`, undefined, own)).toMatchObject({
      status: 200,
    });
  });
});
