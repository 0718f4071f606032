import { App } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import cdkJson from '../../cdk.json' with { type: 'json' };
import { placeholderSender, readParameters } from '../../lib/parameters.ts';

const read = (context: Record<string, unknown>) => readParameters(new App({ context }).node);

const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/0f3c2a7e-1111-4222-8333-944445555666';

describe('what cdk.json says out of the box', () => {
  it('means the same as saying nothing', () => {
    expect(read(cdkJson.context)).toEqual(read({}));
  });
});

describe('defaults that follow from other settings', () => {
  it('mails the sender itself as long as nobody else is named', () => {
    const { alertEmails, alarmEmail } = read({ mailFrom: 'cafe@example.com' });
    expect(alertEmails).toEqual({
      team: ['cafe@example.com'],
      lead: ['cafe@example.com'],
      admin: ['cafe@example.com'],
    });
    expect(alarmEmail).toBe('cafe@example.com');
  });

  it('escalates to the role before when a role has nobody of its own', () => {
    const team = ['ana@example.com', 'ben@example.com'];
    expect(read({ alertEmails: { team, lead: ['lea@example.com'] } }).alertEmails).toEqual({
      team,
      lead: ['lea@example.com'],
      admin: ['lea@example.com'],
    });
  });

  it('raises alarms with the first admin', () => {
    expect(read({ alertEmails: { team: ['ana@example.com'], admin: ['ada@example.com'] } }).alarmEmail).toBe(
      'ada@example.com',
    );
  });

  it('protects from deletion exactly when data is to be retained', () => {
    expect(read({}).deletionProtection).toBe(true);
    expect(read({ removalPolicy: 'destroy' }).deletionProtection).toBe(false);
  });

  it('puts a placeholder for the sender that can never receive mail', () => {
    expect(read({}).mailFrom).toBe(placeholderSender);
    expect(placeholderSender).toMatch(/\.invalid$/);
  });
});

describe('values from the command line, which are all text', () => {
  it.each([
    { name: 'a number', context: { throttleRate: '50' }, expected: { throttleRate: 50 } },
    { name: 'a yes', context: { deletionProtection: 'true' }, expected: { deletionProtection: true } },
    { name: 'a no', context: { deletionProtection: 'false' }, expected: { deletionProtection: false } },
    {
      name: 'lists of addresses',
      context: { alertEmails: '{"team":["ana@example.com"]}' },
      expected: {
        alertEmails: { team: ['ana@example.com'], lead: ['ana@example.com'], admin: ['ana@example.com'] },
      },
    },
    {
      name: 'an address with a slash at its end',
      context: { consoleUrl: 'https://desk.example.com/' },
      expected: { consoleUrl: 'https://desk.example.com' },
    },
    {
      name: 'a certificate for an address of one’s own',
      context: { consoleUrl: 'https://desk.example.com', certificateArn: certificate },
      expected: { certificateArn: certificate },
    },
  ])('reads $name', ({ context, expected }) => {
    expect(read(context)).toMatchObject(expected);
  });
});

describe('values that make no sense', () => {
  it.each([
    {
      context: {
        consoleUrl: 'https://desk.example.com',
        certificateArn: certificate.replace('us-east-1', 'eu-west-1'),
      },
      says: 'not the ARN of a certificate in us-east-1',
    },
    { context: { certificateArn: certificate }, says: 'certificateArn is set but consoleUrl is not' },
    { context: { mailFrom: 'support' }, says: 'mailFrom is "support": not an e-mail address' },
    { context: { alarmEmail: 'me@' }, says: 'alarmEmail is "me@": not an e-mail address' },
    {
      context: { alertEmails: { team: ['ana'] } },
      says: 'alertEmails is {"team":["ana"]}: not an e-mail address (at team.0)',
    },
    { context: { alertEmails: { team: [] } }, says: 'an empty list (at team)' },
    {
      context: { alertEmails: { teams: ['a@b.co'] } },
      says: 'alertEmails is {"teams":["a@b.co"]}: not of the form { "team"',
    },
    { context: { alertEmails: '{"team"' }, says: 'not of the form { "team"' },
    {
      context: { mailIdentity: 'verify' },
      says: 'mailIdentity is "verify": neither "create" nor "existing"',
    },
    {
      context: { consoleUrl: 'http://desk.example.com' },
      says: 'consoleUrl is "http://desk.example.com": not an https:// address',
    },
    {
      context: { signInDomain: 'my-aws-desk' },
      says: 'signInDomain is "my-aws-desk": not allowed as a Cognito domain prefix',
    },
    {
      context: { signInDomain: 'Desk' },
      says: 'signInDomain is "Desk": not allowed as a Cognito domain prefix',
    },
    { context: { signInMfa: 'sms' }, says: 'signInMfa is "sms": neither "required" nor "optional"' },
    {
      context: { removalPolicy: 'snapshot' },
      says: 'removalPolicy is "snapshot": neither "retain" nor "destroy"',
    },
    {
      context: { deletionProtection: 'perhaps' },
      says: 'deletionProtection is "perhaps": neither true nor false',
    },
    {
      context: { logRetentionDays: 8 },
      says: 'logRetentionDays is 8: not one of the periods that CloudWatch Logs offers',
    },
    { context: { throttleRate: 'many' }, says: 'throttleRate is "many": not a number' },
    { context: { throttleBurst: 0 }, says: 'throttleBurst is 0: less than 1' },
    { context: { stackName: '1st' }, says: 'stackName is "1st": not a stack name' },
  ])('refuses $context and says why', ({ context, says }) => {
    expect(() => read(context)).toThrow(says);
  });

  it('names all of them at once, and where to change them', () => {
    const wrong = () => read({ mailFrom: 'support', throttleRate: 'many' });
    expect(wrong).toThrow(
      /mailFrom is "support".*\n.*throttleRate is "many".*\n.*cdk\.json or with --context/,
    );
  });

  it('refuses to protect what is to be destroyed', () => {
    expect(() => read({ removalPolicy: 'destroy', deletionProtection: true })).toThrow(
      'deleting the stack would fail half-way',
    );
  });
});
