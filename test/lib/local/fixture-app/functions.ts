import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod/mini';

/** The functions of the fixture stack; each is deployed with one of the exports as its handler. */

const table = new DynamoDBClient({});
const queues = new SQSClient({});
const buses = new EventBridgeClient({});
const mails = new SESv2Client({});
const secrets = new SecretsManagerClient({});

const HttpEvent = z.looseObject({
  rawPath: z.string(),
  body: z.optional(z.string()),
  pathParameters: z.optional(z.record(z.string(), z.string())),
});
/** `fail` makes the function named by it refuse the item. */
const Item = z.object({ id: z.string(), group: z.optional(z.string()), fail: z.optional(z.string()) });
const Records = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });
const StreamRecords = z.object({
  Records: z.array(
    z.object({
      dynamodb: z.object({
        SequenceNumber: z.string(),
        NewImage: z.object({
          pk: z.object({ S: z.string() }),
          fail: z.optional(z.object({ S: z.string() })),
        }),
      }),
    }),
  ),
});
const BusEvent = z.looseObject({ id: z.string(), detail: z.looseObject({ id: z.optional(z.string()) }) });

async function put(pk: string, sk: string, more: Record<string, { S: string }> = {}): Promise<void> {
  await table.send(
    new PutItemCommand({
      TableName: process.env.TABLE_NAME,
      Item: { pk: { S: pk }, sk: { S: sk }, ...more },
    }),
  );
}

/** /in takes items; /api shows the event that it got, or misbehaves as its path says. */
export async function door(event: unknown): Promise<unknown> {
  const { rawPath, body, pathParameters } = HttpEvent.parse(event);
  if (rawPath === '/api/slow') await sleep(60_000);
  if (rawPath === '/api/exit') process.exit(3);
  if (rawPath === '/api/throw') throw new TypeError('thrown by the fixture');
  if (rawPath === '/api/secret') return readSecrets();
  if (!rawPath.startsWith('/in/') || pathParameters?.channel === 'echo') {
    return {
      statusCode: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ event, env: process.env }),
    };
  }
  const item = Item.parse(JSON.parse(body ?? ''));
  await queues.send(
    new SendMessageCommand({
      QueueUrl: process.env.WORK_QUEUE_URL,
      MessageBody: JSON.stringify(item),
      MessageGroupId: item.group ?? item.id,
      MessageDeduplicationId: item.id,
    }),
  );
  return { statusCode: 202, cookies: ['a=1', 'b=2'], body: 'taken' };
}

async function readSecrets(): Promise<unknown> {
  const arns = z.record(z.string(), z.string()).parse(JSON.parse(process.env.CHANNEL_SECRETS ?? ''));
  return secrets.send(new GetSecretValueCommand({ SecretId: arns.x }));
}

export async function work(batch: unknown) {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const { messageId, body } of Records.parse(batch).Records) {
    const { id, fail } = Item.parse(JSON.parse(body));
    if (fail === 'work') batchItemFailures.push({ itemIdentifier: messageId });
    else await put(id, 'EVT#1', fail === undefined ? {} : { fail: { S: fail } });
  }
  return { batchItemFailures };
}

export async function publish(batch: unknown) {
  for (const { dynamodb } of StreamRecords.parse(batch).Records) {
    if (dynamodb.NewImage.fail?.S === 'publish') {
      return { batchItemFailures: [{ itemIdentifier: dynamodb.SequenceNumber }] };
    }
    await buses.send(
      new PutEventsCommand({
        Entries: [
          {
            EventBusName: process.env.BUS_NAME,
            Source: 'fixture',
            DetailType: 'item.written',
            Detail: JSON.stringify({ id: dynamodb.NewImage.pk.S }),
          },
        ],
      }),
    );
  }
  return { batchItemFailures: [] };
}

export async function mail(batch: unknown): Promise<void> {
  for (const { body } of Records.parse(batch).Records) {
    const { detail } = BusEvent.parse(JSON.parse(body));
    await mails.send(
      new SendEmailCommand({
        FromEmailAddress: 'desk@fixture.example',
        Destination: { ToAddresses: ['one@fixture.example', 'two@fixture.example'] },
        Content: {
          Simple: {
            Subject: { Data: `Item ${detail.id}` },
            Body: { Text: { Data: 'Plain' }, Html: { Data: '<p>Rich</p>' } },
          },
        },
        EmailTags: [{ Name: 'item', Value: detail.id ?? '' }],
        ConfigurationSetName: process.env.CONFIGURATION_SET,
      }),
    );
  }
}

const MailEvent = z.object({
  detail: z.object({ mail: z.object({ tags: z.object({ item: z.array(z.string()) }) }) }),
});

export async function mailed(batch: unknown): Promise<void> {
  for (const { body } of Records.parse(batch).Records) {
    const { tags } = MailEvent.parse(JSON.parse(body)).detail.mail;
    await put(tags.item[0] ?? '', 'MAILED');
  }
}

export async function listen(event: unknown): Promise<void> {
  await put(BusEvent.parse(event).detail.id ?? '', 'HEARD');
}

export async function tick(event: unknown): Promise<void> {
  await put('tick', BusEvent.parse(event).id);
}
