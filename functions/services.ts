import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client, type SESv2ClientConfig } from '@aws-sdk/client-sesv2';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Table } from './store/table.ts';

const unkept = { httpAgent: { keepAlive: false }, httpsAgent: { keepAlive: false } };

/** The present, as the one place that reads the wall clock. */
export type WallClock = () => string;
export const wallClock: WallClock = () => new Date().toISOString();

/** The table, ready to use. Undefined fields are left out of items, as JSON does. */
export function openTable(name: string): Table {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  });
  return { client, name };
}

export const sqsClient = () => new SQSClient({});
export const eventBridgeClient = () => new EventBridgeClient({});
/**
 * Asks SES once: a repeat after an answer that got lost would be a second mail. Connections are not kept, because one that
 * went stale while the function slept would fail the only attempt.
 */
export const mailClient = (where: Pick<SESv2ClientConfig, 'endpoint' | 'region' | 'credentials'> = {}) =>
  new SESv2Client({ ...where, maxAttempts: 1, requestHandler: unkept });
export const secretsClient = () => new SecretsManagerClient({});
