import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { Note } from '../domain/note.ts';
import { noteKey, notePrefix } from './keys.ts';
import { getItem, type Table } from './table.ts';

/** A note by its id (A36). */
export function getNote(table: Table, conversationId: string, noteId: string): Promise<Note | undefined> {
  return getItem(table, noteKey(conversationId, noteId), Note);
}

/** A conversation's latest notes, oldest of them first (A36). */
export async function latestNotes(table: Table, conversationId: string, limit: number): Promise<Note[]> {
  const { Items } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': noteKey(conversationId, '').pk, ':prefix': notePrefix },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: limit,
    }),
  );
  return (Items ?? []).reverse().map((item) => Note.parse(item));
}
