import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { telemetryOf } from '../../functions/telemetry.ts';
import { jsonLines, outputOf } from './standard-output.ts';

const Metric = z.looseObject({
  _aws: z.object({
    CloudWatchMetrics: z.array(
      z.object({
        Namespace: z.string(),
        Dimensions: z.array(z.array(z.string())),
        Metrics: z.array(z.looseObject({ Name: z.string(), Unit: z.string() })),
      }),
    ),
  }),
});

async function metricOf(work: () => void) {
  const [line] = jsonLines(await outputOf(work));
  const metric = Metric.parse(line);
  return { ...metric, directive: metric._aws.CloudWatchMetrics[0] };
}

/** Where Lambda tells the library under which name a stack's numbers go. */
beforeAll(() => void vi.stubEnv('POWERTOOLS_METRICS_NAMESPACE', 'desk-of-larkspur'));
afterAll(() => void vi.unstubAllEnvs());

describe('telemetry', () => {
  const rows = [
    {
      name: 'a count',
      work: () => telemetryOf('inbound').count('Received', { channel: 'x' }),
      unit: 'Count',
      value: 1,
    },
    {
      name: 'a gauge',
      work: () => telemetryOf('inbound').gauge('Received', 7, { channel: 'x' }),
      unit: 'Count',
      value: 7,
    },
    {
      name: 'milliseconds',
      work: () => telemetryOf('inbound').milliseconds('Received', 1200, { channel: 'x' }),
      unit: 'Milliseconds',
      value: 1200,
    },
  ];

  it.each(rows)('writes $name in the embedded metric format, at once', async ({ work, unit, value }) => {
    const metric = await metricOf(work);
    expect(metric.directive).toMatchObject({
      Namespace: 'desk-of-larkspur',
      Dimensions: [['service', 'channel']],
      Metrics: [{ Name: 'Received', Unit: unit }],
    });
    expect(metric).toMatchObject({ service: 'inbound', channel: 'x', Received: value });
  });

  it('keeps the dimensions of one number away from the next', async () => {
    const telemetry = telemetryOf('inbound');
    const lines = jsonLines(
      await outputOf(() => {
        telemetry.count('Dropped', { reason: 'x: unreadable' });
        telemetry.count('Received');
      }),
    );
    expect(lines).toHaveLength(2);
    expect(lines[1]).not.toHaveProperty('reason');
  });

  it('writes log lines as JSON, with the trace id and the level', async () => {
    const telemetry = telemetryOf('inbound');
    const output = await outputOf(() => {
      telemetry.info('received', { traceId: 'trace-1' });
      telemetry.warn('kept', { traceId: 'trace-1' });
      telemetry.error('failed', { traceId: 'trace-1', error: new Error('why') });
    });
    expect(jsonLines(output)).toMatchObject([
      { level: 'INFO', message: 'received', service: 'inbound', traceId: 'trace-1' },
      { level: 'WARN', message: 'kept', traceId: 'trace-1' },
      { level: 'ERROR', message: 'failed', traceId: 'trace-1', error: { name: 'Error', message: 'why' } },
    ]);
  });
});
