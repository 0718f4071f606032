import { CfnOutput } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { ChannelSecrets } from './channel-secrets.ts';
import type { Dashboard } from './dashboard.ts';
import type { DeskTable } from './desk-table.ts';
import type { HttpApi } from './http-api.ts';
import type { MediaBucket } from './media-bucket.ts';
import type { SignIn } from './sign-in.ts';

export interface OutputsProps {
  readonly consoleUrl: string;
  readonly http: HttpApi;
  readonly secrets: ChannelSecrets;
  readonly signIn: SignIn;
  readonly table: DeskTable;
  readonly files: MediaBucket;
  readonly dashboard: Dashboard;
}

/** What the operator needs after `cdk deploy`: where webhooks go, where keys go in, where agents sign in. */
export class Outputs extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { consoleUrl, http, secrets, signIn, table, files, dashboard }: OutputsProps,
  ) {
    super(scope, id);
    this.say('ConsoleUrl', consoleUrl, 'Where agents open Hark');
    this.say('ApiUrl', http.url, 'Address of the HTTP API');
    for (const [channel, arn] of Object.entries(secrets.arns)) {
      const name = channel.charAt(0).toUpperCase() + channel.slice(1);
      this.say(
        `${name}WebhookUrl`,
        `${http.url}/webhooks/${channel}`,
        `Callback address to register for ${channel}`,
      );
      this.say(`${name}SecretArn`, arn, `Secret that takes the keys of ${channel}`);
    }
    this.say('SignInUrl', signIn.url, "Agents' sign-in page (OAuth endpoints below /oauth2)");
    this.say('SignInIssuer', signIn.pool.userPoolProviderUrl, 'Issuer of the tokens that the API accepts');
    this.say('UserPoolId', signIn.pool.userPoolId, 'User pool to invite agents into');
    this.say('UserPoolClientId', signIn.client.userPoolClientId, 'OAuth client of the console');
    this.say('TableName', table.table.tableName, 'The table of the desk');
    this.say('MediaBucketName', files.bucket.bucketName, 'The bucket for files of messages');
    this.say('DashboardName', dashboard.board.dashboardName, 'CloudWatch dashboard');
  }

  /** The output gets exactly this name, without the path of the construct. */
  private say(name: string, value: string, description: string): void {
    new CfnOutput(this, name, { value, description }).overrideLogicalId(name);
  }
}
