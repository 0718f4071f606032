import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Conversation } from '../../functions/domain/conversation.ts';
import { conversationItem } from '../../functions/store/conversation-item.ts';
import { localAccess } from '../functions/store/engine.ts';
import { runningClock, sampleConversation } from '../functions/store/sample.ts';

/** DynamoDB takes so many writes in one request. */
const BATCH = 25;

/** Puts open conversations into the table of a running stack, each with a clock of its own, past the rules of the desk. */
export async function fillInbox(endpoint: string, count: number): Promise<void> {
  const raw = new DynamoDBClient({ ...localAccess, endpoint });
  const client = DynamoDBDocumentClient.from(raw, { marshallOptions: { removeUndefinedValues: true } });
  const { TableNames: [table] = [] } = await raw.send(new ListTablesCommand({}));
  if (table === undefined) throw new Error('The stack has no table.');
  const inADay = Date.now() + 86_400_000;
  for (let start = 0; start < count; start += BATCH) {
    const size = Math.min(BATCH, count - start);
    const requests = Array.from({ length: size }, (_, n) => ({
      PutRequest: { Item: conversationItem(waiting(start + n, inADay)) },
    }));
    await client.send(new BatchWriteCommand({ RequestItems: { [table]: requests } }));
  }
  raw.destroy();
}

function waiting(number: number, from: number): Conversation {
  const dueAt = new Date(from + number * 1000).toISOString();
  return sampleConversation(`crowd ${number}`, {
    version: 1,
    preview: `Question number ${number} of a long day`,
    clocks: [runningClock(dueAt)],
  });
}
