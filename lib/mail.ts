import { ArnFormat, Stack, Validations } from 'aws-cdk-lib';
import { EventBus, type EventPattern } from 'aws-cdk-lib/aws-events';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from 'aws-cdk-lib/aws-ses';
import { Construct, type IConstruct } from 'constructs';

export interface MailProps {
  /** Address that all mails come from. */
  readonly from: string;
  /** `create` makes SES ask the address for its consent; `existing` when it or its domain is verified already. */
  readonly identity: 'create' | 'existing';
}

/** What SES is to tell about a mail, each with the name that the bus has for it. */
const tidings = [
  { event: EmailSendingEvent.SEND, detailType: 'Email Sent', isBad: false },
  { event: EmailSendingEvent.REJECT, detailType: 'Email Rejected', isBad: true },
  { event: EmailSendingEvent.DELIVERY, detailType: 'Email Delivered', isBad: false },
  { event: EmailSendingEvent.BOUNCE, detailType: 'Email Bounced', isBad: true },
  { event: EmailSendingEvent.COMPLAINT, detailType: 'Email Complaint Received', isBad: true },
];

/** Mail through SES: a sender, and a configuration set that tells on the default bus what became of each mail. */
export class Mail extends Construct {
  readonly from: string;
  readonly configurationSet: ConfigurationSet;

  constructor(scope: Construct, id: string, props: MailProps) {
    super(scope, id);
    this.from = props.from;
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      // Hark keeps its own list of subscribers that are not mailed, which people can see, and end. That of the account would swallow
      // their way back, and alerts to somebody whose mailbox was once out of order, and nobody would know.
      disableSuppressionList: true,
    });
    this.configurationSet.addEventDestination('Tidings', {
      // SES knows no other bus than the default one.
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'DefaultBus', 'default')),
      events: tidings.map(({ event }) => event),
    });
    if (props.identity === 'create')
      new EmailIdentity(this, 'Sender', { identity: Identity.email(props.from) });
  }

  /** Matches, on the default bus, what became of mails with this tag that were sent with this configuration set. */
  tidingsOf(tag: string): EventPattern {
    return this.pattern(
      tag,
      tidings.map(({ detailType }) => detailType),
    );
  }

  /** Of these, only what tells that a mail did not arrive, or was not welcome. */
  badTidingsOf(tag: string): EventPattern {
    return this.pattern(
      tag,
      tidings.filter(({ isBad }) => isBad).map(({ detailType }) => detailType),
    );
  }

  private pattern(tag: string, detailType: string[]): EventPattern {
    const set = [this.configurationSet.configurationSetName];
    const tags = { 'ses:configuration-set': set, [tag]: [{ exists: true }] };
    return { source: ['aws.ses'], detailType, detail: { mail: { tags } } };
  }

  /**
   * May send mail from the sender's address and no other. The resource covers every identity because SES checks also the
   * recipient's when that is one of the account, as it always is in the SES sandbox; the condition is what narrows it.
   */
  grantSend(grantee: IGrantable & IConstruct): void {
    const stack = Stack.of(this);
    const arn = (resource: string, resourceName: string) =>
      stack.formatArn({ service: 'ses', resource, resourceName, arnFormat: ArnFormat.SLASH_RESOURCE_NAME });
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['ses:SendEmail'],
        resources: [
          arn('identity', '*'),
          arn('configuration-set', this.configurationSet.configurationSetName),
        ],
        conditions: { StringEqualsIgnoreCase: { 'ses:FromAddress': this.from } },
      }),
    );
    Validations.of(grantee).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/*]',
      reason:
        "SES checks the recipient's identity too; the condition on ses:FromAddress lets out mails of one sender only.",
    });
  }
}
