import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { DUE_SHARDS, dueKey, indexes } from './keys.ts';
import { shardOf } from './ordered-id.ts';
import type { Item, Table } from './table.ts';
import { shiftKey } from './work-keys.ts';

/** What is to be looked at of people's duty when an instant has passed: an agent who is gone, or a team whose next shift begins. */
export interface Duty {
  kind: 'presence' | 'shift';
  /** The agent's id, or the team's. */
  name: string;
}

const SHAPE = /^(presence|shift):(.+)$/;

/** Reads the id under which a duty falls due; undefined for everything else that does. */
export function dutyOf(id: string): Duty | undefined {
  const [, kind, name] = SHAPE.exec(id) ?? [];
  if (name === undefined || (kind !== 'presence' && kind !== 'shift')) return undefined;
  return { kind, name };
}

/** The keys under which the index finds what falls due (A11); none when nothing is to come. */
export function dutyDue({ kind, name }: Duty, dueAt: string | undefined): Item {
  if (dueAt === undefined) return {};
  const id = `${kind}:${name}`;
  return {
    [indexes.due.partitionKey]: dueKey(shardOf(id, DUE_SHARDS)),
    [indexes.due.sortKey]: `${dueAt}#${id}`,
  };
}

/** Has a team's unassigned work looked at when its next shift begins (A92). */
export async function awaitShift(table: Table, teamId: string, startsAt: string): Promise<void> {
  const item = { ...shiftKey(teamId), teamId, ...dutyDue({ kind: 'shift', name: teamId }, startsAt) };
  await table.client.send(new PutCommand({ TableName: table.name, Item: item }));
}

/** A shift has begun (A92). */
export async function endAwaitingShift(table: Table, teamId: string): Promise<void> {
  await table.client.send(new DeleteCommand({ TableName: table.name, Key: shiftKey(teamId) }));
}
