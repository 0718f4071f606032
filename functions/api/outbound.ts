import * as z from 'zod/mini';
import { decideUntilCommitted } from '../desk.ts';
import { handled } from '../domain/intervene.ts';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { getDeparture } from '../store/departures.ts';
import { listMessagesIn } from '../store/hard-cases.ts';
import { hardStates } from '../store/message-item.ts';
import { agentOf } from './agent.ts';
import { json, queryOf } from './json.ts';
import { messageView } from './representation.ts';
import type { ApiServices } from './services.ts';

const Hard = z.object({
  state: z.enum(hardStates),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 50),
});

/** `GET /api/outbound?state=failed|unconfirmed|held`: messages of ours that somebody has to look at, oldest first. */
export async function listOutbound(request: HttpRequest, { desk }: ApiServices): Promise<HttpAnswer> {
  agentOf(request);
  const { state, limit } = queryOf(request, Hard);
  const messages = await listMessagesIn(desk.table, state, limit);
  const items = messages
    .slice(0, limit)
    .map((message) => ({ conversationId: message.conversationId, ...messageView(message, undefined) }));
  return json(200, { items });
}

/** `POST /api/messages/{id}/handled`: somebody dealt with a hard case by other means; it leaves the list. */
export async function markHandled(request: HttpRequest, { desk }: ApiServices): Promise<HttpAnswer> {
  const agent = agentOf(request);
  await decideUntilCommitted(desk.table, async () => {
    const departure = await getDeparture(desk.table, request.parameters.id ?? '');
    if (!departure)
      throw new Reject(404, 'There is no message of ours with this id that was written in Hark.');
    return handled(departure, { now: desk.clock(), traceId: request.traceId, actor: agent.id });
  });
  return json(200, {});
}
