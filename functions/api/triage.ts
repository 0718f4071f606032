import * as z from 'zod/mini';
import { causeOf, decideUntilCommitted } from '../desk.ts';
import { agreementOf } from '../domain/triage/agreement.ts';
import { correctTriage } from '../domain/triage/correct-triage.ts';
import { Labels } from '../domain/triage/labels.ts';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { getConversation, getMessage, latestMessages } from '../store/conversations.ts';
import { getSettings, policySettings } from '../store/settings.ts';
import { correctionsSince, countsSince, listCorrections as pageOfCorrections } from '../store/triage.ts';
import { agentOf } from './agent.ts';
import { bodyOf, json, queryOf } from './json.ts';
import { messageAnswer } from './own-message.ts';
import type { ApiServices } from './services.ts';
import { refuseOtherTeams, writerOf } from './team-access.ts';

/** How many of the latest messages may be waiting beside the one that is set right. */
const REACH = 50;

const Asked = z
  .partial(Labels)
  .check(z.refine((labels) => Object.keys(labels).length > 0, { error: 'names no label' }));

/** `POST /api/messages/{id}/triage`: sets right what was read from a message; the clock follows, and the correction is kept to learn from. */
export async function correctMessage(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = writerOf(request);
  const labels = bodyOf(request, Asked);
  const { table } = services.desk;
  const { value: policies } = await getSettings(table, policySettings);
  const id = request.parameters.id ?? '';
  await decideUntilCommitted(table, async () => {
    const message = await getMessage(table, id);
    const conversation = message && (await getConversation(table, message.conversationId));
    if (!message || !conversation) throw new Reject(404, 'There is no message with this id.');
    refuseOtherTeams(agent, conversation);
    if (!message.triage) {
      throw new Reject(409, 'Nothing was read from this message, so there is nothing to set right.');
    }
    const recent = await latestMessages(table, conversation.id, REACH);
    const cause = causeOf(services.desk, request.traceId, policies);
    return correctTriage(labels, { message, conversation, recent }, agent.id, cause);
  });
  return messageAnswer(id, services);
}

const DAY = 86_400_000;
const Period = z.object({ days: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(366)), 30) });

/** `GET /api/reports/triage`: how far people agree with the classifier, label by label. */
export async function showAgreement(request: HttpRequest, { desk }: ApiServices): Promise<HttpAnswer> {
  agentOf(request, 'lead');
  const { days } = queryOf(request, Period);
  const since = new Date(Date.parse(desk.clock()) - (days - 1) * DAY).toISOString().slice(0, 10);
  const [shown, corrections] = await Promise.all([
    countsSince(desk.table, since),
    correctionsSince(desk.table, since),
  ]);
  return json(200, { since, ...agreementOf(shown, corrections), corrections: corrections.length });
}

const Page = z.object({
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(500)), 100),
  cursor: z.optional(z.string()),
});

/** `GET /api/reports/triage/corrections`: what was misread, page by page, to be learnt from. */
export async function listCorrections(request: HttpRequest, { desk }: ApiServices): Promise<HttpAnswer> {
  agentOf(request, 'lead');
  const { limit, cursor } = queryOf(request, Page);
  const { corrections, last } = await pageOfCorrections(desk.table, cursor, limit);
  return json(200, { items: corrections, cursor: last ?? null });
}
