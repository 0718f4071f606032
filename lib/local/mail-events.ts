import * as z from 'zod/mini';
import type { EventBus } from './event-bus.ts';
import { accountId, type Resolve, region } from './intrinsics.ts';
import type { SentMail } from './mail.ts';
import type { Template } from './template.ts';

const DestinationProperties = z.object({
  ConfigurationSetName: z.string(),
  EventDestination: z.object({
    Enabled: z._default(z.boolean(), false),
    MatchingEventTypes: z.array(z.string()),
    EventBridgeDestination: z.optional(z.unknown()),
  }),
});

/** The configuration sets whose sending is announced on the default bus. */
export function announcedConfigurationSets(template: Template, resolve: Resolve): Set<string> {
  const announced = template.resources
    .filter(({ type }) => type === 'AWS::SES::ConfigurationSetEventDestination')
    .map(({ properties }) => DestinationProperties.parse(resolve(properties)))
    .filter(
      ({ EventDestination: { Enabled, EventBridgeDestination, MatchingEventTypes } }) =>
        Enabled &&
        EventBridgeDestination !== undefined &&
        MatchingEventTypes.some((type) => type.toUpperCase() === 'SEND'),
    );
  return new Set(announced.map(({ ConfigurationSetName }) => ConfigurationSetName));
}

/** What becomes of mail to these mailboxes of any domain, as with SES's own mailbox simulator; all others take theirs. */
const fates: Record<string, { detailType: string; told: Record<string, unknown> }> = {
  bounce: {
    detailType: 'Email Bounced',
    told: { eventType: 'Bounce', bounce: { bounceType: 'Permanent', bounceSubType: 'General' } },
  },
  complaint: { detailType: 'Email Complaint Received', told: { eventType: 'Complaint', complaint: {} } },
};

/**
 * Tells the default bus that a mail left, and that it came back where it does, if its configuration set says so.
 * @see https://docs.aws.amazon.com/ses/latest/dg/monitoring-eventbridge.html
 */
export async function announceMail(
  bus: EventBus,
  announced: ReadonlySet<string>,
  mail: SentMail,
): Promise<void> {
  if (mail.configurationSet === undefined || !announced.has(mail.configurationSet)) return;
  const set = `arn:aws:ses:${region}:${accountId}:configuration-set/${mail.configurationSet}`;
  const told = { mail: mailOf(mail) };
  await bus.announce('aws.ses', 'Email Sent', [set], { eventType: 'Send', ...told, send: {} });
  for (const recipient of mail.recipients) {
    const fate = fates[recipient.split('@')[0] ?? ''];
    if (fate) await bus.announce('aws.ses', fate.detailType, [set], { ...fate.told, ...told });
  }
}

function mailOf(mail: SentMail) {
  return {
    timestamp: mail.sentAt,
    source: mail.from,
    sendingAccountId: accountId,
    messageId: mail.messageId,
    destination: mail.recipients,
    headersTruncated: false,
    headers: [],
    commonHeaders: {
      from: [mail.from],
      to: mail.recipients,
      messageId: mail.messageId,
      subject: mail.subject,
    },
    tags: mail.tags,
  };
}
