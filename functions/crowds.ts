import { type Desk, decideUntilCommitted } from './desk.ts';
import { CROWD_WINDOW, crowdOf, learnUsual, minuteOf, type PaceMinute } from './domain/crowd.ts';
import type { Drawn } from './domain/drawn.ts';
import { type CrowdNews, raised } from './domain/raise.ts';
import { getConversation, getMessage } from './store/conversations.ts';
import type { Native } from './store/keys.ts';
import {
  countPace,
  getCrowd,
  listAbout,
  listPace,
  noteAbout,
  putUsualPace,
  tellCrowd,
  usualPace,
} from './store/pace.ts';
import { getPosts } from './store/posts.ts';
import { getReference } from './store/references.ts';

const MINUTE = 60_000;
/** What is told later than this says nothing about the present speed, in milliseconds. */
const FRESH = 60 * MINUTE;
/** How many conversations about a post rise with it. */
const MOST_RAISED = 200;
const BEGINNING = '0000-01-01T00:00:00.000Z';

/**
 * Counts what a post draws, minute by minute, and tells when a crowd forms. It costs a write for each; looking whether there is a
 * crowd costs some reads, so that is done at the second of a minute and then at every fifth.
 */
export async function watchCrowd(drawn: Drawn, traceId: string, desk: Desk): Promise<void> {
  const { table, clock } = desk;
  const { channel, accountId, nativeId, sort, by, conversationId } = drawn;
  const post: Native = { channel, accountId, nativeId };
  const now = clock();
  const minute = minuteOf(drawn.at);
  if (Date.parse(now) - Date.parse(minute) > FRESH || minute > now) return;
  const counted = await countPace(table, post, { sort, minute, by });
  if (conversationId !== undefined) await follow(post, conversationId, desk);
  const total = totalOf(counted);
  if (by === 1 && total === 1) await learn(post, minute, desk);
  if (by === 1 && (total === 2 || total % 5 === 0)) await lookForCrowd(drawn, traceId, desk);
}

function totalOf({ likes, shares, replies }: PaceMinute): number {
  return likes + shares + replies;
}

/** A conversation about a post that has a crowd already rises at once; others are known when one forms. */
async function follow(post: Native, conversationId: string, desk: Desk): Promise<void> {
  await noteAbout(desk.table, post, conversationId, desk.clock());
  const crowd = await getCrowd(desk.table, post);
  if (crowd) await raise(conversationId, crowd, desk);
}

/** A minute has begun, so the one before it is over and tells what is usual. */
async function learn(
  { channel, accountId, nativeId }: Native,
  minute: string,
  { table }: Desk,
): Promise<void> {
  const before = new Date(Date.parse(minute) - MINUTE).toISOString();
  const post = { channel, accountId, nativeId };
  const [latest] = await listPace(table, post, { from: BEGINNING, to: before, limit: 1 });
  if (!latest) return;
  const usual = await usualPace(table, channel, accountId);
  await putUsualPace(table, channel, accountId, learnUsual(usual, Math.max(0, totalOf(latest))));
}

async function lookForCrowd(post: Drawn, traceId: string, { table, clock }: Desk): Promise<void> {
  const { channel, accountId, nativeId } = post;
  const now = clock();
  const from = new Date(Date.parse(now) - (CROWD_WINDOW + 1) * MINUTE).toISOString();
  const [minutes, told, usual] = await Promise.all([
    listPace(table, post, { from, to: now, limit: CROWD_WINDOW + 2 }),
    getCrowd(table, post),
    usualPace(table, channel, accountId),
  ]);
  const since = (await saidAt(post, table)) ?? minutes.at(-1)?.minute ?? now;
  const forming = crowdOf({ minutes, since, usual, told }, now);
  if (!forming) return;
  const { crowd, ...numbers } = forming;
  const data: CrowdNews = { channel, accountId, postId: nativeId, ...crowd, ...numbers };
  // Somebody else may have told meanwhile; then it is told.
  await tellCrowd(table, post, told, crowd, { traceId, data: { ...data } });
}

/** When a post, or a message of a customer that others like, was said. */
async function saidAt(post: Native, table: Desk['table']): Promise<string | undefined> {
  const [[known], reference] = await Promise.all([getPosts(table, [post]), getReference(table, post)]);
  if (known?.at !== undefined || reference?.messageId === undefined) return known?.at;
  return (await getMessage(table, reference.messageId))?.at;
}

/** Lets the conversations about a post rise that has drawn a crowd: that of its author, if a customer wrote it, and of all who answer. */
export async function raiseAbout(news: CrowdNews, desk: Desk): Promise<void> {
  const { channel, accountId, postId: nativeId } = news;
  const post: Native = { channel, accountId, nativeId };
  const reference = await getReference(desk.table, post);
  const about = await listAbout(desk.table, post, MOST_RAISED);
  const all = new Set([
    ...(reference?.conversationId === undefined ? [] : [reference.conversationId]),
    ...about,
  ]);
  for (const conversationId of all) await raise(conversationId, news, desk);
}

async function raise(
  conversationId: string,
  { perMinute, usual, at }: Pick<CrowdNews, 'perMinute' | 'usual' | 'at'>,
  { table, clock }: Desk,
): Promise<void> {
  await decideUntilCommitted(table, async () => {
    const conversation = await getConversation(table, conversationId);
    return conversation && raised(conversation, { perMinute, usual, at }, clock());
  });
}

/** A desk that watches what posts draw. */
export function watching(desk: Desk): Desk {
  return { ...desk, drew: (drawn, traceId) => watchCrowd(drawn, traceId, desk) };
}
