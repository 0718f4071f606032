import { createHash } from 'node:crypto';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Key } from './keys.ts';
import { answerLinkKey } from './said-keys.ts';
import { getItem, type Table } from './table.ts';

/** Where a link leads. */
export interface AnswerLink {
  token: string;
  conversationId: string;
  /** ISO 8601 UTC. */
  expiresAt: string;
}

const StoredLink = z.object({ conversationId: z.string() });

/** Remembers where the link of a question leads, by its token's hash, until it is worth nothing (A79). */
export async function putAnswerLink(
  table: Table,
  { token, conversationId, expiresAt }: AnswerLink,
): Promise<void> {
  const Item = { ...keyOf(token), conversationId, expiresAt: Math.ceil(Date.parse(expiresAt) / 1000) };
  await table.client.send(new PutCommand({ TableName: table.name, Item }));
}

/** The conversation to which the link of a question leads (A79). */
export async function conversationBehind(table: Table, token: string): Promise<string | undefined> {
  return (await getItem(table, keyOf(token), StoredLink))?.conversationId;
}

function keyOf(token: string): Key {
  return answerLinkKey(createHash('sha256').update(token).digest('base64url'));
}
