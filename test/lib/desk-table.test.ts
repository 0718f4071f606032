import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { describe, expect, it } from 'vitest';
import { indexes, table as keys } from '../../functions/store/keys.ts';
import { DeskTable } from '../../lib/desk-table.ts';
import { allRights, appWith, onlyResource } from './stack.ts';

const stack = new Stack(appWith(), 'Workbench');
const desk = new DeskTable(stack, 'Desk', { removalPolicy: RemovalPolicy.RETAIN, deletionProtection: true });
const grantee = (name: string) =>
  new Role(stack, name, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
desk.grantDesk(grantee('DeskRole'));
desk.grantInbox(grantee('InboxRole'));
desk.grantSweep(grantee('SweepRole'));
desk.grantFollow(grantee('FollowRole'));
const template = Template.fromStack(stack);
const table = onlyResource(template, 'AWS::DynamoDB::Table');
const [tableId = ''] = Object.keys(template.findResources('AWS::DynamoDB::Table'));

describe('the table', () => {
  it('has the keys that the store writes', () => {
    expect(table.Properties.KeySchema).toEqual([
      { AttributeName: keys.partitionKey, KeyType: 'HASH' },
      { AttributeName: keys.sortKey, KeyType: 'RANGE' },
    ]);
  });

  it.each([
    { index: indexes.inbox, projection: 'ALL' },
    { index: indexes.team, projection: 'ALL' },
    { index: indexes.owner, projection: 'ALL' },
    { index: indexes.due, projection: 'KEYS_ONLY' },
  ])('has the index $index.name of the store, projecting $projection', ({ index, projection }) => {
    expect(table.Properties.GlobalSecondaryIndexes).toContainEqual({
      IndexName: index.name,
      KeySchema: [
        { AttributeName: index.partitionKey, KeyType: 'HASH' },
        { AttributeName: index.sortKey, KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: projection },
    });
  });

  it('has no index that the store does not know', () => {
    expect(table.Properties.GlobalSecondaryIndexes).toHaveLength(Object.keys(indexes).length);
  });

  it('is paid by use, can be restored, forgets by itself and tells its changes', () => {
    expect(table.Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      TimeToLiveSpecification: { AttributeName: keys.timeToLive, Enabled: true },
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    });
  });

  it('outlives its stack and refuses to be deleted', () => {
    expect(table).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    expect(table.Properties.DeletionProtectionEnabled).toBe(true);
  });
});

describe('rights on the table', () => {
  const tableArn = { 'Fn::GetAtt': [tableId, 'Arn'] };
  const indexArn = (name: string) => ({ 'Fn::Join': ['', [tableArn, `/index/${name}`]] });
  const rights = (role: string) => allRights(template).filter((right) => right.role.startsWith(role));
  const resources = (role: string) =>
    [...new Set(rights(role).map(({ resource }) => JSON.stringify(resource)))].map((text) =>
      JSON.parse(text),
    );
  const actions = (role: string) =>
    [...new Set(rights(role).map(({ action }) => action.replace('dynamodb:', '')))].sort();

  it('lets the desk read and write items by key, in transactions too, and never scan', () => {
    expect(resources('DeskRole')).toEqual([tableArn]);
    expect(actions('DeskRole')).toEqual([
      'BatchGetItem',
      'BatchWriteItem',
      'ConditionCheckItem',
      'DeleteItem',
      'GetItem',
      'PutItem',
      'Query',
      'UpdateItem',
    ]);
  });

  it('lets the inbox query its three indexes only', () => {
    expect(actions('InboxRole')).toEqual(['Query']);
    expect(resources('InboxRole')).toEqual([indexArn('inbox'), indexArn('owner'), indexArn('team')]);
  });

  it('lets the sweep query what falls due only', () => {
    expect(actions('SweepRole')).toEqual(['Query']);
    expect(resources('SweepRole')).toEqual([indexArn('due')]);
  });

  it('lets a follower read the stream of this table only', () => {
    expect(actions('FollowRole')).toEqual([
      'DescribeStream',
      'GetRecords',
      'GetShardIterator',
      'ListStreams',
    ]);
    expect(resources('FollowRole')).toEqual([{ 'Fn::GetAtt': [tableId, 'StreamArn'] }]);
  });
});
