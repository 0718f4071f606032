import { Duration } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { searchEvents } from '../functions/domain/events.ts';
import type { Alarms } from './alarms.ts';
import { Announcements } from './announcements.ts';
import type { DeskTable } from './desk-table.ts';
import { EventRuleToQueue } from './event-rule-to-queue.ts';
import { HarkFunction } from './hark-function.ts';
import { QueueWorker } from './queue-worker.ts';
import { WorkQueue } from './work-queue.ts';

export interface SearchProps {
  readonly table: DeskTable;
  readonly bus: EventBus;
  readonly alarms: Alarms;
  readonly logRetention: RetentionDays;
}

/** Lets conversations be found by names and words, and proposes who may be one person. */
export class Search extends Construct {
  constructor(scope: Construct, id: string, { table, bus, alarms, logRetention }: SearchProps) {
    super(scope, id);
    const source = new WorkQueue(this, 'Queue', {
      anchor: 'search',
      impact: 'new conversations are not found by names and words; the inbox shows them all the same.',
      alarms,
      workTimeout: Duration.seconds(10),
      lateAfter: Duration.minutes(30),
    });
    new EventRuleToQueue(this, 'Heard', {
      bus,
      pattern: Announcements.pattern(searchEvents),
      target: source,
    });
    const worker = new HarkFunction(this, 'searchable', {
      name: 'searchable',
      environment: { TABLE_NAME: table.table.tableName },
      logRetention,
    });
    table.grantDesk(worker);
    // Finding may come a moment late; taking in what customers write may not.
    new QueueWorker(this, 'Worker', { source, worker, maxConcurrency: 5 });
  }
}
