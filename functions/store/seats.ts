import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Table } from './table.ts';
import { seatKey } from './work-keys.ts';
import type { Write } from './write.ts';

const StoredSeat = z.object({
  agentId: z.string(),
  version: z.number(),
  lastAssignedAt: z.optional(z.string()),
  conversations: z.optional(z.custom<Set<string>>((value) => value instanceof Set)),
});

/** What an agent holds of a team's work. */
export interface StoredSeat {
  agentId: string;
  /** Counts what was given to the agent, so that two who give at once do not both think that it is this one's turn. */
  version: number;
  lastAssignedAt?: string | undefined;
  conversations: ReadonlySet<string>;
}

/** A place in a team: an agent's. */
export interface SeatName {
  teamId: string;
  agentId: string;
}

/** A conversation that is given to an agent whose seat was seen in a state. */
export interface SeatTaken extends SeatName {
  conversationId: string;
  capacity: number;
  version: number;
  at: string;
}

/** All seats of a team that anybody ever took (A88). */
export async function listSeats(table: Table, teamId: string): Promise<StoredSeat[]> {
  const { Items } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': seatKey(teamId, '').pk },
      ConsistentRead: true,
    }),
  );
  return (Items ?? []).map((item) => {
    const { conversations = new Set<string>(), ...seat } = StoredSeat.parse(item);
    return { ...seat, conversations };
  });
}

/**
 * The write that gives a conversation to an agent (A88), for the transaction in which the conversation learns its owner. The set of
 * conversations is the load, so that counting the same one twice changes nothing, and the capacity is a condition of the write.
 */
export function takeSeat({ teamId, agentId, conversationId, capacity, version, at }: SeatTaken): Write {
  return {
    Update: {
      Key: seatKey(teamId, agentId),
      UpdateExpression: 'SET agentId = :agent, version = :next, lastAssignedAt = :at ADD conversations :one',
      ConditionExpression:
        '(attribute_not_exists(version) OR version = :seen) AND (attribute_not_exists(conversations) OR size(conversations) < :capacity)',
      ExpressionAttributeValues: {
        ':agent': agentId,
        ':seen': version,
        ':next': version + 1,
        ':at': at,
        ':one': new Set([conversationId]),
        ':capacity': capacity,
      },
    },
  };
}

/** Notes that an agent holds a conversation that was theirs already and is work again (A88): who asks again is not sent to others. */
export function keepSeat(table: Table, seat: SeatName, conversationId: string): Promise<void> {
  return changeSeat(table, seat, 'ADD', conversationId);
}

/** Notes that an agent does not hold a conversation any more (A88). */
export function leaveSeat(table: Table, seat: SeatName, conversationId: string): Promise<void> {
  return changeSeat(table, seat, 'DELETE', conversationId);
}

async function changeSeat(
  table: Table,
  { teamId, agentId }: SeatName,
  change: 'ADD' | 'DELETE',
  conversationId: string,
): Promise<void> {
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: seatKey(teamId, agentId),
      UpdateExpression: `SET agentId = :agent, version = if_not_exists(version, :none) ${change} conversations :one`,
      ExpressionAttributeValues: { ':agent': agentId, ':none': 0, ':one': new Set([conversationId]) },
    }),
  );
}
