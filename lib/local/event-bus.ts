import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { compilePattern, type Matcher } from './event-pattern.ts';
import { accountId, type Resolve, region } from './intrinsics.ts';
import type { Template } from './template.ts';

/** An event as its consumers see it. */
export interface BusEvent {
  version: '0';
  id: string;
  'detail-type': string;
  source: string;
  account: string;
  time: string;
  region: string;
  resources: string[];
  detail: unknown;
}

/** Where a rule sends to. */
export interface RuleTarget {
  arn: string;
  /** FIFO queues only. */
  messageGroup: string | undefined;
  /** Sent in place of the event. */
  input: string | undefined;
}

/** An `AWS::Events::Rule` of the template. */
export interface Rule {
  name: string;
  bus: string;
  matches: Matcher | undefined;
  /** `rate(…)` or `cron(…)`. */
  schedule: string | undefined;
  targets: RuleTarget[];
}

export const defaultBus = 'default';

const RuleProperties = z.object({
  EventBusName: z._default(z.string(), defaultBus),
  EventPattern: z.optional(z.unknown()),
  ScheduleExpression: z.optional(z.string()),
  State: z._default(z.string(), 'ENABLED'),
  Targets: z._default(
    z.array(
      z.looseObject({
        Arn: z.string(),
        Input: z.optional(z.string()),
        SqsParameters: z.optional(z.object({ MessageGroupId: z.string() })),
      }),
    ),
    [],
  ),
});

/**
 * Reads the enabled rules of the template.
 * @throws Error for a target setting that would be lost here.
 */
export function readRules(template: Template, resolve: Resolve): Rule[] {
  const rules = template.resources.filter(({ type }) => type === 'AWS::Events::Rule');
  return rules.flatMap(({ logicalId, properties }) => {
    const rule = RuleProperties.parse(resolve(properties));
    if (rule.State !== 'ENABLED') return [];
    return {
      name: logicalId,
      bus: busName(rule.EventBusName),
      matches: rule.EventPattern === undefined ? undefined : compilePattern(rule.EventPattern),
      schedule: rule.ScheduleExpression,
      targets: rule.Targets.map((target) => {
        if (target.InputPath || target.InputTransformer) {
          throw new Error(
            `The rule ${logicalId} transforms its input, which the local runner does not know.`,
          );
        }
        return { arn: target.Arn, input: target.Input, messageGroup: target.SqsParameters?.MessageGroupId };
      }),
    };
  });
}

/** An entry of PutEvents. */
const Entry = z.object({
  Source: z.string().check(z.minLength(1)),
  DetailType: z.string().check(z.minLength(1)),
  Detail: z.string(),
  EventBusName: z.optional(z.string()),
  Time: z.optional(z.number()),
  Resources: z.optional(z.array(z.string())),
});
const PutEventsRequest = z.object({ Entries: z.array(z.unknown()).check(z.minLength(1), z.maxLength(10)) });

/** The buses of the account. */
export interface EventBus {
  /** Answers PutEvents: resolves only after every target has the event on disk. @throws ZodError for a malformed request */
  putEvents(request: unknown): Promise<PutEventsAnswer>;
  /** Puts an event of an AWS service on the default bus. */
  announce(source: string, detailType: string, resources: string[], detail: unknown): Promise<void>;
}

export interface PutEventsAnswer {
  FailedEntryCount: number;
  Entries: ({ EventId: string } | { ErrorCode: string; ErrorMessage: string })[];
}

/** Hands `message` to a target and resolves when it cannot be lost any more. */
export type Deliver = (target: RuleTarget, message: string, eventId: string) => Promise<void>;

/** `watch` sees every event that was accepted, after its targets have it. */
export function createEventBus(
  rules: Rule[],
  buses: ReadonlySet<string>,
  deliver: Deliver,
  watch: (bus: string, event: BusEvent) => void,
): EventBus {
  async function publish(bus: string, event: BusEvent): Promise<void> {
    const message = JSON.stringify(event);
    for (const rule of rules) {
      if (rule.bus !== bus || !rule.matches?.(event)) continue;
      for (const target of rule.targets) await deliver(target, target.input ?? message, event.id);
    }
    watch(bus, event);
  }

  async function put(value: unknown): Promise<PutEventsAnswer['Entries'][number]> {
    const entry = Entry.safeParse(value);
    if (!entry.success) return failure('InvalidArgument', z.prettifyError(entry.error));
    const { EventBusName = defaultBus, Time, Source, DetailType, Detail, Resources = [] } = entry.data;
    const bus = busName(EventBusName);
    if (!buses.has(bus)) return failure('ResourceNotFound', `There is no event bus ${EventBusName}.`);
    const detail = parseObject(Detail);
    if (!detail) return failure('MalformedDetail', 'Detail is malformed.');
    const time = Time === undefined ? new Date() : new Date(Time * 1000);
    const event = createEvent(Source, DetailType, Resources, detail, time);
    await publish(bus, event);
    return { EventId: event.id };
  }

  return {
    async putEvents(request) {
      const entries: PutEventsAnswer['Entries'] = [];
      for (const value of PutEventsRequest.parse(request).Entries) entries.push(await put(value));
      return { FailedEntryCount: entries.filter((entry) => 'ErrorCode' in entry).length, Entries: entries };
    },
    announce: (source, detailType, resources, detail) =>
      publish(defaultBus, createEvent(source, detailType, resources, detail, new Date())),
  };
}

/** The event as EventBridge sends it. */
export function createEvent(
  source: string,
  detailType: string,
  resources: string[],
  detail: unknown,
  time: Date,
): BusEvent {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': detailType,
    source,
    account: accountId,
    time: `${time.toISOString().slice(0, 19)}Z`,
    region,
    resources,
    detail,
  };
}

const Detail = z.record(z.string(), z.unknown());

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    return Detail.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function failure(ErrorCode: string, ErrorMessage: string) {
  return { ErrorCode, ErrorMessage };
}

/** A bus may be given by its name or its ARN. */
function busName(nameOrArn: string): string {
  return nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);
}
