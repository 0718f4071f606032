import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { ticketKey } from './live-keys.ts';
import type { Table } from './table.ts';

/** Whom a ticket lets in. */
export const TicketHolder = z.object({ agentId: z.string(), name: z.string(), role: z.string() });
export type TicketHolder = z.infer<typeof TicketHolder>;

const Ticket = z.extend(TicketHolder, { expiresAt: z.number() });

/** Keeps a ticket until it expires (A30). Only its hash is stored, so that whoever reads the table cannot come in. @param expiresAt epoch seconds */
export async function putTicket(
  table: Table,
  hash: string,
  holder: TicketHolder,
  expiresAt: number,
): Promise<void> {
  await table.client.send(
    new PutCommand({ TableName: table.name, Item: { ...ticketKey(hash), ...holder, expiresAt } }),
  );
}

/** Whom the ticket lets in (A30); undefined when there is none, it was used, or its time is over. It is gone afterwards. @param now epoch seconds */
export async function takeTicket(table: Table, hash: string, now: number): Promise<TicketHolder | undefined> {
  const ticket = await removeTicket(table, hash);
  // The table removes what expired within days, not at the second.
  if (!ticket || ticket.expiresAt < now) return undefined;
  const { expiresAt: _, ...holder } = ticket;
  return holder;
}

/** The condition is what makes it single use: an engine may show the old item to several deletions that come at once. */
async function removeTicket(table: Table, hash: string): Promise<z.infer<typeof Ticket> | undefined> {
  try {
    const { Attributes } = await table.client.send(
      new DeleteCommand({
        TableName: table.name,
        Key: ticketKey(hash),
        ConditionExpression: 'attribute_exists(pk)',
        ReturnValues: 'ALL_OLD',
      }),
    );
    return Ticket.safeParse(Attributes).data;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}
