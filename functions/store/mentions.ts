import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Conversation } from '../domain/conversation.ts';
import { getConversations } from './conversations.ts';
import { mentionKey } from './keys.ts';
import type { Table } from './table.ts';

const Mention = z.object({ id: z.string() });

/** Conversations in which an agent was mentioned and has not written since, the latest opened first (A38). */
export async function listMentioned(
  table: Table,
  { agentId, limit, after }: { agentId: string; limit: number; after?: string | undefined },
): Promise<{ conversations: Conversation[]; last?: string | undefined }> {
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: `pk = :pk${after === undefined ? '' : ' AND sk < :after'}`,
      ExpressionAttributeValues: {
        ':pk': mentionKey(agentId, '').pk,
        ...(after !== undefined && { ':after': after }),
      },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: limit + 1,
    }),
  );
  const ids = Items.map((item) => Mention.parse(item).id);
  const shown = ids.slice(0, limit);
  return {
    conversations: await getConversations(table, shown),
    last: ids.length > limit ? shown.at(-1) : undefined,
  };
}
