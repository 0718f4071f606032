import { ArnFormat, Duration, Fn, Stack, Validations } from 'aws-cdk-lib';
import { WebSocketApi, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct, type IConstruct } from 'constructs';
import type { Alarms } from './alarms.ts';
import type { DeskTable } from './desk-table.ts';
import { HarkFunction } from './hark-function.ts';
import { QueueWorker } from './queue-worker.ts';
import { WorkQueue } from './work-queue.ts';

export interface LiveProps {
  readonly table: DeskTable;
  readonly alarms: Alarms;
  readonly logRetention: RetentionDays;
}

/** Name of the stage, which is the path that pages connect to. */
export const livePath = 'live';

/** What agents' pages learn while they are open: changes of conversations, and who else looks at one. */
export class Live extends Construct {
  /** Takes a notice of every change; whoever puts one in needs the right to. */
  readonly notices: WorkQueue;
  readonly api: WebSocketApi;
  private readonly stage: WebSocketStage;

  constructor(scope: Construct, id: string, props: LiveProps) {
    super(scope, id);
    this.api = new WebSocketApi(this, 'Pages');
    this.stage = new WebSocketStage(this, 'Stage', {
      webSocketApi: this.api,
      stageName: livePath,
      autoDeploy: true,
      throttle: { rateLimit: 200, burstLimit: 400 },
    });
    Validations.of(this.stage).acknowledge({
      id: 'AwsSolutions-APIG1',
      reason:
        'Access logs of a WebSocket API need a role that all APIs of the account share; the function logs whom it lets in.',
    });
    this.notices = new WorkQueue(this, 'PushQueue', {
      anchor: 'push',
      impact: 'agents see what customers and colleagues write only when they reload the page.',
      alarms: props.alarms,
      workTimeout: Duration.seconds(10),
    });
    this.addPages(props);
    this.addPush(props);
  }

  private addPages({ table, logRetention }: LiveProps): void {
    const live = new HarkFunction(this, 'live', {
      name: 'live',
      environment: { TABLE_NAME: table.table.tableName, LIVE_ENDPOINT: this.stage.callbackUrl },
      logRetention,
    });
    table.grantDesk(live);
    this.grantTell(live);
    for (const key of ['$connect', '$disconnect', '$default']) {
      const route = this.api.addRoute(key, {
        integration: new WebSocketLambdaIntegration(`Live${key.slice(1)}`, live.lambda),
      });
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason:
          'A browser can send no header with a WebSocket. The function takes a ticket, good once and for a minute, that the API gives to who is signed in.',
      });
    }
  }

  private addPush({ table, logRetention }: LiveProps): void {
    const push = new HarkFunction(this, 'push', {
      name: 'push',
      environment: { TABLE_NAME: table.table.tableName, LIVE_ENDPOINT: this.stage.callbackUrl },
      logRetention,
    });
    table.grantDesk(push);
    this.grantTell(push);
    new QueueWorker(this, 'PushWorker', { source: this.notices, worker: push });
  }

  /** Where CloudFront finds it, without a scheme. */
  get host(): string {
    return Fn.select(2, Fn.split('/', this.api.apiEndpoint));
  }

  /** May send to the pages that are connected. */
  private grantTell(grantee: IGrantable & IConstruct): void {
    const { api, stage } = this;
    const arn = Stack.of(this).formatArn({
      service: 'execute-api',
      resource: api.apiId,
      resourceName: `${stage.stageName}/POST/@connections/*`,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
    Grant.addToPrincipal({ grantee, actions: ['execute-api:ManageConnections'], resourceArns: [arn] });
    Validations.of(grantee).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:execute-api:<AWS::Region>:<AWS::AccountId>:<${this.logicalId}>/live/POST/@connections/*]`,
      reason: 'A connection has no name before it is there; the right is for sending to those of this API.',
    });
  }

  private get logicalId(): string {
    const resource = this.api.node.defaultChild;
    const id = resource && 'logicalId' in resource ? resource.logicalId : undefined;
    return String(Stack.of(this).resolve(id));
  }
}
