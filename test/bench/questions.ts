import { setTimeout as sleep } from 'node:timers/promises';
import { getReference } from '../../functions/store/references.ts';
import type { Table } from '../../functions/store/table.ts';
import { inLanes } from './lanes.ts';
import { handles, pages } from './many-accounts.ts';
import { act, firstPosts } from './outside-view.ts';

/** How customers ask, and we answer. */
export const ways = ['Facebook comment', 'Messenger', 'X post', 'X message'] as const;
export type Way = (typeof ways)[number];

/** Where something is to be answered. */
export interface Question {
  way: Way;
  conversationId: string;
  visibility: 'public' | 'private';
}

const FACEBOOK_PEOPLE = ['ines-okoro', 'tomas-vidal', 'mei-lindqvist', 'jonas-keller', 'amara-diallo'];
const X_PEOPLE = ['11', '12', '13', '14', '15'].map((end) => `19000000000000000${end}`);
const AT_ONCE = 8;

/** Five people ask each of the fifty accounts, in public and in private; resolves when the desk knows it all. */
export async function askEverywhere(outside: string, table: Table): Promise<Question[]> {
  const posts = await firstPosts(outside);
  const asks = [
    ...pages.flatMap(({ id }) => FACEBOOK_PEOPLE.flatMap((person) => onFacebook(id, person, posts))),
    ...handles.flatMap(({ id, handle }) => X_PEOPLE.flatMap((person) => onX(id, handle, person))),
  ];
  const questions: Question[] = [];
  await inLanes(asks, AT_ONCE, async ({ way, channel, accountId, action, body }) => {
    const nativeId = await act(outside, channel, action, body);
    const conversationId = await conversationOf(table, { channel, accountId, nativeId });
    const visibility = way === 'Messenger' || way === 'X message' ? 'private' : 'public';
    questions.push({ way, conversationId, visibility });
  });
  return questions;
}

interface Ask {
  way: Way;
  channel: 'facebook' | 'x';
  accountId: string;
  action: string;
  body: object;
}

function onFacebook(pageId: string, person: string, posts: ReadonlyMap<string, string>): Ask[] {
  const to = { channel: 'facebook', accountId: pageId } as const;
  const text = 'Where is my parcel?';
  return [
    { ...to, way: 'Facebook comment', action: 'comments', body: { person, postId: posts.get(pageId), text } },
    { ...to, way: 'Messenger', action: 'messages', body: { person, pageId, text } },
  ];
}

function onX(accountId: string, handle: string | undefined, person: string): Ask[] {
  const to = { channel: 'x', accountId } as const;
  const text = 'Where is my parcel?';
  return [
    { ...to, way: 'X post', action: 'posts', body: { person, text: `@${handle} ${text}` } },
    { ...to, way: 'X message', action: 'messages', body: { person, accountId, text } },
  ];
}

/** The conversation that a platform's id leads to, as soon as the desk has heard of it. */
async function conversationOf(table: Table, native: Parameters<typeof getReference>[1]): Promise<string> {
  for (let attempt = 0; attempt < 1_000; attempt += 1) {
    const reference = await getReference(table, native);
    if (reference?.conversationId !== undefined) return reference.conversationId;
    await sleep(10);
  }
  throw new Error(`The desk never heard of ${native.channel} ${native.nativeId}.`);
}
