import { Duration } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { pastAnswerEvents, promiseEvents, tallyEvents } from '../functions/domain/events.ts';
import type { Alarms } from './alarms.ts';
import { Announcements } from './announcements.ts';
import type { DeskTable } from './desk-table.ts';
import { EventRuleToQueue } from './event-rule-to-queue.ts';
import { HarkFunction } from './hark-function.ts';
import { QueueWorker } from './queue-worker.ts';
import { WorkQueue } from './work-queue.ts';

export interface TallyProps {
  readonly table: DeskTable;
  readonly bus: EventBus;
  readonly alarms: Alarms;
  readonly logRetention: RetentionDays;
}

/** Counts how many conversations are open, and how our promises fare, from the announcements instead of by looking through the table. */
export class Tally extends Construct {
  constructor(scope: Construct, id: string, { table, bus, alarms, logRetention }: TallyProps) {
    super(scope, id);
    const source = new WorkQueue(this, 'StatsQueue', {
      anchor: 'stats',
      impact:
        'the number of open conversations and the report of promises are wrong; the inbox itself is not.',
      alarms,
      workTimeout: Duration.seconds(10),
      lateAfter: Duration.minutes(30),
    });
    new EventRuleToQueue(this, 'TallyEvents', {
      bus,
      pattern: Announcements.pattern([...tallyEvents, ...promiseEvents, ...pastAnswerEvents]),
      target: source,
    });
    const worker = new HarkFunction(this, 'stats', {
      name: 'stats',
      environment: { TABLE_NAME: table.table.tableName },
      logRetention,
    });
    table.grantDesk(worker);
    new QueueWorker(this, 'StatsWorker', { source, worker });
  }
}
