import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { followIncidents } from '../../../functions/bookkeeping/follow-incidents.ts';
import { remindOwner } from '../../../functions/remind-owner.ts';
import { getConversation, latestMessages } from '../../../functions/store/conversations.ts';
import { getIncident } from '../../../functions/store/incidents.ts';
import { type BroadcastWorld, openBroadcastWorld } from '../broadcasts/broadcast-world.ts';
import { pagePosts, xPosts } from '../broadcasts/posted.ts';
import { people } from '../outbound-world.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';

let engine: TestEngine;
let world: BroadcastWorld;
beforeAll(async () => {
  engine = await openTestEngine();
});
beforeEach(async () => {
  world = await openBroadcastWorld(await engine.newTable());
});
afterAll(() => engine.close());

const Id = z.object({ id: z.string() });
const Conversations = z.object({
  items: z.array(z.object({ conversationId: z.string(), reasons: z.array(z.string()) })),
});

/** Somebody writes to us on X, and the desk compares it with what is open. */
async function write(personId: string, text: string): Promise<string> {
  world.clock.now += 60_000;
  await world.act('x', 'posts', { person: personId, text: `@larkspursupply ${text}` });
  const conversation = (await world.conversations()).find(({ contact }) => contact.nativeId === personId);
  if (!conversation) throw new Error('The desk did not hear of it.');
  const [message] = await latestMessages(world.desk.table, conversation.id, 1);
  await tell(
    'message.received',
    { messageId: message?.id, visibility: 'public', channel: 'x' },
    conversation.id,
  );
  return conversation.id;
}

async function tell(name: string, data: object, conversationId?: string): Promise<void> {
  const detail = { id: 'e', at: world.desk.clock(), traceId: 't', name, data, conversationId };
  await followIncidents({ body: JSON.stringify({ detail }) }, world);
}

async function declareIncident(draft: object = {}): Promise<string> {
  const { status, body } = await world.lead('POST', '/api/incidents', {
    title: 'Booking is down',
    words: ['booking', 'cannot book'],
    ...draft,
  });
  expect(status).toBe(201);
  return Id.parse(body).id;
}
const named = (incidentId: string) => ({ incidentId, teamId: 'support', severity: 'major' });
const proposed = async (id: string, state = 'proposed') =>
  Conversations.parse((await world.lead('GET', `/api/incidents/${id}/conversations?state=${state}`)).body)
    .items;

describe('an incident', () => {
  it('is declared by a lead, shown and listed', async () => {
    expect(await world.api('POST', '/api/incidents', { title: 'x' })).toMatchObject({ status: 403 });
    const id = await declareIncident();
    expect((await world.api('GET', `/api/incidents/${id}`)).body).toMatchObject({
      ...{ id, title: 'Booking is down', state: 'open', severity: 'major', ownerId: 'lead-1' },
      counts: { proposed: 0, accepted: 0, rejected: 0, told: 0 },
    });
    expect((await world.api('GET', '/api/incidents?state=open')).body).toMatchObject({ items: [{ id }] });
    const changed = await world.lead('PATCH', `/api/incidents/${id}`, { severity: 'critical' });
    expect(changed.body).toMatchObject({ severity: 'critical', words: ['booking', 'cannot book'] });
  });

  it('is declared once under one key', async () => {
    const declare = () => world.api('POST', '/api/incidents', { title: 'Once' }, { role: 'lead', key: 'k' });
    const [first, second] = [await declare(), await declare()];
    expect(Id.parse(second.body).id).toBe(Id.parse(first.body).id);
  });

  it('needs a spike that is there', async () => {
    expect(await world.lead('POST', '/api/incidents', { title: 'x', spikeId: 'none' })).toMatchObject({
      status: 422,
    });
  });
});

describe('new arrivals', () => {
  it('are proposed with their reasons, and only those that say something of it', async () => {
    const id = await declareIncident();
    const ines = await write(people.x.ines, 'booking does not work');
    await write(people.x.tomas, 'I love your catalogue');
    expect(await proposed(id)).toMatchObject([
      {
        conversationId: ines,
        reasons: ['It says “booking”.', 'It was said 1 minute after the incident was declared.'],
      },
    ]);
  });

  it('are accepted in bulk, share the incident’s policy, and are let go when it is over', async () => {
    const id = await declareIncident();
    const ines = await write(people.x.ines, 'booking does not work');
    const { body } = await world.lead('POST', `/api/incidents/${id}/conversations`, { acceptAll: true });
    expect(body).toEqual({ counts: { proposed: 0, accepted: 1, rejected: 0, told: 0 }, hasMore: false });
    const joined = await getConversation(world.desk.table, ines);
    expect(joined).toMatchObject({ incidentId: id, policyId: 'incident' });
    expect(joined?.clocks.at(-1)?.why).toMatchObject({ policyId: 'incident', target: 'PT4H' });
    const incident = await getIncident(world.desk.table, id);
    expect(incident?.firstReportAt).toBe(joined?.clocks.at(-1)?.startedAt);
    await world.lead('POST', `/api/incidents/${id}/resolve`, { text: 'Fixed.', tell: false, channels: [] });
    await tell('incident.resolved', named(id));
    const after = await getConversation(world.desk.table, ines);
    expect(after).toMatchObject({ incidentId: id, status: 'open' });
    expect(after?.policyId).toBeUndefined();
  });

  it('are rejected one by one, with their own policy again, and not proposed twice', async () => {
    const id = await declareIncident();
    const ines = await write(people.x.ines, 'booking does not work');
    await world.lead('POST', `/api/incidents/${id}/conversations`, { accept: [ines] });
    await world.lead('POST', `/api/incidents/${id}/conversations`, { reject: [ines] });
    const left = await getConversation(world.desk.table, ines);
    expect(left?.incidentId).toBeUndefined();
    expect(left?.clocks.at(-1)?.why.policyId).toBe('x');
    await write(people.x.ines, 'booking still does not work');
    expect(await proposed(id)).toEqual([]);
    expect(await proposed(id, 'rejected')).toHaveLength(1);
  });

  it('may be added by hand', async () => {
    const id = await declareIncident();
    const tomas = await write(people.x.tomas, 'nothing works');
    await world.lead('POST', `/api/incidents/${id}/conversations`, { accept: [tomas] });
    expect(await proposed(id, 'accepted')).toMatchObject([{ conversationId: tomas }]);
    expect(
      await world.lead('POST', `/api/incidents/${id}/conversations`, { accept: ['none'] }),
    ).toMatchObject({ status: 404 });
  });
});

describe('what is said of an incident', () => {
  it('goes out on each channel, and on from the first post; once fixed, everybody who asked is told', async () => {
    const id = await declareIncident();
    const ines = await write(people.x.ines, 'booking does not work');
    await world.lead('POST', `/api/incidents/${id}/conversations`, { acceptAll: true });
    const say = (text: string, phase: string, channels?: string[]) =>
      world.lead('POST', `/api/incidents/${id}/updates`, { text, phase, publish: true, channels });
    world.clock.now += 60_000;
    const first = await say('We look into booking.', 'investigating', ['facebook', 'x', 'status']);
    expect(first).toMatchObject({ status: 201, body: { broadcast: { state: 'scheduled' } } });
    await world.run(10);
    await say('We found the cause.', 'identified');
    await world.run(10);
    const resolved = await world.lead('POST', `/api/incidents/${id}/resolve`, {
      text: 'Booking works again.',
      tell: true,
      resolveConversations: true,
    });
    expect(resolved).toMatchObject({ status: 201, body: { state: 'resolved' } });
    await world.run(60);
    const posts = await xPosts(world);
    const texts = posts.map(({ text }) => text);
    expect(texts.slice(0, 2)).toEqual(['We look into booking.', 'We found the cause.']);
    expect(posts[1]?.replyTo).toBe(posts[0]?.id);
    expect(texts.join('\n')).toContain(
      'Hello Ines, you asked about “Booking is down” on 20 November. Booking works again.',
    );
    expect(await pagePosts(world)).toEqual(['We look into booking.']);
    expect((await getConversation(world.desk.table, ines))?.status).toBe('resolved');
    const incident = await getIncident(world.desk.table, id);
    expect(incident).toMatchObject({ isShown: true, posts: [{ channel: 'facebook' }, { channel: 'x' }] });
    expect(incident?.firstWordAt).toBeDefined();
    const { body } = await world.lead('GET', `/api/incidents/${id}/post-mortem`);
    expect(body).toMatchObject({ numbers: { asked: 1, askedBefore: 1, toldPersonally: 1, answered: 1 } });
  });

  it('by an agent waits for a lead', async () => {
    const id = await declareIncident();
    const update = { text: 'We look into it.', phase: 'investigating', publish: true, channels: ['x'] };
    const { body } = await world.api('POST', `/api/incidents/${id}/updates`, update);
    expect(body).toMatchObject({ broadcast: { state: 'proposed' } });
    await world.run(10);
    expect(await xPosts(world)).toEqual([]);
  });

  it('is said once under one key', async () => {
    const id = await declareIncident();
    const update = { text: 'We look into it.', phase: 'investigating', publish: true, channels: ['x'] };
    for (let time = 0; time < 3; time += 1)
      await world.api('POST', `/api/incidents/${id}/updates`, update, { role: 'lead', key: 'once' });
    await world.run(10);
    expect(await xPosts(world)).toHaveLength(1);
    expect((await getIncident(world.desk.table, id))?.updates).toHaveLength(1);
  });

  it('is refused when a channel would not take it, and once it is resolved', async () => {
    const id = await declareIncident();
    const long = { text: 'x'.repeat(5001), phase: 'investigating', publish: true, channels: ['status'] };
    expect(await world.lead('POST', `/api/incidents/${id}/updates`, long)).toMatchObject({ status: 422 });
    expect((await getIncident(world.desk.table, id))?.updates).toEqual([]);
    const fix = { text: 'Fixed.', tell: false, channels: [] };
    expect(await world.lead('POST', `/api/incidents/${id}/resolve`, fix)).toMatchObject({ status: 201 });
    expect(await world.lead('POST', `/api/incidents/${id}/resolve`, fix)).toMatchObject({ status: 409 });
  });
});

it('reminds of an incident that nobody speaks of, once for each step', async () => {
  const id = await declareIncident();
  await remindOwner(id, world.desk);
  expect((await getIncident(world.desk.table, id))?.reminders).toBe(0);
  world.clock.now += 1801 * 1000;
  await remindOwner(id, world.desk);
  await remindOwner(id, world.desk);
  expect((await getIncident(world.desk.table, id))?.reminders).toBe(1);
});
