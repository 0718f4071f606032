import { describe, expect, test } from 'vitest';
import type { Rule } from '../../../lib/local/event-bus.ts';
import { rateMs, rulesNotRun, startSchedules } from '../../../lib/local/schedules.ts';

const rule = (schedule: string | undefined): Rule => ({
  name: 'Sweep',
  bus: 'default',
  matches: undefined,
  schedule,
  targets: [],
});

describe('how often a schedule runs', () => {
  const rows: [string, number | undefined][] = [
    ['rate(1 minute)', 60_000],
    ['rate(5 minutes)', 300_000],
    ['rate(2 hours)', 7_200_000],
    ['rate(1 day)', 86_400_000],
    ['cron(0 12 * * ? *)', undefined],
  ];
  test.each(rows)('%s', (schedule, expected) => {
    expect(rateMs(schedule)).toBe(expected);
  });
});

test('a schedule runs at the start, with the event that EventBridge sends', () => {
  const events: unknown[] = [];
  const stop = startSchedules([rule('rate(1 minute)'), rule(undefined)], (_rule, event) =>
    events.push(event),
  );
  stop();
  expect(events).toMatchObject([
    {
      source: 'aws.events',
      'detail-type': 'Scheduled Event',
      resources: ['arn:aws:events:us-east-1:000000000000:rule/Sweep'],
    },
  ]);
});

test('what is no rate is named', () => {
  expect(rulesNotRun([rule('cron(0 12 * * ? *)'), rule('rate(1 minute)'), rule(undefined)])).toHaveLength(1);
});
