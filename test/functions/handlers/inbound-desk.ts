import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Desk } from '../../../functions/desk.ts';
import { Conversation } from '../../../functions/domain/conversation.ts';
import { Message, Post } from '../../../functions/domain/message.ts';
import { Reference } from '../../../functions/domain/reference.ts';
import { Drop } from '../../../functions/errors.ts';
import { keepDropped, receiveFragment } from '../../../functions/handlers/inbound.ts';
import { receiveDelivery } from '../../../functions/handlers/webhook.ts';
import type { HttpRequest } from '../../../functions/shell.ts';
import { orderedId } from '../../../functions/store/ordered-id.ts';
import type { Item, Table } from '../../../functions/store/table.ts';
import { recorded } from '../../fixtures/recorded.ts';
import { type Platform, RECEIVED_AT, recordedDelivery, webhookDesk } from './delivery.ts';
import { recordTelemetry } from './recorded-telemetry.ts';

/** What a recorded delivery gives, by its name. */
export interface FixtureRow {
  event: string;
  /** Recorded deliveries that came before; none unless said. */
  after?: string[];
  /** What its events are counted as. */
  counted: ('Received' | 'Duplicate' | 'Ignored')[];
  /** All that the table tells then, in alphabetical order. */
  gives: string[];
}

/** A desk at a table, at the moment at which recorded deliveries are received. */
export function deskAt(table: Table): Desk {
  return { table, clock: () => RECEIVED_AT, orderedId };
}

/** Lets a delivery go its whole way: through the webhook, and each of its events into the table. */
export async function takeDelivery(request: HttpRequest, desk: Desk) {
  const edge = webhookDesk();
  await receiveDelivery(request, edge);
  const telemetry = recordTelemetry();
  for (const record of edge.queued) {
    await receiveFragment(record, { desk, telemetry }).catch((error) => {
      if (error instanceof Drop) return keepDropped(record, error, { desk, telemetry });
      throw error;
    });
  }
  return telemetry;
}

/** Lets a recorded delivery go its whole way. */
export function takeRecorded(platform: Platform, event: string, desk: Desk) {
  const found = recorded(platform, 'webhook').find((delivery) => delivery.event === event);
  if (!found) throw new Error(`There is no recorded delivery '${event}' of ${platform}.`);
  return takeDelivery(recordedDelivery(platform, found), desk);
}

const Count = z.object({ likes: z.optional(z.number()), shares: z.optional(z.number()) });
const Unread = z.object({ reason: z.string() });

/** All that a table holds, as a person would tell it: one line a thing. Activity, people and who liked what are left out. */
export async function toldBy({ client, name }: Table): Promise<string[]> {
  const { Items } = await client.send(new ScanCommand({ TableName: name, ConsistentRead: true }));
  return (Items ?? []).flatMap((item) => tell(item)).sort();
}

function tell(item: Item): string[] {
  const [kind = ''] = `${item.pk}`.split('#');
  const [sort = ''] = `${item.sk}`.split('#');
  if (sort === 'CONV') return [tellConversation(Conversation.parse(item))];
  if (sort === 'MSG') return [tellMessage(Message.parse(item))];
  if (kind === 'POST') return [tellPost(Post.parse(item))];
  if (kind === 'REF') return tellPending(Reference.parse(item));
  if (kind === 'UNREAD') return [`kept unread: ${Unread.parse(item).reason}`];
  if (sort === 'COUNT') return tellCount(`${item.pk}`.split('#').at(-1) ?? '', Count.parse(item));
  return [];
}

function tellConversation({ status, visibility, contact, clocks }: Conversation): string {
  const clock = clocks.map(({ kind, state }) => `${kind} ${state}`).join(', ') || 'no clock';
  const who = contact.handle ?? contact.name ?? contact.nativeId;
  return `conversation ${status}, ${visibility}, with ${who}: ${clock}`;
}

function tellMessage({ direction, visibility, text, attachments, state, ...message }: Message): string {
  const parts = [
    message.kind,
    ...attachments.map(({ type }) => type),
    message.editedAt && tellEdit(message.earlierTexts?.[0]?.text),
    message.deletedAt && 'deleted',
    message.hidden && 'hidden',
    state !== 'received' && state !== 'sent' && state,
  ].filter(Boolean);
  return `message ${direction}, ${visibility}: “${text}”${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`;
}

function tellEdit(before: string | undefined): string {
  return before === undefined ? 'edited' : `edited from “${before}”`;
}

function tellPost({ ours, text, deletedAt, editedAt }: Post): string {
  const whose = ours === undefined ? 'post' : ours ? 'our post' : 'their post';
  return `${whose}: ${text === undefined ? 'unknown text' : `“${text}”`}${editedAt ? ' (edited)' : ''}${deletedAt ? ' (deleted)' : ''}`;
}

function tellPending({ pending }: Reference): string[] {
  return pending ? [`remembered for later: ${Object.keys(pending).join(', ')}`] : [];
}

function tellCount(target: string, { likes = 0, shares = 0 }: z.infer<typeof Count>): string[] {
  return [`${likes} likes and ${shares} shares of ${target}`];
}
