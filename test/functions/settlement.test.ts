import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { depart } from '../../functions/departure.ts';
import { applyEvent } from '../../functions/desk.ts';
import type { Conversation } from '../../functions/domain/conversation.ts';
import type { MessageEvent } from '../../functions/domain/inbound-event.ts';
import { takeDeparture } from '../../functions/domain/outbound.ts';
import { commit } from '../../functions/store/commit.ts';
import { getDeparture } from '../../functions/store/departures.ts';
import { type OutboundWorld, openWorld, people } from './outbound-world.ts';
import { callsOf, postedOnX } from './outside-views.ts';
import { openTestEngine, type TestEngine } from './store/engine.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.close());

async function mentioned(): Promise<{ world: OutboundWorld; conversation: Conversation }> {
  const world = await openWorld(await engine.newTable(), { hearing: 'later' });
  await world.act('x', 'posts', { person: people.x.ines, text: '@larkspursupply where is it?' });
  await world.hear();
  return { world, conversation: await world.conversation() };
}

const Posted = z.object({ data: z.object({ id: z.string() }) });

/** Lets something happen between the platform's answer and our hearing it. */
function meanwhile(world: OutboundWorld, happen: (postId: string) => Promise<void>): void {
  const { fetch: real } = world.dispatch;
  world.dispatch.fetch = async (input, init) => {
    world.dispatch.fetch = real;
    const response = await real(input, init);
    await happen(Posted.parse(await response.clone().json()).data.id);
    return response;
  };
}

describe('what became of a call', () => {
  it('is written though somebody else writes to the conversation at the same time', async () => {
    const { world, conversation } = await mentioned();
    const id = await world.reply(conversation, { text: 'Here.', undoSeconds: 0 });
    meanwhile(world, async () => {
      world.clock.now += 2000;
      await world.act('x', 'posts', { person: people.x.ines, text: '@larkspursupply hello?' });
      await world.hear();
    });
    await world.work();
    expect(await world.message(id)).toMatchObject({ state: 'sent' });
    expect(await world.conversation()).toMatchObject({ preview: '@larkspursupply hello?', unanswered: [{}] });
  });

  it('is sent once, though its echo was taken for somebody’s own words elsewhere', async () => {
    const { world, conversation } = await mentioned();
    const id = await world.reply(conversation, { text: 'Here.', undoSeconds: 0 });
    meanwhile(world, async (nativeId) => {
      const { channel, accountId } = conversation;
      const event: MessageEvent = {
        ...{ channel, accountId, nativeId, at: world.desk.clock(), text: 'Something else', attachments: [] },
        ...{ kind: 'message', direction: 'outbound', visibility: 'private' },
        person: { nativeId: people.x.tomas },
      };
      await applyEvent(event, 'trace', world.desk);
    });
    await world.work();
    expect(await world.message(id)).toMatchObject({ state: 'sent' });
    await world.pass(3600);
    expect(callsOf(world, 'x').filter((call) => call.startsWith('POST /2/tweets'))).toHaveLength(1);
  });

  it('is not that of another message with the same words, which X calls a duplicate', async () => {
    const { world, conversation } = await mentioned();
    const first = await world.reply(conversation, { text: 'Thanks!', undoSeconds: 0 });
    await world.work();
    await world.hear();
    const second = await world.reply(conversation, { text: 'Thanks!', undoSeconds: 0 });
    await world.pass(3600);
    expect(await world.message(first)).toMatchObject({ state: 'sent' });
    expect(await world.message(second)).toMatchObject({
      state: 'unconfirmed',
      outbound: { refusal: { code: 'hark:another-message' } },
    });
    expect(await postedOnX(world)).toHaveLength(1);
  });

  it('is of no consequence when another worker took the message over, unless it arrived', async () => {
    const { world, conversation } = await mentioned();
    const id = await world.reply(conversation, { text: 'Slow.', undoSeconds: 0 });
    const { fetch: real } = world.dispatch;
    world.dispatch.fetch = async () => {
      world.dispatch.fetch = real;
      world.clock.now += 61_000;
      const departure = await getDeparture(world.desk.table, id);
      const moment = { now: world.desk.clock(), traceId: 'other', actor: 'x' };
      const taken = departure && takeDeparture(departure, moment);
      if (taken?.take !== 'look') throw new Error('The message was not taken over.');
      await commit(world.desk.table, taken.change);
      return Response.json({ detail: 'No.' }, { status: 400 });
    };
    await depart(id, 'slow', world.dispatch);
    expect(await world.message(id)).toMatchObject({ state: 'sending', outbound: { attempts: 1 } });
  });
});
