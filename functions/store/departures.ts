import type { Departure } from '../domain/outbound.ts';
import { getConversation, getMessage } from './conversations.ts';
import type { Table } from './table.ts';

/** A message of ours that goes or went out from Hark, with its conversation (A1, A2); undefined for any other message. */
export async function getDeparture(table: Table, messageId: string): Promise<Departure | undefined> {
  const [conversation, message] = await Promise.all([
    getConversation(table, messageId.split('.')[0] ?? ''),
    getMessage(table, messageId),
  ]);
  if (!conversation || !message?.outbound) return undefined;
  return { conversation, message: { ...message, outbound: message.outbound } };
}
