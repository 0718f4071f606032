import { Annotations, type Stack } from 'aws-cdk-lib';

/** What whoever deploys without a sender is told. */
export const senderMissing =
  'Hark will mail nothing yet: it does not know the address that its mails come from. Conversations and their clocks work; ' +
  'warnings, alerts and alarms reach nobody. ' +
  'Set "mailFrom" under "context" in cdk.json, or deploy with --context mailFrom=support@your-company.example.';

/** Says at every synthesis and deployment that alerts will reach nobody, so that a first try can do without a sender, but nobody forgets it. */
export function warnOfMissingSender(stack: Stack): void {
  Annotations.of(stack).addWarningV2('hark:mailFrom', senderMissing);
}
