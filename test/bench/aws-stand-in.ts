import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as z from 'zod/mini';
import { localSecrets } from '../../lib/local/secrets.ts';

/** SQS and Secrets Manager in another process. */
export interface AwsStandIn {
  /** What a webhook function needs in its environment to use them. */
  environment: Record<string, string>;
  /** A queue for each of two bundles, so that neither meets what the other sent. */
  queues: [string, string];
  stop(): Promise<void>;
}

const Ready = z.object({ sqs: z.string(), secrets: z.string(), queues: z.tuple([z.string(), z.string()]) });

export const secretArn = (channel: string) =>
  `arn:aws:secretsmanager:us-east-1:000000000000:secret:${channel}-AbCdEf`;

export async function startAwsStandIn(): Promise<AwsStandIn> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'aws-process.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const { sqs, secrets, queues } = Ready.parse(JSON.parse(await firstLine(child)));
  const arns = Object.keys(localSecrets).map((channel) => [channel, secretArn(channel)]);
  return {
    queues,
    environment: {
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_ENDPOINT_URL_SQS: sqs,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets,
      INBOUND_QUEUE_URL: queues[0],
      CHANNEL_SECRETS: JSON.stringify(Object.fromEntries(arns)),
      POWERTOOLS_METRICS_NAMESPACE: 'Hark',
      NODE_OPTIONS: '--enable-source-maps',
    },
    async stop() {
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
    },
  };
}

/** The first line that a process prints. @throws Error when it ends before */
export async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The output of the process is not read.');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('The process ended without a word.');
}
