import { Fn, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi as Gateway,
  HttpMethod,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { ComparisonOperator } from 'aws-cdk-lib/aws-cloudwatch';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import type { HarkFunction } from './hark-function.ts';

export interface HttpApiProps {
  /** Requests per second, and at once, that each route takes. */
  readonly throttle: { readonly rateLimit: number; readonly burstLimit: number };
  readonly logRetention: RetentionDays;
  readonly alarms: Alarms;
}

/**
 * Who asked for what and how it ended. No path, since links in mails carry the proof of who opens them in it; no query (Meta's verify
 * token travels there), no header and no body.
 */
const accessLog = JSON.stringify({
  requestId: '$context.requestId',
  at: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  status: '$context.status',
  ip: '$context.identity.sourceIp',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  integrationStatus: '$context.integration.status',
  integrationError: '$context.integration.error',
  authorizerError: '$context.authorizer.error',
});

/** The public door: platforms knock at /webhooks, agents at /api. */
export class HttpApi extends Construct {
  readonly gateway: Gateway;
  readonly stage: HttpStage;
  /** Without a slash at the end. */
  readonly url: string;

  constructor(scope: Construct, id: string, props: HttpApiProps) {
    super(scope, id);
    this.gateway = new Gateway(this, 'Gateway', { createDefaultStage: false });
    this.url = this.gateway.apiEndpoint;
    const logGroup = new LogGroup(this, 'AccessLog', {
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.gateway,
      autoDeploy: true,
      throttle: props.throttle,
      accessLogSettings: {
        destination: new LogGroupLogDestination(logGroup),
        format: AccessLogFormat.custom(accessLog),
      },
    });
    props.alarms.raise(this, 'ErrorsAlarm', {
      anchor: 'http-errors',
      impact:
        'Platforms cannot deliver what customers write (they try again), or agents see errors instead of the inbox.',
      metric: this.stage.metricServerError({ statistic: 'Sum' }),
      threshold: 5,
      comparison: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    });
  }

  /** Where the edge finds it, without a scheme. */
  get host(): string {
    return Fn.select(2, Fn.split('/', this.url));
  }

  /**
   * Opens /webhooks/{channel} for every method, and below it what platforms ask beside; the function answers 405 itself, and proves
   * each delivery by its signature.
   */
  addWebhooks(receiver: HarkFunction): void {
    const integration = new HttpLambdaIntegration('Webhooks', receiver.lambda);
    const methods = [HttpMethod.ANY];
    const routes = ['/webhooks/{channel}', '/webhooks/{channel}/{callback}'].flatMap((path) =>
      this.gateway.addRoutes({ path, methods, integration }),
    );
    for (const route of routes) {
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason:
          'Platforms cannot sign in. The function verifies the HMAC signature over the raw bytes of each delivery.',
      });
    }
  }

  /** Opens /status/subscriptions, where customers ask to be mailed, and the links of those mails lead. */
  addSubscriptions(taker: HarkFunction): void {
    const integration = new HttpLambdaIntegration('Subscriptions', taker.lambda);
    const methods = [HttpMethod.GET, HttpMethod.POST];
    const root = '/status/subscriptions';
    const routes = [root, `${root}/{token}`, `${root}/{token}/unsubscribe`].flatMap((path) =>
      this.gateway.addRoutes({ path, methods, integration }),
    );
    for (const route of routes) {
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason:
          'Customers do not sign in. Nothing is mailed to an address whose owner did not open a link in a mail to it.',
      });
    }
  }

  /** Opens /answers, where people outside the desk answer what they were asked by mail. */
  addAnswers(page: HarkFunction): void {
    const routes = this.gateway.addRoutes({
      path: '/answers/{token}',
      methods: [HttpMethod.GET, HttpMethod.POST],
      integration: new HttpLambdaIntegration('Answers', page.lambda),
    });
    for (const route of routes) {
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason:
          'Whoever is asked does not sign in: the link in the mail is the proof, and it ends after two weeks.',
      });
    }
  }

  /** Opens /api for those whom the authorizer lets in. */
  addDesk(desk: HarkFunction, authorizer: IHttpRouteAuthorizer): void {
    this.gateway.addRoutes({
      path: '/api/{proxy+}',
      methods: [HttpMethod.ANY],
      authorizer,
      integration: new HttpLambdaIntegration('Desk', desk.lambda),
    });
  }
}
