import { describe, expect, test } from 'vitest';
import { createResolver } from '../../../lib/local/intrinsics.ts';
import { parseTemplate } from '../../../lib/local/template.ts';

const template = parseTemplate({
  Resources: {},
  Parameters: { Version: { Default: '21' } },
  Conditions: {
    Here: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] },
    There: { 'Fn::Not': [{ Condition: 'Here' }] },
    Either: { 'Fn::Or': [{ Condition: 'Here' }, { Condition: 'There' }] },
    Both: { 'Fn::And': [{ Condition: 'Here' }, { Condition: 'There' }] },
  },
});
const resolve = createResolver(
  template,
  'Desk',
  new Map([['Queue', { ref: 'http://queue', attributes: { Arn: 'arn:queue' } }]]),
);

describe('resolving a template', () => {
  const rows: [string, unknown, unknown][] = [
    ['a plain value stays', { a: [1, true, null] }, { a: [1, true, null] }],
    ['a reference to a resource', { Ref: 'Queue' }, 'http://queue'],
    ['a reference to a parameter gives its default', { Ref: 'Version' }, '21'],
    ['a reference to the stack name', { Ref: 'AWS::StackName' }, 'Desk'],
    ['an attribute', { 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:queue'],
    ['an attribute written with a dot', { 'Fn::GetAtt': 'Queue.Arn' }, 'arn:queue'],
    ['joined text', { 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }]] }, 'a-us-east-1'],
    ['a selected part', { 'Fn::Select': [1, { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
    ['an index given as text', { 'Fn::Select': ['2', ['a', 'b', 'c']] }, 'c'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation writes substitutions so
    ['substituted text', { 'Fn::Sub': '${Queue}/${Queue.Arn}/${!Kept}' }, 'http://queue/arn:queue/${Kept}'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation writes substitutions so
    ['substituted text with its own names', { 'Fn::Sub': ['${A}', { A: { Ref: 'Version' } }] }, '21'],
    ['the first branch of a true condition', { 'Fn::If': ['Here', 'yes', 'no'] }, 'yes'],
    ['the second branch of a false condition', { 'Fn::If': ['There', 'yes', 'no'] }, 'no'],
    ['a condition with or', { 'Fn::If': ['Either', 'yes', 'no'] }, 'yes'],
    ['a condition with and', { 'Fn::If': ['Both', 'yes', 'no'] }, 'no'],
    ['no value removes the property', { a: 1, b: { Ref: 'AWS::NoValue' } }, { a: 1 }],
    ['no value removes the list item', [1, { Ref: 'AWS::NoValue' }], [1]],
  ];
  test.each(rows)('%s', (_name, value, expected) => {
    expect(resolve(value)).toEqual(expected);
  });
});

describe('what has no local meaning is refused by name', () => {
  const rows: [string, unknown, RegExp][] = [
    ['an unknown resource', { Ref: 'Nobody' }, /Nobody/],
    ['an unknown attribute', { 'Fn::GetAtt': ['Queue', 'Colour'] }, /Queue\.Colour/],
    ['an unknown function', { 'Fn::ImportValue': 'x' }, /Fn::ImportValue/],
    ['an unknown condition', { 'Fn::If': ['Sometimes', 1, 2] }, /Sometimes/],
  ];
  test.each(rows)('%s', (_name, value, expected) => {
    expect(() => resolve(value)).toThrow(expected);
  });
});
