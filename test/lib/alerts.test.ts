import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { alertEvents } from '../../functions/domain/events.ts';
import { actionsOf, deskWith, environmentOf, resourcesOf, usualTemplate } from './stack.ts';

const template = Template.fromStack(
  deskWith({
    mailFrom: 'support@example.com',
    alertEmails: {
      team: ['ana@example.com', 'ben@example.com'],
      lead: ['lea@example.com'],
      admin: ['ada@example.com'],
    },
    consoleUrl: 'https://desk.example.com/',
  }),
);
const rule = (prefix: string) =>
  resourcesOf(template, 'AWS::Events::Rule').find(([id]) => id.startsWith(prefix))?.[1].Properties;
const mapping = (prefix: string) =>
  resourcesOf(template, 'AWS::Lambda::EventSourceMapping').find(([id]) => id.startsWith(prefix))?.[1]
    .Properties;

describe('mails about due and overdue answers', () => {
  it('follow from the events that alert, on our own bus', () => {
    const [busId] = Object.keys(template.findResources('AWS::Events::EventBus'));
    expect(rule('AlertsAlertEvents')).toMatchObject({
      EventBusName: { Ref: busId },
      EventPattern: { source: ['hark'], 'detail-type': [...alertEvents] },
    });
  });

  it('come from and go to whom the operator named, and lead to the console', () => {
    const [setId] = Object.keys(template.findResources('AWS::SES::ConfigurationSet'));
    expect(environmentOf(template, 'notify')).toMatchObject({
      MAIL_FROM: 'support@example.com',
      MAIL_CONFIGURATION_SET: { Ref: setId },
      CONSOLE_URL: 'https://desk.example.com',
      ALERT_RECIPIENTS:
        '{"team":["ana@example.com","ben@example.com"],"lead":["lea@example.com"],"admin":["ada@example.com"]}',
    });
  });

  it('are sent by at most two calls at once, because SES counts by the second', () => {
    expect(mapping('AlertsNotifyWorker')).toMatchObject({ ScalingConfig: { MaximumConcurrency: 2 } });
  });

  it('may be sent and noted, and nothing else', () => {
    expect(new Set(actionsOf(template, 'notify', 'ses'))).toEqual(new Set(['ses:SendEmail']));
    expect(actionsOf(template, 'notify', 'dynamodb')).toContain('dynamodb:PutItem');
    expect(actionsOf(template, 'notify', 'sqs')).not.toContain('sqs:SendMessage');
  });
});

it('tells the operator when alerts leave more than two minutes late', () => {
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    AlarmDescription: Match.stringLikeRegexp('RUNBOOK.md#alerts-late$'),
    Namespace: 'Hark',
    MetricName: 'AlertLateness',
    Dimensions: [{ Name: 'service', Value: 'notify' }],
    ExtendedStatistic: 'p99',
    Threshold: 120_000,
  });
});

describe('what became of each mail', () => {
  it("comes from AWS's own bus", () => {
    expect(rule('AlertsMailTidings')).toMatchObject({ EventPattern: { source: ['aws.ses'] } });
    expect(rule('AlertsMailTidings')?.EventBusName).toBeUndefined();
  });

  it('is heard of each alert, and of subscribers only where it is bad', () => {
    expect(rule('AlertsMailTidings')).toMatchObject({
      EventPattern: { detail: { mail: { tags: { alertId: [{ exists: true }] } } } },
    });
    expect(rule('AlertsSubscriberTidings')).toMatchObject({
      EventPattern: {
        'detail-type': ['Email Rejected', 'Email Bounced', 'Email Complaint Received'],
        detail: { mail: { tags: { subscriberId: [{ exists: true }] } } },
      },
    });
  });

  it('is noted by a function that cannot send mail itself', () => {
    expect(mapping('AlertsMailEventsWorker')).toMatchObject({ BatchSize: 10 });
    expect(actionsOf(template, 'mail-events', 'ses')).toEqual([]);
    expect(actionsOf(template, 'mail-events', 'dynamodb')).toContain('dynamodb:UpdateItem');
  });
});

it('leads to the edge where the operator names no other address', () => {
  const plain = usualTemplate();
  const [edgeId] = Object.keys(plain.findResources('AWS::CloudFront::Distribution'));
  expect(environmentOf(plain, 'notify').CONSOLE_URL).toEqual({
    'Fn::Join': ['', ['https://', { 'Fn::GetAtt': [edgeId, 'DomainName'] }]],
  });
});
