import { Duration } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { assignmentEvents } from '../functions/domain/events.ts';
import type { Alarms } from './alarms.ts';
import { Announcements } from './announcements.ts';
import type { DeskTable } from './desk-table.ts';
import { EventRuleToQueue } from './event-rule-to-queue.ts';
import { HarkFunction } from './hark-function.ts';
import { QueueWorker } from './queue-worker.ts';
import { WorkQueue } from './work-queue.ts';

export interface AssignmentProps {
  readonly table: DeskTable;
  readonly bus: EventBus;
  readonly alarms: Alarms;
  readonly logRetention: RetentionDays;
}

/** Finds an agent for what is nobody's, in teams that want that. */
export class Assignment extends Construct {
  constructor(scope: Construct, id: string, { table, bus, alarms, logRetention }: AssignmentProps) {
    super(scope, id);
    const workTimeout = Duration.seconds(30);
    const source = new WorkQueue(this, 'Queue', {
      anchor: 'assign',
      impact:
        'new conversations of teams that assign work stay without an owner; the inbox still shows them.',
      alarms,
      workTimeout,
    });
    new EventRuleToQueue(this, 'Events', {
      bus,
      pattern: Announcements.pattern(assignmentEvents),
      target: source,
    });
    const worker = new HarkFunction(this, 'assign', {
      name: 'assign',
      environment: { TABLE_NAME: table.table.tableName },
      logRetention,
      timeout: workTimeout,
    });
    table.grantDesk(worker);
    // Those who give work of one team at once get in each other's way, and each has to look anew.
    new QueueWorker(this, 'Worker', { source, worker, maxConcurrency: 2 });
  }
}
