import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { actionsOf, deskWith, environmentOf, resourcesOf, rightsOf, usualTemplate } from './stack.ts';

const template = usualTemplate();
const rules = resourcesOf(template, 'AWS::Events::Rule').filter(([id]) => id.startsWith('Broadcasts'));
const patterns = rules.map(([, { Properties }]) => Properties.EventPattern);

describe('broadcasts', () => {
  it('hear what became of their personal answers, and of no others', () => {
    expect(patterns).toContainEqual({
      source: ['hark'],
      'detail-type': ['message.sent', 'message.failed', 'message.cancelled'],
      detail: { data: { broadcastId: [{ exists: true }] } },
    });
  });

  it('hear of their mails from the mail service itself', () => {
    expect(patterns).toContainEqual(
      expect.objectContaining({
        source: ['aws.ses'],
        detail: { mail: { tags: expect.objectContaining({ broadcastRecipient: [{ exists: true }] }) } },
      }),
    );
  });

  it('leave most of what the account may run at once to others', () => {
    const mapping = resourcesOf(template, 'AWS::Lambda::EventSourceMapping').find(([id]) =>
      id.startsWith('Broadcasts'),
    );
    expect(mapping?.[1].Properties).toMatchObject({ ScalingConfig: { MaximumConcurrency: 10 } });
  });

  it('keep to what SES takes a second', () => {
    expect(environmentOf(template, 'broadcast').MAIL_RATE).toBe('14');
    const grown = Template.fromStack(deskWith({ mailRate: 200 }));
    expect(environmentOf(grown, 'broadcast').MAIL_RATE).toBe('200');
  });

  it('are looked after when the due worker says so', () => {
    const sends = rightsOf(template, 'due').filter(({ action }) => action === 'sqs:SendMessage');
    expect(JSON.stringify(sends)).toContain('BroadcastsQueue');
  });

  it('may read the table and write it, send mail, and nothing beyond', () => {
    expect(actionsOf(template, 'broadcast', 'ses')).toEqual(['ses:SendEmail', 'ses:SendEmail']);
    expect(actionsOf(template, 'broadcast', 'events')).toEqual([]);
  });
});
