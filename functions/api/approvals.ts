import * as z from 'zod/mini';
import { causeOf } from '../desk.ts';
import { approve, reject, type Verdict } from '../domain/approval.ts';
import type { Change } from '../domain/change.ts';
import type { Cause } from '../domain/decision.ts';
import type { Departure } from '../domain/outbound-change.ts';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { getConversation } from '../store/conversations.ts';
import { listMessagesIn } from '../store/hard-cases.ts';
import { getSettings, policySettings } from '../store/settings.ts';
import { agentOf } from './agent.ts';
import { bodyOf, json } from './json.ts';
import { messageAnswer, seriesFor } from './own-message.ts';
import type { ApiServices } from './services.ts';
import { shownMessages } from './shown-messages.ts';
import { writerOf } from './team-access.ts';
import { writeOnce } from './write-once.ts';

const SHOWN = 100;
/** Longest that a lead may say to an answer, in characters. */
const LONGEST_NOTE = 2000;

/** `GET /api/approvals`: answers that wait for a lead's consent, oldest first; agents see those of their own. */
export async function listApprovals(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = agentOf(request);
  const waiting = await listMessagesIn(services.desk.table, 'awaiting-approval', SHOWN);
  // The parts of a long text are decided together, so the first stands for all.
  const theirs = waiting.filter(
    ({ id, author, outbound }) =>
      (agent.role !== 'agent' || author.agentId === agent.id) && (outbound?.series ?? id) === id,
  );
  const [shown, conversations] = await Promise.all([
    shownMessages(theirs, services),
    Promise.all(theirs.map(({ conversationId }) => getConversation(services.desk.table, conversationId))),
  ]);
  const items = theirs.map(({ conversationId }, index) => ({
    conversationId,
    contact: conversations[index]?.contact,
    channel: conversations[index]?.channel,
    message: shown[index],
  }));
  return json(200, { items });
}

/** `POST /api/messages/{id}/approve`: a lead consents, and the answer leaves. */
export function approveMessage(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  return decide(request, services, approve);
}

/** `POST /api/messages/{id}/reject`: a lead sends the answer back to its author, with a note. */
export function rejectMessage(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  return decide(request, services, (parts, verdict, { now, traceId }) =>
    reject(parts, verdict, { now, traceId, actor: verdict.by.id }),
  );
}

const Said = z.object({ note: z.optional(z.string().check(z.maxLength(LONGEST_NOTE))) });

async function decide(
  request: HttpRequest,
  services: ApiServices,
  decision: (parts: Departure[], verdict: Verdict, cause: Cause) => Change | undefined,
): Promise<HttpAnswer> {
  const { id, name } = agentOf(request, 'lead');
  const agent = writerOf(request);
  const { note } = request.body.length === 0 ? {} : bodyOf(request, Said);
  const { desk } = services;
  const messageId = request.parameters.id ?? '';
  const { value: policies } = await getSettings(desk.table, policySettings);
  await writeOnce(request, services, agent, async () => {
    const parts = await seriesFor(agent, messageId, desk.table);
    const verdict = { by: { id, name }, note };
    const change = decision(parts, verdict, causeOf(desk, request.traceId, policies));
    if (change) return { change, result: messageId };
    throw new Reject(409, 'This answer waits for nobody: it was decided or taken back already.');
  });
  return messageAnswer(messageId, services);
}
