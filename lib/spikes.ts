import { Duration } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { spikeEvents } from '../functions/domain/events.ts';
import type { Alarms } from './alarms.ts';
import { Announcements } from './announcements.ts';
import type { DeskTable } from './desk-table.ts';
import { EventRuleToQueue } from './event-rule-to-queue.ts';
import { HarkFunction } from './hark-function.ts';
import { QueueWorker } from './queue-worker.ts';
import { WorkQueue } from './work-queue.ts';

export interface SpikesProps {
  readonly table: DeskTable;
  readonly bus: EventBus;
  readonly alarms: Alarms;
  readonly logRetention: RetentionDays;
}

/** Listens to what customers write about, and notices when many speak of the same. */
export class Spikes extends Construct {
  constructor(scope: Construct, id: string, { table, bus, alarms, logRetention }: SpikesProps) {
    super(scope, id);
    const source = new WorkQueue(this, 'Queue', {
      anchor: 'spikes',
      impact: 'nobody is told when many customers report the same problem at once.',
      alarms,
      workTimeout: Duration.seconds(15),
      lateAfter: Duration.minutes(10),
    });
    new EventRuleToQueue(this, 'Heard', { bus, pattern: Announcements.pattern(spikeEvents), target: source });
    const worker = new HarkFunction(this, 'spikes', {
      name: 'spikes',
      environment: { TABLE_NAME: table.table.tableName },
      logRetention,
      timeout: Duration.seconds(15),
    });
    table.grantDesk(worker);
    // A crowd is counted while it comes in, but it must not take the processors of those who take it in.
    new QueueWorker(this, 'Worker', { source, worker, maxConcurrency: 5 });
  }
}
