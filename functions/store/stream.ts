import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';
import { type Announcement, eventData } from '../domain/events.ts';
import { Activity } from './conversations.ts';
import { type DueItem, dueItemOf } from './due.ts';
import { indexes, outboxPrefix } from './keys.ts';
import type { Item } from './table.ts';

/** An item as the table's stream writes it: each attribute is an object with its type as the only key. */
const Image = z.record(
  z.string(),
  z.custom<AttributeValue>((value) => typeof value === 'object' && value !== null),
);

function itemOf(image: unknown): Item | undefined {
  return image === undefined ? undefined : unmarshall(Image.parse(image));
}

/** An outbox item: of a conversation, or of an account of ours. */
const OutboxItem = z.extend(Activity, {
  pk: z.string(),
  conversationId: z.optional(z.string()),
  /** Between which views the change moved the conversation: news for the counters, and none for its activity. */
  counted: z.optional(eventData['conversation.counted']),
  /** In whose hands the change put the work: news for who assigns it, likewise. */
  work: z.optional(eventData['conversation.passed']),
});

/** That a conversation changed, and by whom. */
export interface Notice {
  conversationId: string;
  events: string[];
  by: string;
  traceId: string;
}

/** What an outbox item of a conversation says to open pages (A3): one notice for the whole change; none for any other item. */
export function noticesOf(image: unknown): Notice[] {
  const item = itemOf(image);
  if (!item || !`${item.sk}`.startsWith(outboxPrefix)) return [];
  const { conversationId, traceId, actor: by, events } = OutboxItem.parse(item);
  if (conversationId === undefined) return [];
  return [{ conversationId, events: events.map(({ name }) => name), by, traceId }];
}

/** The announcements of an outbox item (A3, A22), in order, each with an id of its own; none for any other item. */
export function announcementsOf(image: unknown): Announcement[] {
  const item = itemOf(image);
  if (!item || !`${item.sk}`.startsWith(outboxPrefix)) return [];
  const { pk, id, at, conversationId, traceId, events, counted, work } = OutboxItem.parse(item);
  const all = [
    ...events,
    ...(counted ? [{ name: 'conversation.counted', data: counted }] : []),
    ...(work ? [{ name: 'conversation.passed', data: work }] : []),
  ];
  return all.map(({ name, data }, index) => ({
    id: `${conversationId ?? pk}.${id}.${index}`,
    at,
    traceId,
    ...(conversationId !== undefined && { conversationId }),
    name,
    data,
  }));
}

/** What an item says of its next due instant (A11); undefined when nothing is to come. */
export function dueOf(image: unknown): DueItem | undefined {
  const item = itemOf(image);
  return item?.[indexes.due.sortKey] === undefined ? undefined : dueItemOf(item);
}
