import * as z from 'zod/mini';
import type { Access, Order } from '../sending.ts';
import { callGraph, type GraphAnswer } from './graph-call.ts';
import { lenient, NativeId } from './meta-fields.ts';
import { comparable } from './words.ts';

const Party = z.object({ id: NativeId, name: lenient(z.string()) });
const Message = z.object({
  id: NativeId,
  message: lenient(z.string()),
  from: lenient(Party),
  created_time: z.string(),
  attachments: lenient(z.object({ data: z.array(z.unknown()) })),
});
const Conversation = z.object({
  updated_time: lenient(z.string()),
  participants: lenient(z.object({ data: z.array(Party) })),
  messages: lenient(z.object({ data: z.array(Message) })),
});
const Conversations = z.object({
  data: z.array(Conversation),
  paging: lenient(z.object({ cursors: lenient(z.object({ after: lenient(z.string()) })) })),
});

/** A message of our page in Messenger. */
export type SentMessage = z.infer<typeof Message>;

/** Our side of one conversation. */
export interface Thread {
  /** Everybody but us. */
  people: { id: string; name?: string | undefined }[];
  /** Our messages, newest first. */
  sent: SentMessage[];
}

/** What was read; `complete` when nothing younger than asked for was left out. */
export interface Reading {
  threads: Thread[];
  complete: boolean;
}

/** The Conversations API allows two calls a second and page, so that reading far costs others their turn. */
const MOST_PAGES = 4;
const THREADS = 25;

/**
 * Reads what our page wrote in private since `from` (epoch milliseconds), to one person (a PSID) or to everybody, from the
 * latest conversation on. Graph does not give the metadata of a message back, so text and time have to do.
 */
export async function readThreads(
  access: Access,
  from: number,
  personId?: string,
): Promise<GraphAnswer<Reading>> {
  const depth = personId === undefined ? 10 : 50;
  const reading: Reading = { threads: [], complete: true };
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await callGraph(access, listing(access, depth, personId, after), Conversations);
    if (!answer.ok) return answer;
    const { data, paging } = answer.value;
    const recent = data.filter(({ updated_time }) => !(Date.parse(updated_time ?? '') < from));
    for (const conversation of recent) {
      const { thread, complete } = threadOf(conversation, access.accountId, from, depth);
      reading.threads.push(thread);
      reading.complete &&= complete;
    }
    after = paging?.cursors?.after;
    if (recent.length < THREADS || after === undefined) return { ok: true, value: reading };
  }
  return { ok: true, value: { ...reading, complete: false } };
}

function listing({ accountId }: Access, depth: number, personId?: string, after?: string) {
  const messages = `messages.limit(${depth}){id,message,from,created_time,attachments}`;
  return {
    method: 'GET',
    path: `${encodeURIComponent(accountId)}/conversations`,
    query: {
      platform: 'messenger',
      fields: `updated_time,participants,${messages}`,
      limit: String(THREADS),
      ...(personId !== undefined && { user_id: personId }),
      ...(after !== undefined && { after }),
    },
  } as const;
}

function threadOf(
  { participants, messages }: z.infer<typeof Conversation>,
  accountId: string,
  from: number,
  depth: number,
): { thread: Thread; complete: boolean } {
  const all = messages?.data ?? [];
  const recent = all.filter(({ created_time }) => !(Date.parse(created_time) < from));
  const thread = {
    people: (participants?.data ?? []).filter(({ id }) => id !== accountId),
    sent: recent.filter((message) => message.from?.id === accountId),
  };
  return { thread, complete: recent.length < depth };
}

/** Our message with these words. */
export function withWords(sent: SentMessage[], { text }: Pick<Order, 'text'>): SentMessage | undefined {
  return sent.find(({ message }) => comparable(message ?? '') === comparable(text));
}

/** Our message without words that carries as many pictures or films. */
export function withMedia(sent: SentMessage[], { media }: Pick<Order, 'media'>): SentMessage | undefined {
  return sent.find(
    ({ message, attachments }) =>
      comparable(message ?? '') === '' && attachments?.data.length === media.length,
  );
}
