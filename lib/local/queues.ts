import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { existsSync, mkdirSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CreateQueueCommand, SetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { startFauxqs } from 'fauxqs';
import * as z from 'zod/mini';
import type { Resolve } from './intrinsics.ts';
import { region } from './intrinsics.ts';
import { clientSettings } from './local-credentials.ts';
import { queueName, queueUrl } from './physical-names.ts';
import type { Template } from './template.ts';

/** The SQS (and S3) engine of the data folder. */
export interface QueueEngine {
  /** Address, without a trailing slash. */
  endpoint: string;
  client: SQSClient;
  /** URL of the queue of that name or ARN. */
  url(nameOrArn: string): string;
  /** Makes the queue, or brings its attributes up to date. */
  ensure(name: string, attributes: Record<string, string>): Promise<void>;
  /** Resolves when the message is on disk. `group` is needed by FIFO queues, whose deduplication here is by the id of the event. */
  send(queueArn: string, body: string, fifo?: { group: string; deduplicationId: string }): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the engine with what the folder holds from the last time. */
export async function startQueues(folder: string): Promise<QueueEngine> {
  mkdirSync(folder, { recursive: true });
  freeMessagesInFlight(join(folder, 'fauxqs.db'));
  // The engine listens on all interfaces and has no setting for it.
  subscribe('net.server.socket', refuseRemote);
  const engine = await withoutSync(() =>
    startFauxqs({ port: 0, logger: false, dataDir: folder, defaultRegion: region }),
  );
  const endpoint = `http://127.0.0.1:${engine.port}`;
  const client = new SQSClient(clientSettings(endpoint));
  const url = (nameOrArn: string) => queueUrl(endpoint, nameOf(nameOrArn));
  return {
    endpoint,
    client,
    url,
    async ensure(name, attributes) {
      try {
        await client.send(new CreateQueueCommand({ QueueName: name, Attributes: attributes }));
      } catch (error) {
        if (!(error instanceof Error && error.name.endsWith('QueueNameExists'))) throw error;
        await client.send(new SetQueueAttributesCommand({ QueueUrl: url(name), Attributes: attributes }));
      }
    },
    async send(queueArn, body, fifo) {
      engine.sendMessage(nameOf(queueArn), body, {
        messageGroupId: fifo?.group,
        messageDeduplicationId: fifo?.deduplicationId,
      });
    },
    async stop() {
      client.destroy();
      await engine.stop();
      unsubscribe('net.server.socket', refuseRemote);
    },
  };
}

function nameOf(nameOrArn: string): string {
  return nameOrArn.slice(nameOrArn.lastIndexOf(':') + 1);
}

/**
 * The engine writes each step of each message in a transaction of its own, and lets the disk confirm every one: half of all
 * the time that a message takes. What is written outlives a killed process without that; it has no setting for it, so its
 * connection is told as it opens.
 */
async function withoutSync<T>(open: () => Promise<T>): Promise<T> {
  const { exec } = DatabaseSync.prototype;
  DatabaseSync.prototype.exec = function execWithoutSync(sql) {
    exec.call(this, sql);
    if (sql.includes('journal_mode')) exec.call(this, 'PRAGMA synchronous = NORMAL');
  };
  try {
    return await open();
  } finally {
    DatabaseSync.prototype.exec = exec;
  }
}

/**
 * Messages that were in flight when the runner was killed would stay invisible for the rest of their visibility timeout,
 * minutes, although nobody holds them any more. That receive does not count either: it was the runner that failed, and whoever
 * kills it often enough would else send good messages to the dead letters.
 */
function freeMessagesInFlight(file: string): void {
  if (!existsSync(file)) return;
  const database = new DatabaseSync(file);
  database.exec(`
    UPDATE sqs_messages
    SET visibility_deadline = NULL, receipt_handle = NULL, approximate_receive_count = MAX(approximate_receive_count - 1, 0)
    WHERE visibility_deadline IS NOT NULL`);
  database.close();
}

const SocketMessage = z.object({ socket: z.instanceof(Socket) });
const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

function refuseRemote(message: unknown): void {
  const { socket } = SocketMessage.parse(message);
  if (socket.remoteAddress !== undefined && !loopback.has(socket.remoteAddress)) socket.destroy();
}

const QueueProperties = z.object({
  VisibilityTimeout: z.optional(z.number()),
  DelaySeconds: z.optional(z.number()),
  MessageRetentionPeriod: z.optional(z.number()),
  MaximumMessageSize: z.optional(z.number()),
  ReceiveMessageWaitTimeSeconds: z.optional(z.number()),
  FifoQueue: z.optional(z.boolean()),
  ContentBasedDeduplication: z.optional(z.boolean()),
  DeduplicationScope: z.optional(z.string()),
  FifoThroughputLimit: z.optional(z.string()),
  RedrivePolicy: z.optional(z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.number() })),
});

/** Makes the queues of the template. */
export async function createQueues(template: Template, resolve: Resolve, engine: QueueEngine): Promise<void> {
  for (const resource of template.resources.filter(({ type }) => type === 'AWS::SQS::Queue')) {
    const { QueueName: _name, Tags: _tags, ...rest } = resource.properties;
    const properties = Object.entries(QueueProperties.parse(resolve(rest)));
    const attributes = properties.map(([key, value]) => [
      key,
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]);
    await engine.ensure(queueName(resource), Object.fromEntries(attributes));
  }
}
