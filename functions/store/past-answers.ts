import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { PastAnswer } from '../domain/past-answer.ts';
import { pastAnswerKey } from './said-keys.ts';
import type { Table } from './table.ts';

/** How long an answer is suggested, in seconds: what was true half a year ago may no longer be. */
const KEPT = 180 * 24 * 3600;

/** Keeps a good answer, one a conversation (A78). */
export async function keepAnswer(table: Table, answer: PastAnswer): Promise<void> {
  const expiresAt = Math.floor(Date.parse(answer.at) / 1000) + KEPT;
  const Item = { ...pastAnswerKey(answer.teamId, answer.conversationId), ...answer, expiresAt };
  await table.client.send(new PutCommand({ TableName: table.name, Item }));
}

/** Forgets the answer of a conversation that went on after all (A78). */
export async function forgetAnswer(table: Table, teamId: string, conversationId: string): Promise<void> {
  const Key = pastAnswerKey(teamId, conversationId);
  await table.client.send(new DeleteCommand({ TableName: table.name, Key }));
}

/** The latest good answers of a team (A78). */
export async function latestAnswers(table: Table, teamId: string, limit: number): Promise<PastAnswer[]> {
  const { Items } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pastAnswerKey(teamId, '').pk },
      ScanIndexForward: false,
      Limit: limit,
    }),
  );
  return (Items ?? []).map((item) => PastAnswer.parse(item));
}
