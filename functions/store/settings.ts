import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { ComponentBook } from '../domain/component.ts';
import { defaultPolicies, PolicyBook } from '../domain/policy.ts';
import { RoutingBook } from '../domain/routing-schema.ts';
import { TeamBook } from '../domain/team.ts';
import { VipList } from '../domain/vip.ts';
import { settingsKey } from './keys.ts';
import { getItem, type Item, type Table } from './table.ts';

/** A document of settings: its schema, and what holds until somebody saves one. */
export interface SettingsDocument<T> {
  name: string;
  schema: z.ZodMiniType<T>;
  initial: T;
}

export const policySettings: SettingsDocument<PolicyBook> = {
  name: 'policies',
  schema: PolicyBook,
  initial: defaultPolicies,
};

export const teamSettings: SettingsDocument<TeamBook> = {
  name: 'teams',
  schema: TeamBook,
  initial: { teams: [] },
};

export const routingSettings: SettingsDocument<RoutingBook> = {
  name: 'routing',
  schema: RoutingBook,
  initial: { rules: [], assignment: {} },
};

export const vipSettings: SettingsDocument<VipList> = {
  name: 'vips',
  schema: VipList,
  initial: { vips: [] },
};

export const componentSettings: SettingsDocument<ComponentBook> = {
  name: 'components',
  schema: ComponentBook,
  initial: { components: [] },
};

/** A settings document as stored. Version 0 means that nobody saved one yet. */
export interface Saved<T> {
  value: T;
  version: number;
}

const StoredSettings = z.object({ version: z.number(), value: z.unknown() });

/** A settings document by name (A12). */
export async function getSettings<T>(table: Table, document: SettingsDocument<T>): Promise<Saved<T>> {
  return readSettings(document, await getItem(table, settingsKey(document.name), StoredSettings));
}

/** The document in an item that was loaded together with others. */
export function readSettings<T>(document: SettingsDocument<T>, item: Item | undefined): Saved<T> {
  if (item === undefined) return { value: document.initial, version: 0 };
  const { value, version } = StoredSettings.parse(item);
  return { value: document.schema.parse(value), version };
}

/** Saves a document over the version that it was made from; `conflict` when somebody else saved meanwhile (A12). */
export async function putSettings<T>(
  table: Table,
  { name }: SettingsDocument<T>,
  { value, version }: Saved<T>,
): Promise<'saved' | 'conflict'> {
  try {
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...settingsKey(name), value, version: version + 1 },
        ConditionExpression: version === 0 ? 'attribute_not_exists(pk)' : 'version = :version',
        ...(version > 0 && { ExpressionAttributeValues: { ':version': version } }),
      }),
    );
    return 'saved';
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return 'conflict';
    throw error;
  }
}
