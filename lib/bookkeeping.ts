import { Duration } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { bookkeepingEvents } from '../functions/domain/events.ts';
import type { Alarms } from './alarms.ts';
import { Announcements } from './announcements.ts';
import type { DeskTable } from './desk-table.ts';
import { EventRuleToQueue } from './event-rule-to-queue.ts';
import { HarkFunction } from './hark-function.ts';
import { QueueWorker } from './queue-worker.ts';
import { WorkQueue } from './work-queue.ts';

export interface BookkeepingProps {
  readonly table: DeskTable;
  readonly bus: EventBus;
  readonly alarms: Alarms;
  readonly logRetention: RetentionDays;
}

/**
 * Everything that is derived from what happened and may come a second late: counts, search, spikes, incidents, who works on what.
 * One queue for all of it, because each queue costs its pollers and its alarms also in a month in which nobody writes.
 */
export class Bookkeeping extends Construct {
  constructor(scope: Construct, id: string, { table, bus, alarms, logRetention }: BookkeepingProps) {
    super(scope, id);
    // Time enough to let go the conversations of a big incident; what fails comes again after six times as long.
    const workTimeout = Duration.seconds(30);
    const source = new WorkQueue(this, 'Queue', {
      anchor: 'bookkeeping',
      impact:
        'numbers beside the views, search, spikes, proposals for incidents and the assignment of work are not up to date.',
      alarms,
      workTimeout,
    });
    new EventRuleToQueue(this, 'Events', {
      bus,
      pattern: Announcements.pattern(bookkeepingEvents),
      target: source,
    });
    const worker = new HarkFunction(this, 'bookkeeping', {
      name: 'bookkeeping',
      environment: { TABLE_NAME: table.table.tableName },
      logRetention,
      timeout: workTimeout,
    });
    table.grantDesk(worker);
    // The incidents that are open stand in an index.
    table.grantInbox(worker);
    // The books may come a moment late; taking in what customers write may not, and shares the account's processors.
    new QueueWorker(this, 'Worker', { source, worker, maxConcurrency: 2 });
  }
}
