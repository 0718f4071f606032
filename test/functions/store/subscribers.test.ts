import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  confirmSubscription,
  endSubscription,
  type Subscriber,
  suppressSubscriber,
} from '../../../functions/domain/subscriber.ts';
import {
  countAsking,
  countSubscribers,
  getSubscriber,
  listSubscribers,
  putSubscriber,
  subscriberId,
  subscriberOf,
  subscriberToken,
} from '../../../functions/store/subscribers.ts';
import { openTestEngine, type TestEngine } from './engine.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.close());

const NOW = '2026-11-27T10:00:00.000Z';

function pending(email: string): Subscriber {
  const id = subscriberId(email);
  return {
    id,
    email,
    state: 'pending',
    secret: `secret-of-${email.length}`,
    since: NOW,
    askedAt: NOW,
    version: 0,
  };
}

/** What a decision leaves, and not nothing. */
function decided(after: Subscriber | undefined): Subscriber {
  if (!after) throw new Error('Nothing was decided.');
  return after;
}

async function confirmed(table: Parameters<typeof putSubscriber>[0], email: string): Promise<Subscriber> {
  await putSubscriber(table, undefined, pending(email), NOW);
  const known = decided(await getSubscriber(table, subscriberId(email)));
  await putSubscriber(table, known, decided(confirmSubscription(known, NOW)), NOW);
  return decided(await getSubscriber(table, known.id));
}

describe('a subscriber', () => {
  it('is one, however their address is typed (A62)', async () => {
    const table = await engine.newTable();
    await putSubscriber(table, undefined, pending('Ines@Example.com'), NOW);
    expect(await getSubscriber(table, subscriberId(' ines@example.COM '))).toMatchObject({
      state: 'pending',
    });
    expect(await putSubscriber(table, undefined, pending('ines@example.com'), NOW)).toBe(false);
  });

  it('is found by the link that only they have (A62)', async () => {
    const table = await engine.newTable();
    const ines = pending('ines@example.com');
    await putSubscriber(table, undefined, ines, NOW);
    expect(await subscriberOf(table, subscriberToken(ines))).toMatchObject({ email: 'ines@example.com' });
    for (const token of ['', '.', ines.id, `${ines.id}.`, `${ines.id}.guessed`, `x.${ines.secret}`, 'é.é'])
      expect(await subscriberOf(table, token), token).toBeUndefined();
  });

  it('is written only over what was decided on (A62)', async () => {
    const table = await engine.newTable();
    const ines = await confirmed(table, 'ines@example.com');
    expect(await putSubscriber(table, ines, decided(endSubscription(ines, NOW)), NOW)).toBe(true);
    expect(await putSubscriber(table, ines, decided(suppressSubscriber(ines, 'bounced', NOW)), NOW)).toBe(
      false,
    );
  });
});

describe('all subscribers', () => {
  it('are listed by state, page by page, each once (A63)', async () => {
    const table = await engine.newTable();
    const emails = Array.from({ length: 23 }, (_, number) => `person-${number}@example.com`);
    for (const email of emails) await confirmed(table, email);
    await putSubscriber(table, undefined, pending('waits@example.com'), NOW);
    const listed: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listSubscribers(table, { state: 'confirmed', limit: 5, cursor });
      expect(page.subscribers.length).toBeLessThanOrEqual(5);
      listed.push(...page.subscribers.map(({ email = '' }) => email));
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(listed.sort()).toEqual(emails.sort());
    const rest = await listSubscribers(table, { state: 'pending', limit: 5 });
    expect(rest).toMatchObject({ subscribers: [{ email: 'waits@example.com' }], cursor: undefined });
    expect(await listSubscribers(table, { state: 'confirmed', limit: 5, cursor: 'x' })).toEqual({
      subscribers: [],
      cursor: undefined,
    });
  });

  it('are counted by state, each change once (A64)', async () => {
    const table = await engine.newTable();
    const [ines, omar] = await Promise.all([
      confirmed(table, 'ines@example.com'),
      confirmed(table, 'omar@example.com'),
      confirmed(table, 'stays@example.com'),
      putSubscriber(table, undefined, pending('waits@example.com'), NOW),
    ]);
    expect(await countSubscribers(table)).toEqual({ confirmed: 3, pending: 1, suppressed: 0 });
    await putSubscriber(table, ines, decided(endSubscription(ines, NOW)), NOW);
    const bounced = decided(suppressSubscriber(omar, 'bounced', NOW));
    await putSubscriber(table, omar, bounced, NOW);
    await putSubscriber(table, omar, bounced, NOW);
    expect(await countSubscribers(table)).toEqual({ confirmed: 1, pending: 1, suppressed: 1 });
  });
});

describe('requests', () => {
  it('are counted by caller and hour, without keeping who it was (A65)', async () => {
    const table = await engine.newTable();
    expect(await countAsking(table, '192.0.2.1', NOW)).toBe(1);
    expect(await countAsking(table, '192.0.2.1', '2026-11-27T10:59:59.999Z')).toBe(2);
    expect(await countAsking(table, '192.0.2.2', NOW)).toBe(1);
    expect(await countAsking(table, '192.0.2.1', '2026-11-27T11:00:00.000Z')).toBe(1);
  });
});
