import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';
import { fetchAccessToken } from '../../lib/local/access-token.ts';
import { act, answersThere, answerText, firstPosts } from './outside-view.ts';

/** A local stack as agents, customers and the platforms' call logs see it. */
export interface ReplyDesk {
  /** Five people comment in turn, and each writes to us in Messenger too. */
  askOnFacebook(comments: number): Promise<Question[]>;
  /** One conversation on X by a post and one by a private message. */
  askOnX(): Promise<Question[]>;
  /** Answers a question at once; takes the time of the call. */
  answer(question: Question, number: number): Promise<Answered>;
  /** When each answer reached its platform, in epoch milliseconds, by its number. */
  arrivals(): Promise<Map<number, number>>;
  /** How often each answer stands on the platforms, by its number. */
  there(): Promise<Map<number, number>>;
  /** Lets the next call of a platform fail. */
  spoil(platform: string, fault: { kind: 'status' | 'code' | 'cut'; value?: number }): Promise<void>;
  /** What the desk says of the messages of a conversation, by their ids. */
  states(conversationId: string): Promise<Map<string, string>>;
}

export interface Question {
  conversationId: string;
  visibility: 'public' | 'private';
}

export interface Answered {
  number: number;
  messageId: string;
  conversationId: string;
  /** Epoch milliseconds. */
  calledAt: number;
  /** How long the API took, in milliseconds. */
  took: number;
}

export const PAGE = '108200000000001';
const BRAND = '1800000000000000001';
const FACEBOOK_PEOPLE = ['ines-okoro', 'tomas-vidal', 'mei-lindqvist', 'jonas-keller', 'amara-diallo'];
const X_PERSON = '1900000000000000012';

const Inbox = z.object({ items: z.array(z.object({ id: z.string(), visibility: z.string() })) });
const Stored = z.object({ message: z.object({ id: z.string() }) });
const Shown = z.object({
  messages: z.array(z.object({ id: z.string(), state: z.optional(z.nullable(z.string())) })),
});
const Calls = z.array(
  z.object({ at: z.string(), method: z.string(), body: z.optional(z.unknown()), status: z.number() }),
);

export async function replyDesk(url: string): Promise<ReplyDesk> {
  const authorization = `Bearer ${await fetchAccessToken(url, 'admin')}`;
  const outside = `${url}/_local/outside`;
  const ask = async (path: string, request: RequestInit = {}): Promise<unknown> => {
    const headers = { authorization, 'content-type': 'application/json', ...request.headers };
    const response = await fetch(url + path, { ...request, headers });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  };
  const inbox = async (channel: string, count: number): Promise<Question[]> => {
    for (let attempt = 0; attempt < 600; attempt += 1) {
      const { items } = Inbox.parse(await ask(`/api/conversations?status=open&channel=${channel}&limit=100`));
      if (items.length >= count)
        return items.map(({ id, visibility }) => ({
          conversationId: id,
          visibility: visibility === 'private' ? 'private' : 'public',
        }));
      await sleep(50);
    }
    throw new Error(`The desk did not hear of ${count} conversations on ${channel}.`);
  };
  return {
    async askOnFacebook(comments) {
      const postId = (await firstPosts(outside)).get(PAGE);
      for (let number = 0; number < comments; number += 1) {
        const person = FACEBOOK_PEOPLE[number % FACEBOOK_PEOPLE.length];
        await act(outside, 'facebook', 'comments', {
          person,
          postId,
          text: `Question ${number}: where is it?`,
        });
      }
      for (const person of FACEBOOK_PEOPLE)
        await act(outside, 'facebook', 'messages', { person, pageId: PAGE, text: 'Where is my parcel?' });
      // What one person writes under one post is one conversation.
      return inbox('facebook', Math.min(comments, FACEBOOK_PEOPLE.length) + FACEBOOK_PEOPLE.length);
    },
    async askOnX() {
      await act(outside, 'x', 'posts', { person: X_PERSON, text: '@larkspursupply Where is my parcel?' });
      await act(outside, 'x', 'messages', { person: X_PERSON, accountId: BRAND, text: 'Are you there?' });
      const found = await inbox('x', 1);
      return found.flatMap(({ conversationId }) => [
        { conversationId, visibility: 'public' as const },
        { conversationId, visibility: 'private' as const },
      ]);
    },
    async answer({ conversationId, visibility }, number) {
      const calledAt = Date.now();
      const start = performance.now();
      const stored = await ask(`/api/conversations/${conversationId}/replies`, {
        method: 'POST',
        headers: { 'idempotency-key': `bench-${number}` },
        body: JSON.stringify({ text: answerText(number), visibility, undoSeconds: 0 }),
      });
      const took = performance.now() - start;
      return { number, conversationId, calledAt, took, messageId: Stored.parse(stored).message.id };
    },
    async arrivals() {
      const arrivals = new Map<number, number>();
      for (const platform of ['facebook', 'x']) {
        for (const { at, method, body } of Calls.parse(await ask(`/_local/platforms/${platform}/calls`))) {
          const number = /Answer (\d{4}):/.exec(JSON.stringify(body ?? ''))?.[1];
          if (method !== 'POST' || number === undefined || arrivals.has(Number(number))) continue;
          arrivals.set(Number(number), Date.parse(at));
        }
      }
      return arrivals;
    },
    there: () => answersThere(outside),
    async spoil(platform, fault) {
      const response = await fetch(`${url}/_local/platforms/${platform}/faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ count: 1, ...fault }),
      });
      if (!response.ok) throw new Error(`The simulator took no fault: ${response.status}.`);
      await response.text();
    },
    async states(conversationId) {
      const { messages } = Shown.parse(await ask(`/api/conversations/${conversationId}`));
      return new Map(messages.map(({ id, state }) => [id, state ?? '']));
    },
  };
}
