import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { auditKey } from './keys.ts';
import { orderedId } from './ordered-id.ts';
import type { Table } from './table.ts';
import type { Write } from './write.ts';

/** A saved change of a settings document: who made it, when, and what it was, in words. */
export const AuditEntry = z.object({
  id: z.string(),
  at: z.string(),
  actor: z.object({ id: z.string(), name: z.string() }),
  document: z.string(),
  summary: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** The write of an entry, to go with the write of the document that it tells of (A42). `version` tells it from others of that document. */
export function auditWrite(entry: Omit<AuditEntry, 'id'>, version: number | string): Write {
  const id = orderedId(entry.at, `${entry.document}:${version}`);
  return { Put: { Item: { ...auditKey(id), id, ...entry } } };
}

/** Changes of settings, the latest first, page by page (A42). */
export async function listAudit(
  table: Table,
  { limit, before }: { limit: number; before?: string | undefined },
): Promise<{ entries: AuditEntry[]; last?: string | undefined }> {
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: `pk = :pk${before === undefined ? '' : ' AND sk < :before'}`,
      ExpressionAttributeValues: {
        ':pk': auditKey('').pk,
        ...(before !== undefined && { ':before': before }),
      },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: limit + 1,
    }),
  );
  const entries = Items.map((item) => AuditEntry.parse(item));
  const shown = entries.slice(0, limit);
  return { entries: shown, last: entries.length > limit ? shown.at(-1)?.id : undefined };
}
