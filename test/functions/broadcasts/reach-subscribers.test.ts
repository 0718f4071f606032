import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { work } from '../../../functions/broadcasts/work.ts';
import { takeRecipient } from '../../../functions/domain/recipient.ts';
import { broadcastMessage } from '../../../functions/queues/broadcast-message.ts';
import { recipientKey } from '../../../functions/store/keys.ts';
import { claimRecipients, getRecipients } from '../../../functions/store/recipients.ts';
import { subscriberId } from '../../../functions/store/subscribers.ts';
import { meterOf } from '../store/capacity.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { type BroadcastWorld, openBroadcastWorld, workOne } from './broadcast-world.ts';
import { subscribe } from './subscribed.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.close());

const news = {
  kind: 'announcement',
  title: 'Booking is down',
  text: 'We are on it.',
  audiences: ['email'],
  variants: { email: { subject: 'Booking', text: 'It is down.' } },
};
const ten = Array.from({ length: 10 }, (_, number) => `reader-${number}@example.com`);
const nameOf = (email: string) => `email#${subscriberId(email)}`;

async function openWith(emails: string[]): Promise<BroadcastWorld> {
  const world = await openBroadcastWorld(await engine.newTable());
  for (const email of emails) await subscribe(world.desk.table, email, world.desk.clock());
  return world;
}

/** A broadcast to ten subscribers that is planned, and the messages of all ten as one delivery brings them. */
async function planned(change: object = {}) {
  const world = await openWith(ten);
  const id = await world.publish({ ...news, ...change });
  await world.run(0, 1);
  const bodies = ten.map((email) => broadcastMessage({ broadcastId: id, name: nameOf(email) }).body);
  world.queue.length = 0;
  const progress = async () => (await world.progress(id)).email;
  return { world, id, bodies, progress };
}

/** What the mail service tells of a mail that it took so many seconds ago. */
function tiding(world: BroadcastWorld, id: string, email: string, secondsAgo: number): string {
  const timestamp = new Date(world.clock.now - secondsAgo * 1000).toISOString();
  const tags = { broadcastRecipient: [`${id}_${subscriberId(email)}`] };
  return JSON.stringify({
    detail: { eventType: 'Send', mail: { messageId: `mail of ${email}`, timestamp, tags } },
  });
}

/** Claims recipients as a worker does that dies before it says what became of them. */
async function claimAll({ desk }: BroadcastWorld, id: string, emails: string[]): Promise<void> {
  const recipients = await getRecipients(desk.table, id, emails.map(nameOf));
  const claims = recipients.flatMap((before) => {
    const taken = takeRecipient(before, desk.clock());
    return 'claimed' in taken ? [{ before, claimed: taken.claimed }] : [];
  });
  expect(await claimRecipients(desk.table, claims)).toHaveLength(emails.length);
}

const statusesOf = (outcomes: PromiseSettledResult<void>[]) => outcomes.map(({ status }) => status);

describe('a mail', () => {
  it('goes to each subscriber once, in the words of its variant', async () => {
    const world = await openWith(['ines@example.com', 'mei@example.com']);
    const id = await world.publish(news);
    await world.run(10);
    expect(world.mails.map(({ to }) => to).sort()).toEqual(['ines@example.com', 'mei@example.com']);
    expect(world.mails[0]?.mail).toMatchObject({ subject: 'Booking' });
    expect(await world.progress(id)).toEqual({ email: { planned: 2, sent: 2, failed: 0, skipped: 0 } });
  });

  it('that was refused is sent later', async () => {
    const world = await openWith(['ines@example.com']);
    world.mailFaults.push('refused');
    await world.publish(news);
    await world.run(5);
    expect(world.mails).toEqual([]);
    await world.run(60);
    expect(world.mails).toHaveLength(1);
  });

  it('in doubt is sent once, when the mail service tells that it left', async () => {
    const world = await openWith(['ines@example.com']);
    world.mailFaults.push('no answer');
    const id = await world.publish(news);
    await world.run(5);
    await workOne(tiding(world, id, 'ines@example.com', 0), world.broadcasting);
    await world.run(600);
    expect(world.mails).toHaveLength(1);
    expect(await world.progress(id)).toMatchObject({ email: { sent: 1 } });
  });

  it('in doubt of which the mail service tells nothing never left, and is sent again', async () => {
    const world = await openWith(['ines@example.com']);
    world.mailFaults.push('no answer');
    await world.publish(news);
    await world.run(600);
    expect(world.mails).toHaveLength(2);
  });
});

describe('ten mails that come together', () => {
  it('leave once each, though they are delivered five times at once, and one of them twice', async () => {
    const { world, bodies, progress } = await planned();
    const deliveries = Array.from({ length: 5 }, () =>
      work([...bodies, bodies[0] ?? ''], world.broadcasting),
    );
    const outcomes = (await Promise.all(deliveries)).flat();
    expect(outcomes).toHaveLength(55);
    expect(new Set(statusesOf(outcomes))).toEqual(new Set(['fulfilled']));
    expect(world.mails.map(({ to }) => to).sort()).toEqual(ten);
    expect(await progress()).toEqual({ planned: 10, sent: 10, failed: 0, skipped: 0 });
  });

  it('leave but for those that somebody else is just sending', async () => {
    const { world, id, bodies, progress } = await planned();
    await claimAll(world, id, ten.slice(0, 3));
    await work(bodies, world.broadcasting);
    expect(world.mails.map(({ to }) => to).sort()).toEqual(ten.slice(3));
    expect(await progress()).toMatchObject({ sent: 7 });
  });

  it('leave but for one that cannot be read, which alone is delivered again', async () => {
    const { world, id, bodies, progress } = await planned();
    const { client, name: TableName } = world.desk.table;
    const bad = { ...recipientKey(id, nameOf(ten[4] ?? '')), state: 'spoilt' };
    await client.send(new PutCommand({ TableName, Item: bad }));
    const outcomes = statusesOf(await work(bodies, world.broadcasting));
    expect(outcomes.filter((status) => status === 'rejected')).toHaveLength(1);
    expect(outcomes[4]).toBe('rejected');
    expect(world.mails).toHaveLength(9);
    expect(await progress()).toMatchObject({ sent: 9 });
  });

  it('each come to what the mail service said of it', async () => {
    const { world, bodies, progress } = await planned();
    world.mailFaults.push('refused', 'no answer');
    await work(bodies, world.broadcasting);
    expect(await progress()).toMatchObject({ sent: 8 });
    expect(world.queue).toHaveLength(2);
    await world.run(60);
    expect(await progress()).toMatchObject({ sent: 10 });
  });

  it('wait for their turns one after the other when there are too few', async () => {
    const { world, bodies, progress } = await planned();
    world.broadcasting.mailRate = { burst: 8, seconds: 1 };
    await work(bodies, world.broadcasting);
    expect(await progress()).toMatchObject({ sent: 4 });
    await world.run(5);
    expect(await progress()).toMatchObject({ sent: 10 });
    expect(world.mails).toHaveLength(10);
  });

  it('are read, claimed and settled with one request each', async () => {
    const { world, bodies } = await planned();
    const { operations } = await meterOf(world.desk.table).cost(() => work(bodies, world.broadcasting));
    expect(operations).toMatchObject({ BatchGetItem: { calls: 2 }, TransactWriteItems: { calls: 2 } });
    // The other reads and writes are of the broadcast and of the budget.
    expect(Object.keys(operations).sort()).toEqual([
      'BatchGetItem',
      'GetItem',
      'TransactWriteItems',
      'UpdateItem',
    ]);
  });

  it('do not leave while the broadcast is paused', async () => {
    const { world, id, bodies } = await planned();
    expect(await world.lead('POST', `/api/broadcasts/${id}/pause`)).toMatchObject({ status: 200 });
    await work(bodies, world.broadcasting);
    expect(world.mails).toEqual([]);
  });
});

describe('news of mails', () => {
  it('settle what their sender did not live to settle', async () => {
    const { world, id, progress } = await planned();
    await claimAll(world, id, ten);
    const tidings = ten.map((email) => tiding(world, id, email, 60));
    for (let delivery = 0; delivery < 2; delivery += 1) await work(tidings, world.broadcasting);
    expect(await progress()).toEqual({ planned: 10, sent: 10, failed: 0, skipped: 0 });
    await world.run(600);
    expect(world.mails).toEqual([]);
  });

  it('wait a moment for a sender who may be about to say so', async () => {
    const { world, id, progress } = await planned();
    await claimAll(world, id, ten.slice(0, 1));
    await work([tiding(world, id, ten[0] ?? '', 1)], world.broadcasting);
    expect(await progress()).toMatchObject({ sent: 0 });
    expect(world.queue).toHaveLength(1);
    await world.run(6);
    expect(await progress()).toMatchObject({ sent: 1 });
  });

  it('say nothing new of mails whose sender said so', async () => {
    const { world, id, bodies, progress } = await planned();
    await work(bodies, world.broadcasting);
    await work(
      ten.map((email) => tiding(world, id, email, 0)),
      world.broadcasting,
    );
    expect(world.queue).toEqual([]);
    expect(await progress()).toMatchObject({ sent: 10 });
  });
});
