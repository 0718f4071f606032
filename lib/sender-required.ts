import { Annotations, CfnParameter, CfnRule, Fn, type Stack } from 'aws-cdk-lib';
import { placeholderSender } from './parameters.ts';

const sentence =
  'Hark cannot be deployed yet: it does not know the address that its mails come from. ' +
  'Set "mailFrom" under "context" in cdk.json, or deploy with --context mailFrom=support@your-company.example.';

/**
 * Lets a stack without a sender be synthesized but not deployed: the CLI says why, then stops at a parameter that has no
 * value; CloudFormation itself refuses a template that reaches it by another way.
 */
export function requireSender(stack: Stack): void {
  Annotations.of(stack).addWarningV2('hark:mailFrom', sentence);
  const parameter = new CfnParameter(stack, 'MailFrom', { type: 'String', description: sentence });
  new CfnRule(stack, 'MailFromIsSet', {
    assertions: [
      { assert: Fn.conditionEquals(parameter.valueAsString, placeholderSender), assertDescription: sentence },
    ],
  });
}
