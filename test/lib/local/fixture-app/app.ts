import { join } from 'node:path';
import { App, Duration, Stack } from 'aws-cdk-lib';
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { OAuthScope, UserPool } from 'aws-cdk-lib/aws-cognito';
import { AttributeType, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus, Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction, SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { FilterCriteria, FilterRule, Runtime, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { ConfigurationSet, EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';

/**
 * A stack with one of everything that the local runner brings to life, small enough to be synthesized in a test. A request to
 * /in goes through a FIFO queue into the table; the table's stream puts it on a bus, which feeds a queue, which sends a mail,
 * which comes back over the default bus into the table.
 */
const stack = new Stack(new App(), 'Fixture');
const table = new TableV2(stack, 'Table', {
  partitionKey: { name: 'pk', type: AttributeType.STRING },
  sortKey: { name: 'sk', type: AttributeType.STRING },
  dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
  globalSecondaryIndexes: [{ indexName: 'bySort', partitionKey: { name: 'sk', type: AttributeType.STRING } }],
});
const bus = new EventBus(stack, 'Bus');
const letters = new ConfigurationSet(stack, 'Letters');
letters.addEventDestination('Sent', {
  destination: EventDestination.eventBus(EventBus.fromEventBusName(stack, 'Default', 'default')),
  events: [EmailSendingEvent.SEND],
});
const secret = new Secret(stack, 'Secret');
const deadWork = new Queue(stack, 'DeadWork', { fifo: true });
const work = new Queue(stack, 'Work', {
  fifo: true,
  visibilityTimeout: Duration.seconds(4),
  deadLetterQueue: { queue: deadWork, maxReceiveCount: 2 },
});
const heard = new Queue(stack, 'Heard');
const mailed = new Queue(stack, 'Mailed');
const givenUp = new Queue(stack, 'GivenUp');
const pool = new UserPool(stack, 'Pool');
const client = pool.addClient('Client', {
  oAuth: {
    flows: { authorizationCodeGrant: true },
    scopes: [OAuthScope.OPENID],
    callbackUrls: ['http://localhost:5173/'],
  },
});
const api = new HttpApi(stack, 'Api');

function lambda(id: string, timeout = Duration.seconds(20)): NodejsFunction {
  return new NodejsFunction(stack, `${id}Function`, {
    entry: join(import.meta.dirname, 'functions.ts'),
    handler: id.toLowerCase(),
    runtime: Runtime.NODEJS_24_X,
    timeout,
    description: `functions/handlers/${id.toLowerCase()}.ts`,
    bundling: {
      format: OutputFormat.ESM,
      bundleAwsSDK: true,
      sourceMap: true,
      mainFields: ['module', 'main'],
      banner: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
    },
    environment: {
      TABLE_NAME: table.tableName,
      WORK_QUEUE_URL: work.queueUrl,
      BUS_NAME: bus.eventBusName,
      CONFIGURATION_SET: letters.configurationSetName,
      CHANNEL_SECRETS: stack.toJsonString({ x: secret.secretArn }),
      ADDRESS: `${api.apiEndpoint}/`,
    },
  });
}

const door = lambda('Door', Duration.seconds(3));
api.addRoutes({
  path: '/in/{channel}',
  methods: [HttpMethod.ANY],
  integration: new HttpLambdaIntegration('In', door),
});
api.addRoutes({
  path: '/api/{proxy+}',
  methods: [HttpMethod.ANY],
  integration: new HttpLambdaIntegration('Desk', door),
  authorizer: new HttpJwtAuthorizer('SignIn', pool.userPoolProviderUrl, {
    jwtAudience: [client.userPoolClientId],
  }),
});

lambda('Work', Duration.seconds(4)).addEventSource(
  new SqsEventSource(work, { reportBatchItemFailures: true }),
);
lambda('Publish').addEventSource(
  new DynamoEventSource(table, {
    startingPosition: StartingPosition.LATEST,
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    retryAttempts: 1,
    onFailure: new SqsDlq(givenUp),
    filters: [
      FilterCriteria.filter({
        eventName: FilterRule.isEqual('INSERT'),
        dynamodb: { Keys: { sk: { S: FilterRule.beginsWith('EVT#') } } },
      }),
    ],
  }),
);
lambda('Mail').addEventSource(new SqsEventSource(heard));
lambda('Mailed').addEventSource(new SqsEventSource(mailed));

new Rule(stack, 'HeardRule', {
  eventBus: bus,
  eventPattern: { source: ['fixture'], detailType: ['item.written'] },
  targets: [new SqsQueue(heard), new LambdaFunction(lambda('Listen'))],
});
new Rule(stack, 'MailedRule', {
  eventPattern: {
    source: ['aws.ses'],
    detail: { mail: { tags: { 'ses:configuration-set': [letters.configurationSetName] } } },
  },
  targets: [new SqsQueue(mailed)],
});
new Rule(stack, 'TickRule', {
  schedule: Schedule.rate(Duration.minutes(1)),
  targets: [new LambdaFunction(lambda('Tick'))],
});
new StringParameter(stack, 'Unknown', { stringValue: 'a resource type that the runner does not know' });
