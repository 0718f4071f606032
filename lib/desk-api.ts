import { Duration, Lazy, Stack } from 'aws-cdk-lib';
import { Grant } from 'aws-cdk-lib/aws-iam';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { ChannelSecrets } from './channel-secrets.ts';
import type { DeskTable } from './desk-table.ts';
import { HarkFunction } from './hark-function.ts';
import type { MediaBucket } from './media-bucket.ts';
import type { WorkQueue } from './work-queue.ts';

export interface DeskApiProps {
  readonly table: DeskTable;
  readonly secrets: ChannelSecrets;
  readonly files: MediaBucket;
  /** Where each platform's API is, as JSON text. */
  readonly channelApis: string;
  /** Which language model writes drafts, and how many tokens a day it may take. @default none */
  readonly writing?: { readonly model: string; readonly dailyTokens: number } | undefined;
  readonly logRetention: RetentionDays;
}

/** What the agents' console talks to. */
export class DeskApi extends Construct {
  readonly handler: HarkFunction<'api'>;
  private readonly redrivable: WorkQueue[] = [];

  constructor(
    scope: Construct,
    id: string,
    { table, secrets, files, channelApis, writing, logRetention }: DeskApiProps,
  ) {
    super(scope, id);
    this.handler = new HarkFunction(this, 'api', {
      name: 'api',
      environment: {
        TABLE_NAME: table.table.tableName,
        CHANNEL_SECRETS: secrets.setting,
        CHANNEL_APIS: channelApis,
        MEDIA_BUCKET: files.bucket.bucketName,
        WRITING_AID: JSON.stringify(writing ?? null),
        DEAD_LETTERS: Lazy.string({ produce: () => this.deadLetters }),
      },
      logRetention,
      // An agent is waiting, and a larger share of a processor starts quicker.
      memorySize: 1024,
      timeout: Duration.seconds(20),
    });
    table.grantDesk(this.handler);
    table.grantInbox(this.handler);
    // Hiding, liking and deleting happen while the agent waits.
    secrets.grantRead(this.handler);
    files.grantUpload(this.handler);
    files.grantShow(this.handler);
    if (writing) this.grantModel(writing.model);
  }

  /** One model and nothing else; where it is reached through an inference profile, in the regions that the profile spreads over. */
  private grantModel(model: string): void {
    const stack = Stack.of(this);
    const profiled = /^[a-z]{2,6}\.(?=[a-z0-9-]+\.)/.exec(model)?.[0];
    const foundation = { service: 'bedrock', account: '', resource: 'foundation-model' } as const;
    const resourceArns =
      profiled === undefined
        ? [stack.formatArn({ ...foundation, resourceName: model })]
        : [
            stack.formatArn({ service: 'bedrock', resource: 'inference-profile', resourceName: model }),
            stack.formatArn({ ...foundation, region: '*', resourceName: model.slice(profiled.length) }),
          ];
    Grant.addToPrincipal({ grantee: this.handler, actions: ['bedrock:InvokeModel'], resourceArns });
  }

  /** Lets admins see what work queues gave up, and put it back. */
  allowRedrive(queues: readonly WorkQueue[]): void {
    this.redrivable.push(...queues);
    for (const { queue, deadLetters } of queues) {
      deadLetters.grantConsumeMessages(this.handler);
      queue.grantSendMessages(this.handler);
    }
  }

  private get deadLetters(): string {
    const urls = this.redrivable.map(({ anchor, queue, deadLetters }) => [
      anchor,
      { queue: queue.queueUrl, deadLetters: deadLetters.queueUrl },
    ]);
    return Stack.of(this).toJsonString(Object.fromEntries(urls));
  }
}
