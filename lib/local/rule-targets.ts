import * as z from 'zod/mini';
import type { Deliver, Rule, RuleTarget } from './event-bus.ts';
import type { FunctionPool } from './function-pool.ts';
import { accountId, region } from './intrinsics.ts';
import type { Poller } from './poller.ts';
import type { QueueEngine } from './queues.ts';
import { pollQueue } from './sqs-poller.ts';

/** Delivers events to the targets of rules. */
export interface RuleTargets {
  deliver: Deliver;
  /** Starts what works through the events that wait for functions. */
  start(): Poller;
}

const FUNCTION = 'arn:aws:lambda:';
const QUEUE = 'arn:aws:sqs:';
/** Lambda tries an asynchronous invocation three times, a minute and more apart. */
const TRIES = 3;
const PAUSE_SECONDS = 60;

const AsyncBatch = z.object({ Records: z.array(z.object({ body: z.string() })) });

/**
 * Queues take events as they are. A function is an asynchronous invocation: Lambda keeps those in a queue of its own, and so
 * does this, because an event that was accepted must survive a killed runner.
 * @throws Error for a target that is neither a queue nor a function
 */
export async function createRuleTargets(
  rules: Rule[],
  queues: QueueEngine,
  pool: FunctionPool,
  onTrouble: (functionName: string, error: unknown) => void,
): Promise<RuleTargets> {
  const targets = rules.filter(({ matches }) => matches).flatMap((rule) => rule.targets);
  const functions = [...new Set(targets.map(({ arn }) => arn).filter((arn) => arn.startsWith(FUNCTION)))];
  const waiting = new Map<string, string>();
  for (const arn of functions) {
    const queue = `async-${pool.definition(arn).logicalId}`.slice(0, 80);
    const discarded = 'async-discarded';
    await queues.ensure(discarded, {});
    await queues.ensure(queue, {
      VisibilityTimeout: String(pool.definition(arn).timeoutSeconds + PAUSE_SECONDS),
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: queueArn(discarded), maxReceiveCount: TRIES }),
    });
    waiting.set(arn, queueArn(queue));
  }

  return {
    async deliver(target, message, eventId) {
      const queue = isQueue(target) ? target.arn : waiting.get(target.arn);
      if (queue === undefined) throw new Error(`The local runner cannot send events to ${target.arn}.`);
      await queues.send(queue, message, fifo(target, eventId));
    },
    start() {
      const pollers = [...waiting].map(([arn, queue]) =>
        pollQueue({
          endpoint: queues.endpoint,
          queueUrl: queues.url(queue),
          queueArn: queue,
          batchSize: 1,
          windowMs: 0,
          partial: false,
          filter: undefined,
          concurrency: 1,
          invoke: async (batch) => {
            for (const { body } of AsyncBatch.parse(batch).Records) await pool.invoke(arn, JSON.parse(body));
          },
          onTrouble: (error) => onTrouble(pool.definition(arn).name, error),
        }),
      );
      return {
        async stop() {
          await Promise.all(pollers.map((poller) => poller.stop()));
        },
      };
    },
  };
}

/** Whether a target takes events as they are. */
export function isQueue({ arn }: Pick<RuleTarget, 'arn'>): boolean {
  return arn.startsWith(QUEUE);
}

function fifo({ messageGroup }: RuleTarget, eventId: string) {
  return messageGroup === undefined ? undefined : { group: messageGroup, deduplicationId: eventId };
}

function queueArn(name: string): string {
  return `${QUEUE}${region}:${accountId}:${name}`;
}
