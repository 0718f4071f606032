import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Table } from './store/table.ts';

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
export const mailClient = () => new SESv2Client({});
export const secretsClient = () => new SecretsManagerClient({});
