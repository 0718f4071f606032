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
const Start = z.object({ import: z.number(), setUp: z.number(), delivery: z.number() });
type Start = z.infer<typeof Start>;

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
  const pairs = await startInTurn(ours, alone);
  const ratio = median(pairs.map(([first, second]) => untilReady(first) / untilReady(second)));
  return {
    columns: ['medians in milliseconds', 'import', 'first set-up', 'both', 'first delivery', 'KB', 'gzipped'],
    rows: [
      row(
        'webhook',
        pairs.map(([first]) => first),
        ours,
      ),
      row(
        'SQS client alone',
        pairs.map(([, second]) => second),
        alone,
      ),
    ],
    targets: [
      {
        promise: `import and first set-up at most ${LIMIT} × those of the SQS client alone`,
        measured: ratio.toFixed(2),
        met: ratio <= LIMIT,
      },
    ],
    notes: [
      ...doubts,
      `${STARTS} pairs of fresh processes, with source maps on as in Lambda; the ratio is the median of the pairs' ratios.`,
      'The first delivery also fetches the secret, which the client alone has no use for.',
      `Bundles in KB, gzipped: ${[...bundles].map(([name, file]) => `${name} ${sizesOf(file).join(', ')}`).join('; ')}.`,
    ],
  };
}

/** Starts both one after the other, again and again, so that whatever else the machine does strikes both alike. */
async function startInTurn(ours: string, alone: string): Promise<[Start, Start][]> {
  const aws = await startAwsStandIn();
  try {
    const pairs: [Start, Start][] = [];
    for (let number = 0; number < STARTS; number += 1) {
      const start = async (file: string) =>
        Start.parse(await measuredProcess('cold-process.ts', [file, String(number)], aws.environment));
      pairs.push([await start(ours), await start(alone)]);
    }
    return pairs;
  } finally {
    await aws.stop();
  }
}

const untilReady = (start: Start) => start.import + start.setUp;

function row(name: string, starts: Start[], file: string): string[] {
  const times = [
    starts.map((start) => start.import),
    starts.map((start) => start.setUp),
    starts.map(untilReady),
    starts.map((start) => start.delivery),
  ];
  return [name, ...times.map((each) => median(each).toFixed(1)), ...sizesOf(file)];
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
