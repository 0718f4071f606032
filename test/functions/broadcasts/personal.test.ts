import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IncidentDraft } from '../../../functions/domain/incident.ts';
import { declare } from '../../../functions/domain/incident-moves.ts';
import { countAffected, putAffected } from '../../../functions/store/affected.ts';
import { getConversation } from '../../../functions/store/conversations.ts';
import { saveIncident } from '../../../functions/store/incidents.ts';
import { page, people } from '../outbound-world.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { type BroadcastWorld, openBroadcastWorld } from './broadcast-world.ts';
import { xPosts } from './posted.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.close());

const INCIDENT = 'I1';
const fixed = {
  kind: 'incident',
  title: 'booking',
  incidentId: INCIDENT,
  text: 'Hello {name}, you asked about {topic} on {asked}. It works again.',
  audiences: ['personal'],
};

/** A world with an open incident that everybody who wrote belongs to. */
async function openAffected(): Promise<BroadcastWorld> {
  const world = await openBroadcastWorld(await engine.newTable());
  const now = world.desk.clock();
  const by = { id: 'lead-1', name: 'Lea' };
  const { after } = declare(IncidentDraft.parse({ title: 'Booking is down' }), { id: INCIDENT, by, now });
  await saveIncident(world.desk.table, { before: undefined, after }, [], {
    at: now,
    actor: by.id,
    traceId: 't',
  });
  return world;
}

async function acceptAll(world: BroadcastWorld): Promise<void> {
  for (const { id: conversationId } of await world.conversations()) {
    const at = world.desk.clock();
    const known = { incidentId: INCIDENT, conversationId, reasons: [], proposedAt: at, reportedAt: at };
    await putAffected(world.desk.table, undefined, { ...known, state: 'accepted' });
  }
}

const ask = (world: BroadcastWorld, personId: string, text: string) =>
  world.act('x', 'posts', { person: personId, text: `@larkspursupply ${text}` });

describe('everybody who asked', () => {
  it('is answered in their own conversation, by name, once', async () => {
    const world = await openAffected();
    await ask(world, people.x.ines, 'booking does not work');
    await ask(world, people.x.tomas, 'I cannot book');
    await acceptAll(world);
    const id = await world.publish(fixed);
    await world.run(30);
    const texts = (await xPosts(world)).map(({ text }) => text);
    expect(texts).toHaveLength(2);
    expect(texts.join('\n')).toMatch(/Hello Ines, you asked about booking on 20 November\. It works again\./);
    expect(await world.progress(id)).toEqual({ personal: { planned: 2, sent: 2, failed: 0, skipped: 0 } });
    expect(await world.broadcastState(id)).toBe('done');
    expect(await countAffected(world.desk.table, INCIDENT)).toMatchObject({ accepted: 2, told: 2 });
  });

  it('has their conversation resolved, unless they wrote again meanwhile', async () => {
    const world = await openAffected();
    await ask(world, people.x.ines, 'booking does not work');
    const [ines] = await world.conversations();
    await ask(world, people.x.tomas, 'I cannot book');
    await acceptAll(world);
    await world.publish({ ...fixed, resolveConversations: true });
    await world.run(0, 1);
    world.clock.now += 1000;
    await ask(world, people.x.tomas, 'and now it is worse');
    await world.run(30);
    expect((await getConversation(world.desk.table, ines?.id ?? ''))?.status).toBe('resolved');
    expect(await world.conversations()).toHaveLength(1);
  });

  it('is skipped, with the reason, where the window is closed', async () => {
    const world = await openAffected();
    await world.act('facebook', 'messages', {
      person: people.facebook.ines,
      pageId: page.id,
      text: 'booking does not work',
    });
    await acceptAll(world);
    world.clock.now += 8 * 86_400_000;
    const id = await world.publish(fixed);
    await world.run(30);
    expect(await world.progress(id)).toEqual({ personal: { planned: 1, sent: 0, failed: 0, skipped: 1 } });
    const { body } = await world.lead('GET', `/api/broadcasts/${id}/recipients`);
    expect(body).toMatchObject({ items: [{ state: 'skipped', reason: { code: 'facebook:window-closed' } }] });
  });

  it('is told that it failed where the platform refuses, and the others are reached', async () => {
    const world = await openAffected();
    await ask(world, people.x.ines, 'booking does not work');
    await ask(world, people.x.tomas, 'I cannot book');
    await acceptAll(world);
    const id = await world.publish(fixed);
    await world.run(0, 1);
    world.x.addFault({ kind: 'status', value: 403, count: 1 });
    await world.run(60);
    expect(await world.progress(id)).toEqual({ personal: { planned: 2, sent: 1, failed: 1, skipped: 0 } });
  });
});
