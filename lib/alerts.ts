import { Duration, Stack } from 'aws-cdk-lib';
import { ComparisonOperator, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { alertEvents } from '../functions/domain/events.ts';
import type { Alarms } from './alarms.ts';
import { Announcements } from './announcements.ts';
import type { DeskTable } from './desk-table.ts';
import { EventRuleToQueue } from './event-rule-to-queue.ts';
import { HarkFunction } from './hark-function.ts';
import type { Mail } from './mail.ts';
import { QueueWorker } from './queue-worker.ts';
import { WorkQueue } from './work-queue.ts';

export interface AlertsProps {
  readonly table: DeskTable;
  readonly bus: EventBus;
  readonly mail: Mail;
  /** Addresses by role. */
  readonly recipients: { readonly team: string[]; readonly lead: string[]; readonly admin: string[] };
  /** Where links in mails lead, without a slash at the end. */
  readonly consoleUrl: string;
  readonly alarms: Alarms;
  readonly logRetention: RetentionDays;
}

/** Mails about due and overdue answers, and the news of whether each of them left. */
export class Alerts extends Construct {
  constructor(scope: Construct, id: string, props: AlertsProps) {
    super(scope, id);
    this.addNotify(props);
    this.addMailEvents(props);
  }

  private addNotify(props: AlertsProps): void {
    // Longer than SES takes, shorter than a claim lasts: whoever holds an alert that long is dead.
    const workTimeout = Duration.seconds(5);
    const { table, mail, alarms, logRetention } = props;
    const source = new WorkQueue(this, 'NotifyQueue', {
      anchor: 'notify',
      impact: 'the team is not mailed about due and overdue answers.',
      alarms,
      workTimeout,
      // SES asks to be left alone for up to ten minutes when it throttles.
      tries: 25,
    });
    new EventRuleToQueue(this, 'AlertEvents', {
      bus: props.bus,
      pattern: Announcements.pattern(alertEvents),
      target: source,
    });
    const worker = new HarkFunction(this, 'notify', {
      name: 'notify',
      environment: {
        TABLE_NAME: table.table.tableName,
        MAIL_FROM: mail.from,
        MAIL_CONFIGURATION_SET: mail.configurationSet.configurationSetName,
        CONSOLE_URL: props.consoleUrl,
        ALERT_RECIPIENTS: Stack.of(this).toJsonString(props.recipients),
      },
      logRetention,
      timeout: workTimeout,
    });
    table.grantDesk(worker);
    mail.grantSend(worker);
    alarms.raise(this, 'LateAlarm', {
      anchor: 'alerts-late',
      impact: 'Mails about due and overdue answers leave more than two minutes after their instant.',
      metric: new Metric({
        namespace: HarkFunction.metricsNamespace(this),
        metricName: 'AlertLateness',
        dimensionsMap: { service: worker.name },
        statistic: 'p99',
        period: Duration.minutes(5),
      }),
      threshold: Duration.minutes(2).toMilliseconds(),
      comparison: ComparisonOperator.GREATER_THAN_THRESHOLD,
    });
    // SES lets a new account send one mail a second, a grown one some fourteen: more calls at once would only be refused.
    new QueueWorker(this, 'NotifyWorker', { source, worker, maxConcurrency: 2 });
  }

  private addMailEvents({ table, mail, alarms, logRetention }: AlertsProps): void {
    const source = new WorkQueue(this, 'MailEventsQueue', {
      anchor: 'mail-events',
      impact: 'it is not known which alert mails arrived, so one that bounced goes unnoticed.',
      alarms,
      workTimeout: Duration.seconds(10),
      lateAfter: Duration.minutes(30),
    });
    new EventRuleToQueue(this, 'MailTidings', { pattern: mail.tidingsOf('alertId'), target: source });
    // That a mail to one of thousands of subscribers left, or came, is nothing that anybody has to do something about.
    new EventRuleToQueue(this, 'SubscriberTidings', {
      pattern: mail.badTidingsOf('subscriberId'),
      target: source,
    });
    const worker = new HarkFunction(this, 'mail-events', {
      name: 'mail-events',
      environment: { TABLE_NAME: table.table.tableName },
      logRetention,
    });
    table.grantDesk(worker);
    new QueueWorker(this, 'MailEventsWorker', { source, worker });
  }
}
