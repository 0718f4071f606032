import { Duration } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { incidentEvents } from '../functions/domain/events.ts';
import type { Alarms } from './alarms.ts';
import { Announcements } from './announcements.ts';
import type { DeskTable } from './desk-table.ts';
import { EventRuleToQueue } from './event-rule-to-queue.ts';
import { HarkFunction } from './hark-function.ts';
import { QueueWorker } from './queue-worker.ts';
import { WorkQueue } from './work-queue.ts';

export interface IncidentsProps {
  readonly table: DeskTable;
  readonly bus: EventBus;
  readonly alarms: Alarms;
  readonly logRetention: RetentionDays;
}

/** Finds the conversations that belong to what is broken, as either of them comes. */
export class Incidents extends Construct {
  constructor(scope: Construct, id: string, { table, bus, alarms, logRetention }: IncidentsProps) {
    super(scope, id);
    const workTimeout = Duration.seconds(60);
    const source = new WorkQueue(this, 'Queue', {
      anchor: 'incidents',
      impact: 'conversations that belong to an incident are not proposed for it.',
      alarms,
      workTimeout,
      lateAfter: Duration.minutes(30),
    });
    new EventRuleToQueue(this, 'Events', {
      bus,
      pattern: Announcements.pattern(incidentEvents),
      target: source,
    });
    const worker = new HarkFunction(this, 'incidents', {
      name: 'incidents',
      environment: { TABLE_NAME: table.table.tableName },
      logRetention,
      timeout: workTimeout,
    });
    table.grantDesk(worker);
    table.grantInbox(worker);
    new QueueWorker(this, 'Worker', { source, worker, maxConcurrency: 5 });
  }
}
