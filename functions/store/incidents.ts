import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { DeskEvent } from '../domain/events.ts';
import { Incident } from '../domain/incident.ts';
import { type Named, nameWrite, type Occasion } from './broadcasts.ts';
import {
  DUE_SHARDS,
  dueKey,
  incidentDueId,
  incidentKey,
  incidentOutboxKey,
  incidentsKey,
  indexes,
  openIncidentsKey,
} from './keys.ts';
import { orderedId, shardOf } from './ordered-id.ts';
import { getItem, type Item, type Table } from './table.ts';
import { type Write, write } from './write.ts';

/** An incident by its id (A54). */
export function getIncident(table: Table, id: string): Promise<Incident | undefined> {
  return getItem(table, incidentKey(id), Incident);
}

/** Writes an incident over the version that it was decided on, with its news (A54, A59). `duplicate`: the named write was made before. */
export async function saveIncident(
  table: Table,
  { before, after }: { before: Incident | undefined; after: Incident },
  events: DeskEvent[],
  { at, actor, traceId }: Occasion,
  named?: Named,
): Promise<'saved' | 'conflict' | 'duplicate'> {
  const version = (before?.version ?? 0) + 1;
  const newsId = orderedId(at, `${after.id}:${version}`);
  const news = { ...incidentOutboxKey(after.id, newsId), id: newsId, at, actor, traceId, events };
  const writes: Write[] = [
    {
      Put: {
        Item: incidentItem({ ...after, version }),
        ConditionExpression: before ? 'version = :version' : 'attribute_not_exists(pk)',
        ...(before && { ExpressionAttributeValues: { ':version': before.version } }),
      },
    },
    ...(events.length > 0 ? [{ Put: { Item: news } }] : []),
    ...(named ? [nameWrite(named, at)] : []),
  ];
  const refused = await write(table, writes);
  if (refused.length === 0) return 'saved';
  const isRepeated = refused.some(
    ({ index, reason }) => index === writes.length - 1 && reason === 'condition',
  );
  return named && isRepeated ? 'duplicate' : 'conflict';
}

/** Open incidents have a place of their own, since whoever writes is compared with each of them. */
function incidentItem(incident: Incident): Item {
  const { id, state, remindAt } = incident;
  return {
    ...incidentKey(id),
    ...incident,
    [indexes.inbox.partitionKey]: incidentsKey,
    [indexes.inbox.sortKey]: id,
    ...(state === 'open' && { [indexes.team.partitionKey]: openIncidentsKey }),
    ...(remindAt !== undefined && {
      [indexes.due.partitionKey]: dueKey(shardOf(id, DUE_SHARDS)),
      [indexes.due.sortKey]: `${remindAt}#${incidentDueId(id)}`,
    }),
  };
}

/** Incidents, latest first, all (A51) or the open ones (A58). */
export async function listIncidents(
  table: Table,
  { limit, after, isOpen = false }: { limit: number; after?: string | undefined; isOpen?: boolean },
): Promise<{ incidents: Incident[]; last?: string | undefined }> {
  const { name, partitionKey, sortKey } = indexes[isOpen ? 'team' : 'inbox'];
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: name,
      KeyConditionExpression: `${partitionKey} = :all${after === undefined ? '' : ` AND ${sortKey} < :after`}`,
      ExpressionAttributeValues: {
        ':all': isOpen ? openIncidentsKey : incidentsKey,
        ...(after !== undefined && { ':after': after }),
      },
      ScanIndexForward: false,
      Limit: limit + 1,
    }),
  );
  const incidents = z.array(Incident).parse(Items.slice(0, limit));
  return { incidents, last: Items.length > limit ? incidents.at(-1)?.id : undefined };
}
