import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { placeholderSender } from '../../lib/parameters.ts';
import { deskWith } from './stack.ts';

const sentence =
  /Hark cannot be deployed yet: it does not know the address that its mails come from\. Set "mailFrom"/;

describe('a desk without a sender', () => {
  // As annotations of the stack instead of lines on the terminal.
  const stack = deskWith({ mailFrom: '', '@aws-cdk/core:annotationsInValidationReport': false });
  const template = Template.fromStack(stack);

  it('says so when it is synthesized', () => {
    const warnings = Annotations.fromStack(stack).findWarning('*', Match.anyValue());
    expect(warnings.map(({ entry }) => String(entry.data))).toEqual([expect.stringMatching(sentence)]);
  });

  it('has a parameter without a value, which stops the CLI', () => {
    const { MailFrom } = template.findParameters('MailFrom');
    expect(MailFrom).toEqual({ Type: 'String', Description: expect.stringMatching(sentence) });
  });

  it('has a rule that stops CloudFormation, with the same sentence', () => {
    expect(template.toJSON().Rules.MailFromIsSet.Assertions).toEqual([
      {
        Assert: { 'Fn::Equals': [{ Ref: 'MailFrom' }, placeholderSender] },
        AssertDescription: expect.stringMatching(sentence),
      },
    ]);
  });
});

describe('a desk with a sender', () => {
  const stack = deskWith({
    mailFrom: 'support@example.com',
    '@aws-cdk/core:annotationsInValidationReport': false,
  });
  const template = Template.fromStack(stack);

  it('can be deployed: nothing asks for it any more', () => {
    expect(Annotations.fromStack(stack).findWarning('*', Match.anyValue())).toEqual([]);
    expect(template.findParameters('MailFrom')).toEqual({});
    expect(JSON.stringify(template.toJSON())).not.toContain(placeholderSender);
  });
});
