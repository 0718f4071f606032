import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { HarkStack } from '../../lib/hark-stack.ts';
import { readParameters } from '../../lib/parameters.ts';
import { allResources, allRights, appWith, deskWith, resourcesOf, textsIn, usualTemplate } from './stack.ts';

const root = join(import.meta.dirname, '../..');
const template = usualTemplate();

describe('the functions', () => {
  it('are the files of functions/handlers, no more and no fewer', () => {
    const files = readdirSync(join(root, 'functions/handlers')).map((file) => `functions/handlers/${file}`);
    // CDK brings one of its own, which copies the console's files while it deploys.
    const described = resourcesOf(template, 'AWS::Lambda::Function')
      .filter(([id]) => !id.startsWith('CustomCDKBucketDeployment'))
      .map(([, { Properties }]) => Properties.Description);
    expect(described.sort()).toEqual(files.sort());
  });

  it('have each a log that does not stay for ever', () => {
    const logs = resourcesOf(template, 'AWS::Logs::LogGroup');
    expect(logs).toHaveLength(resourcesOf(template, 'AWS::Lambda::Function').length + 1);
    for (const [, { Properties }] of logs) expect(Properties.RetentionInDays).toBe(90);
  });
});

describe('the queues', () => {
  const queues = resourcesOf(template, 'AWS::SQS::Queue');
  const dead = new Set(
    allResources(template).flatMap(([, { Properties }]) => [
      ...textsIn(Properties.RedrivePolicy),
      ...textsIn(Properties.DestinationConfig),
    ]),
  );

  it('have each their dead letters, unless they are dead letters', () => {
    expect(
      queues.filter(([id, { Properties }]) => !Properties.RedrivePolicy && !dead.has(id)).map(([id]) => id),
    ).toEqual([]);
  });

  it('have each an alarm on their dead letters', () => {
    const watched = resourcesOf(template, 'AWS::CloudWatch::Alarm')
      .filter(([, { Properties }]) => Properties.MetricName === 'ApproximateNumberOfMessagesVisible')
      .flatMap(([, { Properties }]) => textsIn(Properties.Dimensions));
    for (const [id] of queues.filter(([id]) => dead.has(id))) expect(watched).toContain(id);
  });

  it('hear about each failed message of a batch, as the streams do', () => {
    const mappings = resourcesOf(template, 'AWS::Lambda::EventSourceMapping');
    expect(mappings.length).toBeGreaterThan(8);
    for (const [, { Properties }] of mappings)
      expect(Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
  });

  it('hide a message six times as long as its function may take', () => {
    const timeouts = new Map(
      resourcesOf(template, 'AWS::Lambda::Function').map(([id, { Properties }]) => [
        id,
        Number(Properties.Timeout),
      ]),
    );
    const visibilities = new Map(queues.map(([id, { Properties }]) => [id, Properties.VisibilityTimeout]));
    const mappings = resourcesOf(template, 'AWS::Lambda::EventSourceMapping').map(([, { Properties }]) => ({
      queue: textsIn(Properties.EventSourceArn)[0] ?? '',
      worker: textsIn(Properties.FunctionName)[0] ?? '',
    }));
    const compared = mappings.filter(({ queue }) => visibilities.has(queue));
    expect(compared).toHaveLength(queues.filter(([, { Properties }]) => Properties.RedrivePolicy).length);
    for (const { queue, worker } of compared)
      expect(visibilities.get(queue)).toBe(6 * (timeouts.get(worker) ?? 0));
  });
});

describe('rights', () => {
  /** Actions and resources that may be wider than one thing, each with its reason. */
  const allowed = new Map([
    ['ses:SendEmail', "SES checks the recipient's identity too; ses:FromAddress narrows it to one sender"],
  ]);

  it('are never for everything', () => {
    expect(allRights(template).filter(({ resource }) => resource === '*')).toEqual([]);
  });

  it('are never for every action of a service', () => {
    expect(allRights(template).filter(({ action }) => action.includes('*'))).toEqual([]);
  });

  /** Files are named by the folder of the bucket that they lie in, connections of pages by their API. */
  const isFolder = (text: string) => /^\/([a-z]+\/)*\*$|^\/live\/POST\/@connections\/\*$/.test(text);

  it('are for one thing by its name, with the exceptions that are listed', () => {
    const wide = allRights(template).filter(({ resource }) =>
      textsIn(resource).some((text) => text.includes('*') && !isFolder(text)),
    );
    expect([...new Set(wide.map(({ action }) => action))]).toEqual([...allowed.keys()]);
    for (const { condition } of wide) expect(condition).toBeDefined();
  });

  it('come from no managed policy', () => {
    for (const [, { Properties }] of resourcesOf(template, 'AWS::IAM::Role'))
      expect(Properties.ManagedPolicyArns).toBeUndefined();
  });
});

describe('what deleting the stack leaves behind', () => {
  const stateful = [
    'AWS::DynamoDB::Table',
    'AWS::SecretsManager::Secret',
    'AWS::Cognito::UserPool',
    'AWS::S3::Bucket',
  ];
  const policies = (of: Template) =>
    stateful.flatMap((type) =>
      resourcesOf(of, type).map(([, { DeletionPolicy }]) => ({ type, DeletionPolicy })),
    );

  it('is the table, the secrets, the users and the files, by default', () => {
    expect(policies(template).length).toBeGreaterThan(4);
    for (const { DeletionPolicy } of policies(template)) expect(DeletionPolicy).toBe('Retain');
  });

  it('is nothing when the operator says so', () => {
    const passing = Template.fromStack(deskWith({ removalPolicy: 'destroy' }));
    for (const { DeletionPolicy } of policies(passing)) expect(DeletionPolicy).toBe('Delete');
    passing.hasResourceProperties('AWS::DynamoDB::Table', { DeletionProtectionEnabled: false });
    passing.hasResourceProperties('AWS::Cognito::UserPool', { DeletionProtection: 'INACTIVE' });
  });
});

describe('two copies in one account', () => {
  const first = Template.fromStack(deskWith({ stackName: 'Hark', mailIdentity: 'existing' }));
  const second = Template.fromStack(deskWith({ stackName: 'Practice', mailIdentity: 'existing' }));
  /** Properties by which CloudFormation lets a template fix a name that is unique in an account or a region. */
  const naming = /^(Name|[A-Za-z]*Name|Domain|EmailIdentity)$/;
  /** Types whose names need to be unique only within another resource of the same stack. */
  const inside = new Set([
    'AWS::ApiGatewayV2::Authorizer',
    'AWS::ApiGatewayV2::Stage',
    'AWS::Cognito::UserPoolGroup',
    'AWS::ApiGatewayV2::Api',
    'AWS::IAM::Policy',
  ]);

  const names = (of: Template) =>
    allResources(of)
      .filter(([, { Type }]) => !inside.has(Type))
      .flatMap(([, { Type, Properties }]) =>
        Object.entries(Properties)
          .filter(
            ([name, value]) =>
              naming.test(name) &&
              name !== 'DisplayName' &&
              name !== 'MetricName' &&
              typeof value === 'string',
          )
          .map(([name, value]) => `${Type} ${name} ${value}`),
      );

  it('have no name in common', () => {
    expect(names(second).filter((name) => names(first).includes(name))).toEqual([]);
    expect(names(first)).not.toEqual([]);
  });

  it('can be made by one app', () => {
    const app = appWith({ mailFrom: 'support@example.com' });
    const parameters = readParameters(app.node);
    for (const stackName of ['Hark', 'Practice']) new HarkStack(app, { ...parameters, stackName });
    expect(app.synth().stacks.map(({ stackName }) => stackName)).toEqual(['Hark', 'Practice']);
  });
});

describe('the source of the stack', () => {
  const files = readdirSync(join(root, 'lib')).filter((file) => file.endsWith('.ts'));

  it.each(files)('has a %s of at most 150 lines', (file) => {
    expect(readFileSync(join(root, 'lib', file), 'utf8').split('\n').length).toBeLessThanOrEqual(151);
  });

  it('tests every one of its files', () => {
    const tests = readdirSync(join(root, 'test/lib'));
    expect(files.filter((file) => !tests.includes(file.replace('.ts', '.test.ts')))).toEqual([]);
  });
});
