import { Duration } from 'aws-cdk-lib';
import { EventBus, type EventPattern } from 'aws-cdk-lib/aws-events';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type EventName, eventSource } from '../functions/domain/events.ts';
import { table as keys, outboxPrefix } from '../functions/store/keys.ts';
import type { Alarms } from './alarms.ts';
import type { DeskTable } from './desk-table.ts';
import { HarkFunction } from './hark-function.ts';
import { StreamWorker } from './stream-worker.ts';
import type { WorkQueue } from './work-queue.ts';

export interface AnnouncementsProps {
  readonly table: DeskTable;
  /** Takes a notice of every change, for the pages that are open. */
  readonly notices: WorkQueue;
  readonly alarms: Alarms;
  readonly logRetention: RetentionDays;
}

/** The bus, and the only road to it: what a transaction wrote into the outbox comes out of the table's stream. */
export class Announcements extends Construct {
  readonly bus: EventBus;

  constructor(scope: Construct, id: string, { table, notices, alarms, logRetention }: AnnouncementsProps) {
    super(scope, id);
    this.bus = new EventBus(this, 'Bus', { description: 'What happened at the desk' });
    const publish = new HarkFunction(this, 'publish', {
      name: 'publish',
      environment: { BUS_NAME: this.bus.eventBusName, PUSH_QUEUE_URL: notices.queue.queueUrl },
      logRetention,
      timeout: Duration.seconds(30),
    });
    this.bus.grantPutEventsTo(publish);
    notices.queue.grantSendMessages(publish);
    new StreamWorker(this, 'PublishWorker', {
      table,
      worker: publish,
      filter: {
        eventName: ['INSERT'],
        dynamodb: { Keys: { [keys.sortKey]: { S: [{ prefix: outboxPrefix }] } } },
      },
      // An alert given up is an alert lost, so half a day of outage is waited out; the stream keeps records for a whole one.
      giveUpAfter: Duration.hours(12),
      anchor: 'publish',
      impact:
        'nobody is mailed about due and overdue answers, and the numbers of open conversations stand still.',
      alarms,
    });
  }

  /** Matches these events of Hark on the bus. */
  static pattern(names: readonly EventName[]): EventPattern {
    return { source: [eventSource], detailType: [...names] };
  }
}
