import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { SignIn, type SignInProps } from '../../lib/sign-in.ts';
import { appWith, onlyResource, resourcesOf } from './stack.ts';

function signIn(changes: Partial<SignInProps> = {}) {
  const stack = new Stack(appWith(), 'Workbench');
  const props: SignInProps = {
    consoleUrl: 'https://desk.example.com',
    mfa: 'required',
    removalPolicy: RemovalPolicy.RETAIN,
    deletionProtection: true,
    ...changes,
  };
  return { stack, construct: new SignIn(stack, 'SignIn', props), template: () => Template.fromStack(stack) };
}

const template = signIn().template();
const pool = onlyResource(template, 'AWS::Cognito::UserPool');
const client = onlyResource(template, 'AWS::Cognito::UserPoolClient').Properties;

describe('the user pool', () => {
  it('takes in only whom an admin invites', () => {
    expect(pool.Properties.AdminCreateUserConfig).toEqual({ AllowAdminCreateUserOnly: true });
  });

  it('wants an authenticator app and never a text message', () => {
    expect(pool.Properties).toMatchObject({ MfaConfiguration: 'ON', EnabledMfas: ['SOFTWARE_TOKEN_MFA'] });
  });

  it('leaves the second factor to the agents when the operator says so', () => {
    expect(
      onlyResource(signIn({ mfa: 'optional' }).template(), 'AWS::Cognito::UserPool').Properties,
    ).toMatchObject({
      MfaConfiguration: 'OPTIONAL',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
    });
  });

  it('outlives its stack and refuses to be deleted', () => {
    expect(pool).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    expect(pool.Properties.DeletionProtection).toBe('ACTIVE');
  });

  it('has one group a role, the mightiest first', () => {
    const groups = resourcesOf(template, 'AWS::Cognito::UserPoolGroup').map(
      ([, { Properties }]) => Properties,
    );
    expect(groups.map(({ GroupName, Precedence }) => ({ GroupName, Precedence }))).toEqual([
      { GroupName: 'admin', Precedence: 1 },
      { GroupName: 'lead', Precedence: 2 },
      { GroupName: 'agent', Precedence: 3 },
    ]);
  });
});

describe("the console's client", () => {
  it('signs in by the code flow, without a secret', () => {
    expect(client).toMatchObject({
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email', 'profile'],
      GenerateSecret: false,
      PreventUserExistenceErrors: 'ENABLED',
    });
  });

  it('comes back to the console and nowhere else', () => {
    expect(client).toMatchObject({
      CallbackURLs: ['https://desk.example.com/'],
      LogoutURLs: ['https://desk.example.com/'],
    });
  });
});

describe("the sign-in page's address", () => {
  const domainOf = (of: Template) => onlyResource(of, 'AWS::Cognito::UserPoolDomain').Properties.Domain;

  it('is what the operator chose', () => {
    expect(domainOf(signIn({ domainPrefix: 'larkspur-desk' }).template())).toBe('larkspur-desk');
  });

  it('is made from the id of the stack otherwise, which no other stack has', () => {
    const uuid = { 'Fn::Select': [2, { 'Fn::Split': ['/', { Ref: 'AWS::StackId' }] }] };
    expect(domainOf(template)).toEqual({
      'Fn::Join': ['-', ['hark', { 'Fn::Select': [4, { 'Fn::Split': ['-', uuid] }] }]],
    });
  });
});
