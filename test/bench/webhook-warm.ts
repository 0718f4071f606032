import { join } from 'node:path';
import * as z from 'zod/mini';
import { localSecrets } from '../../lib/local/secrets.ts';
import { startAwsStandIn } from './aws-stand-in.ts';
import type { MeasuredChannel } from './deliveries.ts';
import { measuredProcess } from './measured-process.ts';
import { bundle } from './reference-bundle.ts';
import type { Finding, Section } from './section.ts';
import { median, quantile } from './statistics.ts';
import type { Workspace } from './workspace.ts';

const LIMIT = 1.3;
const Times = z.tuple([z.array(z.number()), z.array(z.number())]);

/** How each platform signs, for a handler that knows nothing of platforms. */
const signatures = {
  x: { SIGNATURE_HEADER: 'x-twitter-webhooks-signature', SIGNATURE_ENCODING: 'base64' },
  facebook: { SIGNATURE_HEADER: 'x-hub-signature-256', SIGNATURE_ENCODING: 'hex' },
};

export const webhookWarm: Section = {
  name: 'webhook',
  title: 'A warm webhook function, one event in the body',
  measure,
};

async function measure(workspace: Workspace): Promise<Finding> {
  const ours = (await workspace.bundles()).get('webhook') ?? '';
  const bare = await bundle('test/bench/bare-webhook.ts', join(workspace.folder, 'bare-webhook/index.mjs'));
  const aws = await startAwsStandIn();
  const finding: Finding = {
    columns: ['milliseconds a call', 'p50', 'p95', 'p50 bare', 'p95 bare', 'ratio of p50'],
    rows: [],
    targets: [],
    notes: [
      'Bare: checks the HMAC and sends the body to SQS, no more. Calls alternate in one process, against one SQS engine in another.',
    ],
  };
  try {
    for (const channel of ['facebook', 'x'] satisfies MeasuredChannel[]) {
      const environment = {
        ...aws.environment,
        ...signatures[channel],
        SIGNING_KEY: localSecrets[channel]?.signingKeys[0] ?? '',
        QUEUES: JSON.stringify(aws.queues),
      };
      const printed = await measuredProcess('warm-process.ts', [channel, ours, bare], environment);
      addChannel(finding, channel, Times.parse(printed));
    }
  } finally {
    await aws.stop();
  }
  return finding;
}

function addChannel(finding: Finding, channel: string, [ours, bare]: [number[], number[]]): void {
  const ratio = median(ours) / median(bare);
  const cells = [median(ours), quantile(ours, 0.95), median(bare), quantile(bare, 0.95), ratio];
  finding.rows.push([channel, ...cells.map((value) => value.toFixed(2))]);
  finding.targets.push({
    promise: `${channel}: p50 at most ${LIMIT} × the bare handler's`,
    measured: ratio.toFixed(2),
    met: ratio <= LIMIT,
  });
}
