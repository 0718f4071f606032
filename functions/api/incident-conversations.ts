import * as z from 'zod/mini';
import { decideUntilCommitted } from '../desk.ts';
import { Affected } from '../domain/affected.ts';
import { earlier } from '../domain/instant.ts';
import { joinIncident, leaveIncident } from '../domain/join-incident.ts';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { countAffected, getAffected, listAffected, putAffected } from '../store/affected.ts';
import { getConversation, getConversations } from '../store/conversations.ts';
import { getIncident, saveIncident } from '../store/incidents.ts';
import { getSettings, policySettings } from '../store/settings.ts';
import { type Agent, agentOf } from './agent.ts';
import { incidentOf } from './incident-moves.ts';
import { bodyOf, json, queryOf } from './json.ts';
import { conversationView } from './representation.ts';
import type { ApiServices } from './services.ts';

/** How many are decided by one request; whoever accepts all of more asks again for the rest. */
const MOST = 200;

const Listing = z.object({
  state: z._default(Affected.shape.state, 'proposed'),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 50),
  cursor: z.optional(z.string()),
});

/** `GET /api/incidents/{id}/conversations?state=`: those that belong to it, may do so, or do not, and why. */
export async function showAffected(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  agentOf(request);
  const { id } = await incidentOf(request, services);
  const { state, limit, cursor: after } = queryOf(request, Listing);
  const { desk, senderOf } = services;
  const { affected, last } = await listAffected(desk.table, id, { state, after, limit });
  const rows = await getConversations(
    desk.table,
    affected.map(({ conversationId }) => conversationId),
  );
  const now = desk.clock();
  const items = affected.flatMap(({ conversationId, state: how, reasons, reportedAt, toldAt }) => {
    const conversation = rows.find((row) => row.id === conversationId);
    // Erased since.
    if (!conversation) return [];
    const row = conversationView(conversation, now, senderOf(conversation.channel)?.limits);
    return [{ conversationId, state: how, reasons, reportedAt, toldAt, row }];
  });
  return json(200, { items, cursor: last ?? null });
}

const ids = z._default(z.array(z.string()).check(z.maxLength(MOST)), []);
const Decision = z.object({ accept: ids, reject: ids, acceptAll: z._default(z.boolean(), false) });

/** `POST /api/incidents/{id}/conversations`: accepts or rejects conversations, one by one or all that are proposed. */
export async function decideAffected(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = agentOf(request);
  const { accept, reject, acceptAll } = bodyOf(request, Decision);
  const incident = await incidentOf(request, services);
  if (incident.state === 'resolved')
    throw new Reject(409, 'This incident is resolved. Declare a new one if it is broken again.');
  const { table } = services.desk;
  const proposed = acceptAll
    ? await listAffected(table, incident.id, { state: 'proposed', limit: MOST })
    : undefined;
  const accepted = [...accept, ...(proposed?.affected ?? []).map(({ conversationId }) => conversationId)];
  for (const id of accepted) await decide(incident.id, id, 'accepted', agent, request, services);
  for (const id of reject) await decide(incident.id, id, 'rejected', agent, request, services);
  await noteFirstReport(incident.id, accepted, agent, request, services);
  const counts = await countAffected(table, incident.id);
  return json(200, { counts, hasMore: proposed?.last !== undefined });
}

/** A conversation that nobody proposed may be added by hand. What is decided already stays as it is. */
async function decide(
  incidentId: string,
  conversationId: string,
  state: 'accepted' | 'rejected',
  agent: Agent,
  { traceId }: HttpRequest,
  { desk }: ApiServices,
): Promise<void> {
  const conversation = await getConversation(desk.table, conversationId);
  if (!conversation) throw new Reject(404, `There is no conversation with the id ${conversationId}.`);
  const before = await getAffected(desk.table, incidentId, conversationId);
  if (before?.state === state) return;
  const now = desk.clock();
  const { value: policies } = await getSettings(desk.table, policySettings);
  const occasion = { traceId, policies, actor: agent.id };
  // The conversation first: whoever repeats the request after a crash finds it joined, and only notes so.
  await decideUntilCommitted(desk.table, async () => {
    const current = await getConversation(desk.table, conversationId);
    if (!current) return undefined;
    const change = { ...occasion, now: desk.clock() };
    return state === 'accepted'
      ? joinIncident(current, incidentId, change)
      : leaveIncident(current, incidentId, change);
  });
  const known = before ?? {
    ...{ incidentId, conversationId, reasons: ['Somebody added it by hand.'], proposedAt: now },
    reportedAt: conversation.unanswered[0]?.at ?? conversation.lastInboundAt ?? conversation.openedAt,
  };
  await putAffected(desk.table, before, { ...known, state, decidedAt: now, decidedBy: agent.id });
}

/** Remembers when the first of those who were accepted wrote. */
async function noteFirstReport(
  incidentId: string,
  accepted: string[],
  agent: Agent,
  { traceId }: HttpRequest,
  { desk }: ApiServices,
): Promise<void> {
  const known = await Promise.all(accepted.map((id) => getAffected(desk.table, incidentId, id)));
  const reports = known.flatMap((one) => one?.reportedAt ?? []);
  const [first] = reports.toSorted();
  const before = first === undefined ? undefined : await getIncident(desk.table, incidentId);
  if (first === undefined || !before || (before.firstReportAt ?? '~') <= first) return;
  const after = { ...before, firstReportAt: earlier(before.firstReportAt ?? first, first) };
  await saveIncident(desk.table, { before, after }, [], { at: desk.clock(), actor: agent.id, traceId });
}
