import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { placeholderSender } from '../../lib/parameters.ts';
import { senderMissing } from '../../lib/sender-missing.ts';
import { deskWith } from './stack.ts';

describe('a desk without a sender', () => {
  // As annotations of the stack instead of lines on the terminal.
  const stack = deskWith({ mailFrom: '', '@aws-cdk/core:annotationsInValidationReport': false });
  const template = Template.fromStack(stack);

  it('says so when it is synthesized', () => {
    const warnings = Annotations.fromStack(stack).findWarning('*', Match.anyValue());
    expect(warnings.map(({ entry }) => String(entry.data))).toEqual([expect.stringContaining(senderMissing)]);
  });

  it('can be deployed for a first try: it asks for no value, and nobody to consent to mails', () => {
    expect(template.findParameters('MailFrom')).toEqual({});
    template.resourceCountIs('AWS::SES::EmailIdentity', 0);
    template.resourceCountIs('AWS::SNS::Subscription', 0);
  });
});

describe('a desk with a sender', () => {
  const stack = deskWith({
    mailFrom: 'support@example.com',
    '@aws-cdk/core:annotationsInValidationReport': false,
  });
  const template = Template.fromStack(stack);

  it('asks the sender and the recipient of alarms for their consent, and warns no more', () => {
    expect(Annotations.fromStack(stack).findWarning('*', Match.anyValue())).toEqual([]);
    template.resourceCountIs('AWS::SES::EmailIdentity', 1);
    template.resourceCountIs('AWS::SNS::Subscription', 1);
    expect(JSON.stringify(template.toJSON())).not.toContain(placeholderSender);
  });
});

describe('the app that the CLI runs', () => {
  const run = (context: Record<string, unknown>, script: string) =>
    spawnSync(process.execPath, [join(import.meta.dirname, '../../bin/hark.ts')], {
      encoding: 'utf8',
      env: { CDK_CONTEXT_JSON: JSON.stringify(context), npm_lifecycle_event: script },
    });

  it('ends with the complaint about a setting alone', () => {
    const { status, stderr } = run({ throttleRate: 'many' }, 'synth');
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^Hark's settings cannot be used:\n {2}throttleRate is "many": not a number\n.*--context name=value\.\n$/,
    );
  });
});
