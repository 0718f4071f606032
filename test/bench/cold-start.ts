import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { startAwsStandIn } from './aws-stand-in.ts';
import { measuredProcess } from './measured-process.ts';
import { bundle } from './reference-bundle.ts';
import type { Finding, Section } from './section.ts';
import { median } from './statistics.ts';
import type { Workspace } from './workspace.ts';

const LIMIT = 1.3;
const STARTS = 41;
const Times = z.object({ import: z.number(), setUp: z.number(), delivery: z.number() });

export const coldStart: Section = {
  name: 'cold-start',
  title: 'The cold start of the webhook function',
  measure,
};

async function measure(workspace: Workspace): Promise<Finding> {
  const bundles = await workspace.bundles();
  const ours = bundles.get('webhook') ?? '';
  const doubts = await doubtsAbout(workspace, ours);
  const alone = await bundle('test/bench/sqs-alone.ts', join(workspace.folder, 'sqs-alone/index.mjs'));
  const aws = await startAwsStandIn();
  const starts: Record<'ours' | 'alone', z.infer<typeof Times>[]> = { ours: [], alone: [] };
  try {
    for (let number = 0; number < STARTS; number += 1) {
      const start = async (file: string) =>
        Times.parse(await measuredProcess('cold-process.ts', [file, String(number)], aws.environment));
      starts.ours.push(await start(ours));
      starts.alone.push(await start(alone));
    }
  } finally {
    await aws.stop();
  }
  const whole = (times: z.infer<typeof Times>[]) => median(times.map((each) => each.import + each.setUp));
  const ratio = whole(starts.ours) / whole(starts.alone);
  const row = (name: string, times: z.infer<typeof Times>[], file: string) => [
    name,
    ...[
      median(times.map((each) => each.import)),
      median(times.map((each) => each.setUp)),
      whole(times),
      median(times.map((each) => each.delivery)),
    ].map((value) => value.toFixed(1)),
    ...sizesOf(file),
  ];
  return {
    columns: [
      'medians in milliseconds',
      'import',
      'first set-up',
      'both',
      'first delivery',
      'KB',
      'KB gzipped',
    ],
    rows: [row('webhook', starts.ours, ours), row('SQS client alone', starts.alone, alone)],
    targets: [
      {
        promise: `import and first set-up at most ${LIMIT} × those of the SQS client alone`,
        measured: ratio.toFixed(2),
        met: ratio <= LIMIT,
      },
    ],
    notes: [
      ...doubts,
      `${STARTS} fresh processes each, in turn, with source maps on as in Lambda. The first delivery also fetches the secret, which the client alone has no use for.`,
      `Bundles in KB, gzipped: ${[...bundles].map(([name, file]) => `${name} ${sizesOf(file).join(', ')}`).join('; ')}.`,
    ],
  };
}

function sizesOf(file: string): string[] {
  const code = readFileSync(file);
  return [code, gzipSync(code)].map(({ length }) => (length / 1000).toFixed(0));
}

/** The comparison is fair only as long as both sides are bundled alike. */
async function doubtsAbout({ folder }: Workspace, deployed: string): Promise<string[]> {
  const again = await bundle('functions/handlers/webhook.ts', join(folder, 'webhook-again/index.mjs'));
  if (readFileSync(again).equals(readFileSync(deployed))) return [];
  return [
    'Careful: reference-bundle.ts does not bundle as lib/hark-function.ts does, or the sources changed meanwhile.',
  ];
}
