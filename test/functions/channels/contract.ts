import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Channel, Fragment } from '../../../functions/channels/channel.ts';
import { InboundEvent } from '../../../functions/domain/inbound-event.ts';
import { Drop, Reject } from '../../../functions/errors.ts';
import type { Recorded } from '../../fixtures/recorded.ts';
import { mutated } from './mutated.ts';

/** What a channel brings to the suite that all channels must pass. */
export interface ContractSubject {
  channel: Channel;
  /** The key that the recorded deliveries are signed with. */
  key: string;
  /** Everything that the platform was seen to send. */
  deliveries: Recorded[];
  /** Signs a body as the platform does: the header, in lower case, and its value. */
  sign: (key: string, body: Buffer) => { header: string; value: string };
  /** Whole bodies with events of kinds that the platform does not have today, by what is new about them. */
  unknown: [name: string, body: unknown][];
  /** Whole bodies that are not the platform's, by what is wrong with them. */
  malformed: [name: string, body: unknown][];
}

const queueKey = /^[!-~]{1,128}$/;
const json = (body: Buffer): unknown => JSON.parse(body.toString('utf8'));
const keysOf = (fragments: Fragment[]) =>
  fragments.map(({ accountId, threadKey, dedupKey }) => ({ accountId, threadKey, dedupKey }));

/** Declares the tests that every channel must pass; each `<platform>/index.test.ts` calls it once. */
export function channelContract(subject: ContractSubject): void {
  describe(`${subject.channel.name} as a channel`, () => {
    signatures(subject);
    fragments(subject);
    understanding(subject);
    robustness(subject);
  });
}

function signatures({ channel, key, deliveries, sign }: ContractSubject): void {
  const body: Buffer = Buffer.from('{ "spaced" : "as sent", "escaped" : "\\u00e4\\/" }');
  const signed = (signingKey: string, bytes = body) => {
    const { header, value } = sign(signingKey, bytes);
    return { [header]: value };
  };
  const verify = (headers: Record<string, string>, signingKeys: string[], bytes = body) =>
    channel.verify({ headers, body: bytes }, { signingKeys });

  it.each(deliveries.map((delivery) => [delivery.event, delivery] as const))(
    'accepts the recorded delivery %s, also when it travelled as base64',
    (_name, delivery) => {
      const travelled = Buffer.from(delivery.body.toString('base64'), 'base64');
      expect(verify(delivery.headers, [key], delivery.body)).toBe(true);
      expect(verify(delivery.headers, [key], travelled)).toBe(true);
    },
  );

  it('accepts a delivery that was signed with either key of a rotation', () => {
    expect(verify(signed('new key'), ['new key', 'old key'])).toBe(true);
    expect(verify(signed('old key'), ['new key', 'old key'])).toBe(true);
  });

  it('refuses the old key once the rotation is over', () => {
    expect(verify(signed('old key'), ['new key'])).toBe(false);
  });

  it('refuses a delivery without a signature', () => {
    expect(verify({}, [key])).toBe(false);
  });

  it('refuses everything while there is no key, and what was signed with an empty one', () => {
    expect(verify(signed(key), [])).toBe(false);
    expect(verify(signed(''), [''])).toBe(false);
  });

  it('refuses a body of which one byte was changed', () => {
    const changed = Buffer.from(body);
    changed[changed.length - 3] = 0x2e;
    expect(verify(signed(key), [key], changed)).toBe(false);
  });

  it('refuses a body that was parsed and written again', () => {
    expect(verify(signed(key), [key])).toBe(true);
    expect(verify(signed(key), [key], Buffer.from(JSON.stringify(json(body))))).toBe(false);
  });

  it.each([
    ['an empty header', () => ''],
    ['a signature without its scheme', (value: string) => value.slice(value.indexOf('=') + 1)],
    ['another scheme', (value: string) => value.replace('sha256', 'sha512')],
    ['a signature cut short', (value: string) => value.slice(0, -1)],
    ['a signature with a tail', (value: string) => `${value}00`],
  ])('refuses %s', (_name, spoil) => {
    const { header, value } = sign(key, body);
    expect(verify({ [header]: spoil(value) }, [key])).toBe(false);
  });
}

function fragments({ channel, deliveries, malformed }: ContractSubject): void {
  it.each(deliveries.map((delivery) => [delivery.event, json(delivery.body)] as const))(
    'cuts %s into addressed fragments, the same ones each time',
    (_name, body) => {
      const cut = channel.split(body);
      expect(cut).not.toHaveLength(0);
      for (const { accountId, threadKey, dedupKey } of cut) {
        expect(accountId).not.toBe('');
        expect(threadKey).toMatch(queueKey);
        expect(dedupKey).toMatch(queueKey);
      }
      expect(new Set(cut.map(({ dedupKey }) => dedupKey)).size).toBe(cut.length);
      expect(keysOf(channel.split(structuredClone(body)))).toEqual(keysOf(cut));
    },
  );

  it.each(malformed)('rejects %s as the caller’s fault', (_name, body) => {
    expect(() => channel.split(body)).toThrow(expect.objectContaining({ name: 'Reject', status: 400 }));
  });
}

function understanding({ channel, deliveries, unknown }: ContractSubject): void {
  it.each(deliveries.map((delivery) => [delivery.event, json(delivery.body)] as const))(
    'understands every fragment of %s, also after the queue',
    (_name, body) => {
      for (const fragment of channel.split(body)) {
        const event = channel.parse(fragment.body);
        expectEvent(channel, fragment, event);
        expect(channel.parse(JSON.parse(JSON.stringify(fragment.body)))).toEqual(event);
      }
    },
  );

  it.each(unknown)('keeps %s as unknown', (_name, body) => {
    const cut = channel.split(body);
    expect(cut).not.toHaveLength(0);
    for (const fragment of cut) {
      const event = channel.parse(fragment.body);
      expect(event.kind).toBe('unknown');
      expectEvent(channel, fragment, event);
    }
  });
}

function robustness({ channel, deliveries }: ContractSubject): void {
  const bodies = deliveries.map((delivery) => json(delivery.body));

  it('throws nothing but Reject and Drop, whatever JSON arrives', () => {
    fc.assert(fc.property(fc.jsonValue(), (body) => survives(channel, body)));
    fc.assert(fc.property(fc.jsonValue(), (body) => parses(channel, body)));
  });

  it('throws nothing but Reject and Drop when any part of a recorded delivery is something else', () => {
    fc.assert(
      fc.property(mutated(bodies), (body) => survives(channel, body)),
      { numRuns: 1000 },
    );
  });
}

/** Cuts and understands a body as the receiving side does; fails on any error that is not one of ours. */
function survives(channel: Channel, body: unknown): void {
  let cut: Fragment[];
  try {
    cut = channel.split(body);
  } catch (error) {
    expect(error).toBeInstanceOf(Reject);
    expect(error).toHaveProperty('status', 400);
    return;
  }
  for (const fragment of cut) {
    expect(fragment.threadKey).toMatch(queueKey);
    expect(fragment.dedupKey).toMatch(queueKey);
    parses(channel, fragment.body, fragment);
  }
}

function parses(channel: Channel, body: unknown, fragment?: Fragment): void {
  let event: InboundEvent;
  try {
    event = channel.parse(body);
  } catch (error) {
    expect(error).toBeInstanceOf(Drop);
    return;
  }
  expectEvent(channel, fragment, event);
}

/** An event of the right account that satisfies the schema, with instants that sort as text. */
function expectEvent(channel: Channel, fragment: Fragment | undefined, event: InboundEvent): void {
  expect(z.safeParse(InboundEvent, event).error).toBeUndefined();
  expect(event.channel).toBe(channel.name);
  if (fragment !== undefined) expect(event.accountId).toBe(fragment.accountId);
  expect(event.at).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
}
