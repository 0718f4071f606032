import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { describe, expect, it } from 'vitest';
import { Mail } from '../../lib/mail.ts';
import { allRights, appWith, onlyResource, resourcesOf, textsIn } from './stack.ts';

function mailWith(identity: 'create' | 'existing') {
  const stack = new Stack(appWith(), 'Workbench');
  const mail = new Mail(stack, 'Mail', { from: 'support@example.com', identity });
  mail.grantSend(new Role(stack, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }));
  return { stack, mail, template: Template.fromStack(stack) };
}

const { stack, mail, template } = mailWith('create');
const [setId = ''] = Object.keys(template.findResources('AWS::SES::ConfigurationSet'));

describe('the sender', () => {
  it('is verified by the stack', () => {
    expect(onlyResource(template, 'AWS::SES::EmailIdentity').Properties).toMatchObject({
      EmailIdentity: 'support@example.com',
    });
  });

  it('is left alone when it is verified already', () => {
    expect(resourcesOf(mailWith('existing').template, 'AWS::SES::EmailIdentity')).toEqual([]);
  });
});

it('goes to everybody whom Hark itself mails, whatever the account once noted about them', () => {
  expect(onlyResource(template, 'AWS::SES::ConfigurationSet').Properties).toMatchObject({
    SuppressionOptions: { SuppressedReasons: [] },
  });
});

describe('what became of a mail', () => {
  it('is told on the default bus, which is the only one that SES knows', () => {
    const { EventDestination } = onlyResource(
      template,
      'AWS::SES::ConfigurationSetEventDestination',
    ).Properties;
    expect(EventDestination).toMatchObject({
      Enabled: true,
      MatchingEventTypes: ['send', 'reject', 'delivery', 'bounce', 'complaint'],
    });
    expect(textsIn(EventDestination)).toContain(':event-bus/default');
  });

  it('is matched by the name that the bus has for each of these, for our configuration set only', () => {
    expect(stack.resolve(mail.tidingsOf('alertId'))).toEqual({
      source: ['aws.ses'],
      detailType: [
        'Email Sent',
        'Email Rejected',
        'Email Delivered',
        'Email Bounced',
        'Email Complaint Received',
      ],
      detail: {
        mail: { tags: { 'ses:configuration-set': [{ Ref: setId }], alertId: [{ exists: true }] } },
      },
    });
  });

  it('is matched only where it is bad news, for those who need no other', () => {
    expect(mail.badTidingsOf('subscriberId')).toMatchObject({
      detailType: ['Email Rejected', 'Email Bounced', 'Email Complaint Received'],
    });
  });
});

it('lets mail go out from the one address, with our configuration set', () => {
  const rights = allRights(template);
  expect(new Set(rights.map(({ action }) => action))).toEqual(new Set(['ses:SendEmail']));
  for (const { condition } of rights) {
    expect(condition).toEqual({ StringEqualsIgnoreCase: { 'ses:FromAddress': 'support@example.com' } });
  }
  const resources = rights.map(({ resource }) => textsIn(resource).slice(-2).join(''));
  expect(resources).toEqual([`:configuration-set/${setId}`, 'AWS::AccountId:identity/*']);
});

it('insists on encrypted delivery', () => {
  expect(onlyResource(template, 'AWS::SES::ConfigurationSet').Properties).toMatchObject({
    DeliveryOptions: { TlsPolicy: 'REQUIRE' },
  });
});
