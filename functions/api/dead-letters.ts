import * as z from 'zod/mini';
import { emptyChange } from '../domain/change.ts';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { agentOf } from './agent.ts';
import { bodyOf, json } from './json.ts';
import type { ApiServices } from './services.ts';
import { writeOnce } from './write-once.ts';

/** `GET /api/dead-letters`: how many messages of each queue were given up (admin). */
export async function listDeadLetters(
  request: HttpRequest,
  { deadLetters }: ApiServices,
): Promise<HttpAnswer> {
  agentOf(request, 'admin');
  return json(200, { items: await deadLetters.list() });
}

const Redrive = z.object({
  queue: z.string(),
  limit: z._default(z.number().check(z.int(), z.gte(1), z.lte(500)), 100),
});

/** `POST /api/dead-letters`: puts given-up messages of a queue back into it (admin). */
export async function redriveDeadLetters(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = agentOf(request, 'admin');
  const { queue, limit } = bodyOf(request, Redrive);
  const { desk, deadLetters } = services;
  const moved = await writeOnce(request, services, agent, async () => {
    const redriven = await deadLetters.redrive(queue, limit);
    if (redriven === undefined)
      throw new Reject(404, 'There is no queue of this name. GET /api/dead-letters lists them.');
    const change = emptyChange({ traceId: request.traceId, at: desk.clock(), actor: agent.id });
    return { change, result: `${redriven}` };
  });
  return json(200, { queue, moved: Number(moved) });
}
