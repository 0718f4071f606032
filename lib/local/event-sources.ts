import * as z from 'zod/mini';
import type { Checkpoints } from './checkpoints.ts';
import { compilePattern, type Matcher } from './event-pattern.ts';
import type { FunctionPool } from './function-pool.ts';
import type { Resolve } from './intrinsics.ts';
import type { Poller } from './poller.ts';
import type { QueueEngine } from './queues.ts';
import { pollQueue } from './sqs-poller.ts';
import { pollStream } from './stream-poller.ts';
import type { Template } from './template.ts';

/** An `AWS::Lambda::EventSourceMapping` of the template. */
export interface EventSourceMapping {
  functionRef: string;
  sourceArn: string;
  batchSize: number | undefined;
  windowMs: number;
  partial: boolean;
  filter: Matcher | undefined;
  maxConcurrency: number | undefined;
  bisect: boolean;
  maxRetries: number;
  maxAgeMs: number;
  onFailureArn: string | undefined;
}

const MappingProperties = z.object({
  FunctionName: z.string(),
  EventSourceArn: z.string(),
  Enabled: z._default(z.boolean(), true),
  BatchSize: z.optional(z.number()),
  MaximumBatchingWindowInSeconds: z._default(z.number(), 0),
  FunctionResponseTypes: z._default(z.array(z.string()), []),
  FilterCriteria: z.optional(z.object({ Filters: z.array(z.object({ Pattern: z.string() })) })),
  ScalingConfig: z.optional(z.object({ MaximumConcurrency: z.optional(z.number()) })),
  BisectBatchOnFunctionError: z._default(z.boolean(), false),
  MaximumRetryAttempts: z._default(z.number(), -1),
  MaximumRecordAgeInSeconds: z._default(z.number(), -1),
  DestinationConfig: z.optional(z.object({ OnFailure: z.optional(z.object({ Destination: z.string() })) })),
});

/** Reads the enabled mappings of the template. */
export function readEventSources(template: Template, resolve: Resolve): EventSourceMapping[] {
  return template.resources
    .filter(({ type }) => type === 'AWS::Lambda::EventSourceMapping')
    .map(({ properties }) => MappingProperties.parse(resolve(properties)))
    .filter((mapping) => mapping.Enabled)
    .map((mapping) => ({
      functionRef: mapping.FunctionName,
      sourceArn: mapping.EventSourceArn,
      batchSize: mapping.BatchSize,
      windowMs: mapping.MaximumBatchingWindowInSeconds * 1000,
      partial: mapping.FunctionResponseTypes.includes('ReportBatchItemFailures'),
      filter: anyOf(mapping.FilterCriteria?.Filters.map(({ Pattern }) => Pattern)),
      maxConcurrency: mapping.ScalingConfig?.MaximumConcurrency,
      bisect: mapping.BisectBatchOnFunctionError,
      maxRetries: unlimited(mapping.MaximumRetryAttempts),
      maxAgeMs: unlimited(mapping.MaximumRecordAgeInSeconds) * 1000,
      onFailureArn: mapping.DestinationConfig?.OnFailure?.Destination,
    }));
}

/** What the pollers work with. */
export interface EventSourceParts {
  pool: FunctionPool;
  queues: QueueEngine;
  dynamodbEndpoint: string;
  checkpoints: Checkpoints;
  /** ARN of the function that a mapping names by name or ARN. */
  functionArn(ref: string): string;
  onTrouble(functionName: string, error: unknown): void;
}

/** Starts a poller for each mapping. */
export function startEventSources(mappings: EventSourceMapping[], parts: EventSourceParts): Poller {
  const pollers = mappings.map((mapping) =>
    mapping.sourceArn.startsWith('arn:aws:sqs:')
      ? startQueueSource(mapping, parts)
      : startStreamSource(mapping, parts),
  );
  return {
    async stop() {
      await Promise.all(pollers.map((poller) => poller.stop()));
    },
  };
}

function startQueueSource(mapping: EventSourceMapping, parts: EventSourceParts): Poller {
  const { name, arn, concurrency } = parts.pool.definition(parts.functionArn(mapping.functionRef));
  return pollQueue({
    endpoint: parts.queues.endpoint,
    queueUrl: parts.queues.url(mapping.sourceArn),
    queueArn: mapping.sourceArn,
    batchSize: mapping.batchSize ?? 10,
    windowMs: mapping.windowMs,
    partial: mapping.partial,
    filter: mapping.filter,
    concurrency: Math.min(mapping.maxConcurrency ?? concurrency, concurrency),
    invoke: (event) => parts.pool.invoke(arn, event),
    onTrouble: (error) => parts.onTrouble(name, error),
  });
}

function startStreamSource(mapping: EventSourceMapping, parts: EventSourceParts): Poller {
  const { name, arn } = parts.pool.definition(parts.functionArn(mapping.functionRef));
  const { onFailureArn } = mapping;
  return pollStream({
    endpoint: parts.dynamodbEndpoint,
    checkpoints: parts.checkpoints,
    functionName: name,
    functionArn: arn,
    streamArn: mapping.sourceArn,
    batchSize: mapping.batchSize ?? 100,
    partial: mapping.partial,
    filter: mapping.filter,
    bisect: mapping.bisect,
    maxRetries: mapping.maxRetries,
    maxAgeMs: mapping.maxAgeMs,
    invoke: (event) => parts.pool.invoke(arn, event),
    giveUp: async (note) => {
      if (onFailureArn !== undefined) await parts.queues.send(onFailureArn, note);
    },
    onTrouble: (error) => parts.onTrouble(name, error),
  });
}

/** Filters of a mapping are alternatives. */
function anyOf(patterns: string[] | undefined): Matcher | undefined {
  if (!patterns || patterns.length === 0) return undefined;
  const matchers = patterns.map((pattern) => compilePattern(JSON.parse(pattern)));
  return (event) => matchers.some((matches) => matches(event));
}

/** AWS writes "for ever" as -1. */
function unlimited(value: number): number {
  return value < 0 ? Number.POSITIVE_INFINITY : value;
}
