import * as z from 'zod/mini';
import type { Conversation } from '../domain/conversation.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { getConversation } from '../store/conversations.ts';
import {
  type BrokenPromise,
  latestBroken,
  type PromisesOfDay,
  promisesSince,
} from '../store/promise-counts.ts';
import { agentOf } from './agent.ts';
import { json, queryOf } from './json.ts';
import { promiseView } from './representation.ts';
import type { ApiServices } from './services.ts';

const DAY = 24 * 3600_000;
/** How many broken promises the report names. */
const BROKEN_SHOWN = 20;

const Span = z.object({ days: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(366)), 30) });

/** `GET /api/reports/promises?days=30`: what we promised and what became of it, by team, and the latest that were broken. */
export async function reportPromises(request: HttpRequest, { desk }: ApiServices): Promise<HttpAnswer> {
  agentOf(request);
  const { days } = queryOf(request, Span);
  const now = desk.clock();
  const from = new Date(Date.parse(now) - (days - 1) * DAY).toISOString().slice(0, 10);
  const [counted, broken] = await Promise.all([
    promisesSince(desk.table, from),
    latestBroken(desk.table, BROKEN_SHOWN),
  ]);
  const conversations = await Promise.all(
    broken.map(({ conversationId }) => getConversation(desk.table, conversationId)),
  );
  return json(200, {
    from,
    totals: sumOf(counted),
    teams: [...Map.groupBy(counted, ({ teamId }) => teamId)].map(([teamId, of]) => ({
      teamId,
      ...sumOf(of),
    })),
    byDay: [...Map.groupBy(counted, ({ day }) => day)].map(([day, of]) => ({ day, ...sumOf(of) })),
    broken: broken.map((promise, index) => brokenView(promise, conversations[index], now)),
  });
}

function sumOf(counted: PromisesOfDay[]) {
  const sum = (fate: 'made' | 'kept' | 'keptLate' | 'broken' | 'withdrawn') =>
    counted.reduce((total, of) => total + of[fate], 0);
  return {
    made: sum('made'),
    kept: sum('kept'),
    keptLate: sum('keptLate'),
    broken: sum('broken'),
    withdrawn: sum('withdrawn'),
  };
}

/** The words of a promise live with its conversation, so that they go when that is erased. */
function brokenView(broken: BrokenPromise, conversation: Conversation | undefined, now: string) {
  const promise = conversation?.promises?.find(({ id }) => id === broken.promiseId);
  return {
    ...broken,
    ...(conversation && { person: conversation.contact.name ?? conversation.contact.handle }),
    ...(promise && promiseView(promise, now)),
  };
}
