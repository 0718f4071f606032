import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import { type OutboundWorld, openWorld, page, people } from '../outbound-world.ts';
import { messagedOnFacebook, postedOnX, postOf } from '../outside-views.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.close());

const DAY = 86_400;

async function commented(): Promise<{ world: OutboundWorld; conversation: Conversation }> {
  const world = await openWorld(await engine.newTable());
  const postId = await postOf(world);
  await world.act('facebook', 'comments', { person: people.facebook.ines, postId, text: 'Hello?' });
  return { world, conversation: await world.conversation() };
}

const invite = (
  world: OutboundWorld,
  { id }: Conversation,
  body: object = { text: 'Your number?' },
  key?: string,
) => world.api('POST', `/api/conversations/${id}/private-invitation`, body, key === undefined ? {} : { key });
const Detail = z.object({ invitation: z.looseObject({ available: z.boolean() }) });
const offered = async (world: OutboundWorld, { id }: Conversation) =>
  Detail.parse((await world.api('GET', `/api/conversations/${id}`)).body).invitation;
const Written = z.object({ message: z.object({ id: z.string() }) });

describe('POST /api/conversations/{id}/private-invitation', () => {
  it('writes one private message to the author of a comment, which can be taken back for ten seconds', async () => {
    const { world, conversation } = await commented();
    expect(await invite(world, conversation)).toMatchObject({
      status: 202,
      body: { message: { state: 'queued', visibility: 'private', text: 'Your number?' } },
    });
    await world.pass(9.9);
    expect(await messagedOnFacebook(world)).toEqual([]);
    await world.pass(0.1);
    expect(await messagedOnFacebook(world)).toMatchObject([{ text: 'Your number?' }]);
  });

  it('shows before whether it is possible and until when, and afterwards why not', async () => {
    const { world, conversation } = await commented();
    const askedAt = Date.parse(conversation.lastMessageAt);
    expect(await offered(world, conversation)).toEqual({
      available: true,
      messageId: conversation.lastMessageId,
      until: new Date(askedAt + 7 * DAY * 1000).toISOString(),
    });
    await invite(world, conversation);
    await world.pass(10);
    expect(await offered(world, conversation)).toMatchObject({
      available: false,
      reason: { code: 'hark:invited' },
    });
    expect(await invite(world, conversation)).toMatchObject({ status: 422, body: { code: 'hark:invited' } });
    expect(await messagedOnFacebook(world)).toHaveLength(1);
  });

  it('is possible again for another comment, and after one was taken back', async () => {
    const { world, conversation } = await commented();
    const { message } = Written.parse((await invite(world, conversation)).body);
    await world.api('POST', `/api/messages/${message.id}/undo`);
    expect(await offered(world, conversation)).toMatchObject({ available: true });
    expect(await invite(world, conversation)).toMatchObject({ status: 202 });
    await world.pass(20);
    const postId = await postOf(world);
    await world.act('facebook', 'comments', { person: people.facebook.ines, postId, text: 'Anybody?' });
    expect(await invite(world, conversation)).toMatchObject({ status: 202 });
    await world.pass(20);
    expect(await messagedOnFacebook(world)).toHaveLength(2);
  });

  it('is refused when the comment is older than seven days', async () => {
    const { world, conversation } = await commented();
    await world.pass(7 * DAY + 1);
    expect(await offered(world, conversation)).toMatchObject({
      available: false,
      reason: { code: 'facebook:invitation-late' },
    });
    expect(await invite(world, conversation)).toMatchObject({
      status: 422,
      body: { code: 'facebook:invitation-late' },
    });
  });

  it('fails with its reason when somebody invited the person in the native app meanwhile', async () => {
    const { world, conversation } = await commented();
    await invite(world, conversation);
    world.facebook.addFault({ count: 1, kind: 'code', value: 10900 });
    await world.pass(20);
    expect(await world.said(conversation)).toEqual(['Your number?: failed']);
    expect(await offered(world, conversation)).toMatchObject({
      available: false,
      reason: { code: 'facebook:already-replied' },
    });
  });

  it('is refused where the person never wrote in public', async () => {
    const world = await openWorld(await engine.newTable());
    await world.act('facebook', 'messages', { person: people.facebook.ines, pageId: page.id, text: 'Hi' });
    const conversation = await world.conversation();
    expect(await offered(world, conversation)).toMatchObject({
      available: false,
      reason: { code: 'hark:no-question' },
    });
    expect(await invite(world, conversation)).toMatchObject({
      status: 422,
      body: { code: 'hark:no-question' },
    });
  });

  it('is a public answer with a link on X, once for each key', async () => {
    const world = await openWorld(await engine.newTable());
    await world.act('x', 'posts', { person: people.x.ines, text: '@larkspursupply where is it?' });
    const conversation = await world.conversation();
    expect(await offered(world, conversation)).toEqual({
      available: true,
      messageId: conversation.lastMessageId,
    });
    const first = await invite(world, conversation, { text: 'Please write to us.' }, 'k1');
    expect(await invite(world, conversation, { text: 'Please write to us.' }, 'k1')).toEqual(first);
    await world.pass(20);
    expect(await postedOnX(world)).toHaveLength(1);
  });

  it.each([{}, { text: '' }, { text: ' ' }, { text: 'x'.repeat(10_001) }])(
    'is refused as wrong: %.40j',
    async (body) => {
      const { world, conversation } = await commented();
      expect(await invite(world, conversation, body)).toMatchObject({ status: 400 });
    },
  );

  it('is refused to agents of another team', async () => {
    const { world, conversation } = await commented();
    const path = `/api/conversations/${conversation.id}/private-invitation`;
    const asked = { groups: ['agent', 'team-parcels'] };
    expect(await world.api('POST', path, { text: 'Hi' }, asked)).toMatchObject({ status: 403 });
  });
});
