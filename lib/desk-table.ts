import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { indexes, table as keys } from '../functions/store/keys.ts';

export interface DeskTableProps {
  readonly removalPolicy: RemovalPolicy;
  readonly deletionProtection: boolean;
}

/** What a transaction may consist of; TransactWriteItems itself is no right of its own. */
const readAndWrite = [
  'dynamodb:GetItem',
  'dynamodb:BatchGetItem',
  'dynamodb:Query',
  'dynamodb:BatchWriteItem',
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:ConditionCheckItem',
];
const followStream = [
  'dynamodb:DescribeStream',
  'dynamodb:GetRecords',
  'dynamodb:GetShardIterator',
  'dynamodb:ListStreams',
];

type Index = (typeof indexes)[keyof typeof indexes];
const text = (name: string) => ({ name, type: AttributeType.STRING });

/** The one table of the desk: its keys and indexes come from the store, its rights are named after what somebody wants. */
export class DeskTable extends Construct {
  readonly table: Table;
  /** ARN of the stream of all changes. */
  readonly streamArn: string;

  constructor(scope: Construct, id: string, props: DeskTableProps) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      partitionKey: text(keys.partitionKey),
      sortKey: text(keys.sortKey),
      timeToLiveAttribute: keys.timeToLive,
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      removalPolicy: props.removalPolicy,
      deletionProtection: props.deletionProtection,
    });
    this.addIndex(indexes.inbox, ProjectionType.ALL);
    this.addIndex(indexes.team, ProjectionType.ALL);
    this.addIndex(indexes.owner, ProjectionType.ALL);
    // Who fires an item reads it again anyway, so the index needs no more than the keys.
    this.addIndex(indexes.due, ProjectionType.KEYS_ONLY);
    const { tableStreamArn } = this.table;
    if (tableStreamArn === undefined)
      throw new Error('The table has no stream, so nothing could be announced.');
    this.streamArn = tableStreamArn;
  }

  private addIndex(index: Index, projectionType: ProjectionType): void {
    this.table.addGlobalSecondaryIndex({
      indexName: index.name,
      partitionKey: text(index.partitionKey),
      sortKey: text(index.sortKey),
      projectionType,
    });
  }

  private grant(grantee: IGrantable, actions: string[], resourceArns: string[]): Grant {
    return Grant.addToPrincipal({ grantee, actions, resourceArns });
  }

  private indexArn(index: Index): string {
    return `${this.table.tableArn}/index/${index.name}`;
  }

  /** May read and change conversations and all that belongs to them. */
  grantDesk(grantee: IGrantable): Grant {
    return this.grant(grantee, readAndWrite, [this.table.tableArn]);
  }

  /** May list conversations by urgency. */
  grantInbox(grantee: IGrantable): Grant {
    return this.grant(
      grantee,
      ['dynamodb:Query'],
      [indexes.inbox, indexes.team, indexes.owner].map((index) => this.indexArn(index)),
    );
  }

  /** May ask what falls due, and nothing else. */
  grantSweep(grantee: IGrantable): Grant {
    return this.grant(grantee, ['dynamodb:Query'], [this.indexArn(indexes.due)]);
  }

  /** May follow the stream. Named for the stream itself: CDK's own grant asks for the streams of the whole account. */
  grantFollow(grantee: IGrantable): Grant {
    return this.grant(grantee, followStream, [this.streamArn]);
  }
}

/** CDK's name for what the parameter says. */
export const removalPolicies = { retain: RemovalPolicy.RETAIN, destroy: RemovalPolicy.DESTROY } as const;
