import * as z from 'zod/mini';
import { BroadcastTemplateBook } from '../domain/broadcast-template.ts';
import { ComponentBook } from '../domain/component.ts';
import { DirectoryBook } from '../domain/directory.ts';
import type { DeskEvent } from '../domain/events.ts';
import { defaultPolicies, PolicyBook } from '../domain/policy.ts';
import { RoutingBook } from '../domain/routing-schema.ts';
import { SavedReplyBook } from '../domain/saved-reply.ts';
import { SavedViews } from '../domain/saved-view.ts';
import { settingsSummary } from '../domain/settings-summary.ts';
import { TagBook } from '../domain/tags.ts';
import { TeamBook } from '../domain/team.ts';
import { VipList } from '../domain/vip.ts';
import { auditWrite } from './audit.ts';
import { settingsKey, settingsOutboxKey } from './keys.ts';
import { orderedId } from './ordered-id.ts';
import { getItem, type Item, type Table } from './table.ts';
import { type Write, write } from './write.ts';

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

export const savedReplySettings: SettingsDocument<SavedReplyBook> = {
  name: 'saved-replies',
  schema: SavedReplyBook,
  initial: { replies: [] },
};

export const broadcastTemplateSettings: SettingsDocument<BroadcastTemplateBook> = {
  name: 'broadcast-templates',
  schema: BroadcastTemplateBook,
  initial: { templates: [] },
};

export const directorySettings: SettingsDocument<DirectoryBook> = {
  name: 'directory',
  schema: DirectoryBook,
  initial: { people: [] },
};

export const tagSettings: SettingsDocument<TagBook> = {
  name: 'tags',
  schema: TagBook,
  initial: { tags: [] },
};

/** The views that an agent keeps: a document of their own, which is nobody else's business. */
export const viewSettings = (agentId: string): SettingsDocument<SavedViews> => ({
  name: `views#${agentId}`,
  schema: SavedViews,
  initial: { views: [] },
});

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

/** Who saves a document, when, and what it said before. */
export interface Saving<T> {
  actor: { id: string; name: string };
  at: string;
  traceId: string;
  before: T;
}

/**
 * Saves a document over the version that it was made from; `conflict` when somebody else saved meanwhile (A12). The list of changes
 * tells of it in the same transaction (A42), and the bus announces it (A94); `by` is left out for what is one agent's own, and where nobody decides.
 */
export async function putSettings<T>(
  table: Table,
  { name: document }: SettingsDocument<T>,
  { value, version }: Saved<T>,
  by?: Saving<T>,
): Promise<'saved' | 'conflict'> {
  const saved = {
    Put: {
      Item: { ...settingsKey(document), value, version: version + 1 },
      ConditionExpression: version === 0 ? 'attribute_not_exists(pk)' : 'version = :version',
      ...(version > 0 && { ExpressionAttributeValues: { ':version': version } }),
    },
  };
  const told = by && {
    at: by.at,
    actor: by.actor,
    document,
    summary: settingsSummary(by.before, value),
  };
  const refused = await write(
    table,
    by && told ? [saved, auditWrite(told, version + 1), news(document, version + 1, by)] : [saved],
  );
  return refused.length === 0 ? 'saved' : 'conflict';
}

/** How long the news of settings are kept, in seconds; the list of changes stays. */
const KEPT = 30 * 24 * 3600;

/** Announces that a document says something else now (A94). */
function news(document: string, version: number, { at, actor, traceId }: Saving<unknown>): Write {
  const id = orderedId(at, `${document}:${version}`);
  const events = [{ name: 'settings.changed', data: { document } }] satisfies DeskEvent[];
  const expiresAt = Math.floor(Date.parse(at) / 1000) + KEPT;
  return {
    Put: {
      Item: { ...settingsOutboxKey(document, id), id, at, actor: actor.id, traceId, events, expiresAt },
    },
  };
}
