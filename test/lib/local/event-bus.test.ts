import { describe, expect, test } from 'vitest';
import { type BusEvent, createEventBus, readRules } from '../../../lib/local/event-bus.ts';
import { createResolver } from '../../../lib/local/intrinsics.ts';
import { parseTemplate } from '../../../lib/local/template.ts';

function rules(properties: Record<string, unknown>) {
  const template = parseTemplate({
    Resources: { Rule: { Type: 'AWS::Events::Rule', Properties: properties } },
  });
  return readRules(template, createResolver(template, 'Desk', new Map()));
}

const pattern = { EventBusName: 'desk', EventPattern: { source: ['hark'] } };

/** A bus with one rule, and what its target got. */
function bench(properties: Record<string, unknown> = { ...pattern, Targets: [{ Arn: 'arn:queue' }] }) {
  const delivered: unknown[] = [];
  const seen: BusEvent[] = [];
  const bus = createEventBus(
    rules(properties),
    new Set(['default', 'desk']),
    async ({ arn }, message) => {
      if (arn === 'arn:broken') throw new Error('the target is away');
      delivered.push([arn, JSON.parse(message)]);
    },
    (_name, event) => seen.push(event),
  );
  const put = (entry: Record<string, unknown>) =>
    bus.putEvents({
      Entries: [
        { Source: 'hark', DetailType: 'clock.met', Detail: '{"a":1}', EventBusName: 'desk', ...entry },
      ],
    });
  return { bus, put, delivered, seen };
}

describe('putting events on a bus', () => {
  test('an event reaches the targets of the rules that it matches, whole', async () => {
    const { put, delivered, seen } = bench();
    const answer = await put({ Time: 1795169700, Resources: ['arn:r'] });
    const event = {
      version: '0',
      id: seen[0]?.id,
      'detail-type': 'clock.met',
      source: 'hark',
      account: '000000000000',
      time: '2026-11-20T10:15:00Z',
      region: 'us-east-1',
      resources: ['arn:r'],
      detail: { a: 1 },
    };
    expect(delivered).toEqual([['arn:queue', event]]);
    expect(answer).toEqual({ FailedEntryCount: 0, Entries: [{ EventId: event.id }] });
  });

  const unheard: [string, Record<string, unknown>][] = [
    ['another source', { Source: 'other' }],
    ['another bus', { EventBusName: 'default' }],
  ];
  test.each(unheard)('%s is accepted and reaches nobody', async (_name, entry) => {
    const { put, delivered } = bench();
    expect(await put(entry)).toMatchObject({ FailedEntryCount: 0 });
    expect(delivered).toEqual([]);
  });

  const refused: [string, Record<string, unknown>, string][] = [
    ['a detail that is not JSON', { Detail: 'hello' }, 'MalformedDetail'],
    ['a detail that is no object', { Detail: '[1]' }, 'MalformedDetail'],
    ['a missing source', { Source: undefined }, 'InvalidArgument'],
    ['a bus that there is not', { EventBusName: 'nobody' }, 'ResourceNotFound'],
  ];
  test.each(refused)('%s is refused in its own entry', async (_name, entry, code) => {
    const { put, delivered } = bench();
    expect(await put(entry)).toMatchObject({ FailedEntryCount: 1, Entries: [{ ErrorCode: code }] });
    expect(delivered).toEqual([]);
  });

  test('a bus may be named by its ARN', async () => {
    const { put, delivered } = bench();
    await put({ EventBusName: 'arn:aws:events:us-east-1:000000000000:event-bus/desk' });
    expect(delivered).toHaveLength(1);
  });

  test('more than ten entries are too many', async () => {
    const { bus } = bench();
    await expect(bus.putEvents({ Entries: Array.from({ length: 11 }, () => ({})) })).rejects.toThrow();
  });

  test('an event that a target could not take is not accepted', async () => {
    const { put } = bench({ ...pattern, Targets: [{ Arn: 'arn:broken' }] });
    await expect(put({})).rejects.toThrow('the target is away');
  });

  test('a constant input takes the place of the event', async () => {
    const { put, delivered } = bench({
      ...pattern,
      Targets: [{ Arn: 'arn:queue', Input: '{"fixed":true}' }],
    });
    await put({});
    expect(delivered).toEqual([['arn:queue', { fixed: true }]]);
  });

  test('announcements of AWS services come on the default bus', async () => {
    const { bus, delivered } = bench({
      EventPattern: { source: ['aws.ses'] },
      Targets: [{ Arn: 'arn:queue' }],
    });
    await bus.announce('aws.ses', 'Email Sent', [], { a: 1 });
    expect(delivered).toMatchObject([['arn:queue', { source: 'aws.ses', detail: { a: 1 } }]]);
  });
});

describe('reading rules', () => {
  test('a disabled rule is left out', () => {
    expect(rules({ ...pattern, State: 'DISABLED' })).toEqual([]);
  });

  test('an input that is transformed is refused by name', () => {
    const transformed = { Arn: 'arn:queue', InputTransformer: { InputTemplate: 'x' } };
    expect(() => rules({ ...pattern, Targets: [transformed] })).toThrow(/Rule transforms its input/);
  });
});
