import * as z from 'zod/mini';
import { Announcement, searchEvents } from '../domain/events.ts';
import { catalogMessage, catalogPerson } from '../make-searchable.ts';
import { readBusEvent } from '../queues/bus-event.ts';
import { getConversation, getMessage } from '../store/conversations.ts';
import type { Books, Entry } from './bookkeeper.ts';

/** A person's first message of a conversation comes with its opening, and every message with itself. */
const Heard = z.extend(Announcement, {
  name: z.enum(searchEvents),
  conversationId: z.string(),
  data: z.object({ messageId: z.optional(z.string()) }),
});

/** Lets a conversation be found by who speaks in it and by what they say. */
export async function makeFindable({ body }: Entry, { desk }: Pick<Books, 'desk'>): Promise<void> {
  const { conversationId, traceId, data } = readBusEvent(body, Heard);
  const { table, clock } = desk;
  const conversation = await getConversation(table, conversationId);
  // Erased since.
  if (!conversation) return;
  const catalogue = { table, now: clock(), traceId };
  if (data.messageId === undefined) return catalogPerson(conversation, catalogue);
  const message = await getMessage(table, data.messageId);
  if (message && message.deletedAt === undefined) await catalogMessage(message, conversation, catalogue);
}
