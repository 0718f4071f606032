import { Annotations, CfnParameter, CfnRule, Fn, type Stack } from 'aws-cdk-lib';
import { placeholderSender } from './parameters.ts';

/** What whoever deploys without a sender is told. */
export const senderMissing =
  'Hark cannot be deployed yet: it does not know the address that its mails come from. ' +
  'Set "mailFrom" under "context" in cdk.json, or deploy with --context mailFrom=support@your-company.example.';

/**
 * Lets a stack without a sender be synthesized but not deployed: the CLI says why, then stops at a parameter that has no
 * value; CloudFormation itself refuses a template that reaches it by another way.
 */
export function requireSender(stack: Stack): void {
  Annotations.of(stack).addWarningV2('hark:mailFrom', senderMissing);
  const parameter = new CfnParameter(stack, 'MailFrom', { type: 'String', description: senderMissing });
  new CfnRule(stack, 'MailFromIsSet', {
    assertions: [
      {
        assert: Fn.conditionEquals(parameter.valueAsString, placeholderSender),
        assertDescription: senderMissing,
      },
    ],
  });
}
