import type { Affected } from '../domain/affected.ts';
import { postMortem } from '../domain/post-mortem.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { listAffected } from '../store/affected.ts';
import { getBroadcast } from '../store/broadcasts.ts';
import { getConversations } from '../store/conversations.ts';
import { progressOf } from '../store/recipients.ts';
import type { Table } from '../store/table.ts';
import { agentOf } from './agent.ts';
import { incidentOf } from './incident-moves.ts';
import { json } from './json.ts';
import type { ApiServices } from './services.ts';

const PAGE = 100;

/** `GET /api/incidents/{id}/post-mortem`: a draft of the page that tells what happened, and the numbers in it. */
export async function showPostMortem(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  agentOf(request);
  const { table, clock } = services.desk;
  const incident = await incidentOf(request, services);
  const affected = await allAccepted(incident.id, table);
  const broadcastIds = incident.updates.flatMap(({ broadcastId }) => broadcastId ?? []);
  const [answered, mailed] = await Promise.all([answeredOf(affected, table), mailedBy(broadcastIds, table)]);
  return json(200, postMortem({ incident, affected, answered, mailed, now: clock() }));
}

async function allAccepted(incidentId: string, table: Table): Promise<Affected[]> {
  const all: Affected[] = [];
  let after: string | undefined;
  do {
    const page = await listAffected(table, incidentId, { state: 'accepted', after, limit: PAGE });
    all.push(...page.affected);
    after = page.last;
  } while (after !== undefined);
  return all;
}

async function answeredOf(affected: Affected[], table: Table): Promise<number> {
  let answered = 0;
  for (let from = 0; from < affected.length; from += PAGE) {
    const some = affected.slice(from, from + PAGE);
    const conversations = await getConversations(
      table,
      some.map(({ conversationId }) => conversationId),
    );
    const reports = new Map(some.map(({ conversationId, reportedAt }) => [conversationId, reportedAt]));
    answered += conversations.filter(
      ({ id, lastAnswerAt = '' }) => lastAnswerAt > (reports.get(id) ?? '~'),
    ).length;
  }
  return answered;
}

/** Whoever was mailed of any update; the largest of them, since they are the same people each time. */
async function mailedBy(broadcastIds: string[], table: Table): Promise<number> {
  const counts = await Promise.all(
    broadcastIds.map(async (id) => {
      const broadcast = await getBroadcast(table, id);
      return broadcast ? ((await progressOf(table, id)).get('email')?.sent ?? 0) : 0;
    }),
  );
  return Math.max(0, ...counts);
}
