import * as z from 'zod/mini';
import { handled } from '../domain/intervene.ts';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { listMessagesIn } from '../store/hard-cases.ts';
import { hardStates } from '../store/message-item.ts';
import { agentOf } from './agent.ts';
import { json, queryOf } from './json.ts';
import { departureFor, messageAnswer } from './own-message.ts';
import type { ApiServices } from './services.ts';
import { shownMessages } from './shown-messages.ts';
import { writerOf } from './team-access.ts';
import { writeOnce } from './write-once.ts';

const Hard = z.object({
  state: z.enum(hardStates),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 50),
});

/** `GET /api/outbound?state=failed|unconfirmed|held`: messages of ours that somebody has to look at, oldest first. */
export async function listOutbound(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  agentOf(request);
  const { state, limit } = queryOf(request, Hard);
  const messages = (await listMessagesIn(services.desk.table, state, limit)).slice(0, limit);
  const shown = await shownMessages(messages, services);
  const items = messages.map(({ conversationId }, index) => ({ conversationId, ...shown[index] }));
  return json(200, { items });
}

/** `POST /api/messages/{id}/handled`: somebody dealt with a hard case by other means; it leaves the list. */
export async function markHandled(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = writerOf(request);
  const { desk } = services;
  const id = request.parameters.id ?? '';
  await writeOnce(request, services, agent, async () => {
    const departure = await departureFor(agent, id, desk.table);
    const { state, outbound } = departure.message;
    const change = handled(departure, { now: desk.clock(), traceId: request.traceId, actor: agent.id });
    if (change) return { change, result: id };
    if (outbound.handledBy !== undefined) return undefined;
    throw new Reject(
      409,
      `A message that is ${state} needs nobody; only a failed, held or unconfirmed one does.`,
    );
  });
  return messageAnswer(id, services);
}
