import type { Broadcast } from '../domain/broadcast.ts';
import { messagesOf, PlannedWork } from '../domain/planned-work.ts';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { agentOf } from './agent.ts';
import { broadcastOnce } from './broadcast-once.ts';
import { refuseProblems } from './broadcast-rules.ts';
import { broadcastView } from './broadcast-view.ts';
import { idempotencyKeyOf } from './idempotency-key.ts';
import { bodyOf, json } from './json.ts';
import type { ApiServices } from './services.ts';

/**
 * `POST /api/maintenance`: planned work, with what is said before it, when it begins and when it is over, each a broadcast of its
 * own. A lead's are scheduled at once; an agent's wait for approval.
 */
export async function postPlannedWork(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = agentOf(request);
  const planned = bodyOf(request, PlannedWork);
  const { desk } = services;
  const now = desk.clock();
  if (planned.startsAt <= now) throw new Reject(422, 'The work begins in the past. Choose a later time.');
  if (planned.endsAt <= planned.startsAt) throw new Reject(422, 'The work ends before it begins.');
  // Named by the request and the work, not by the time of asking, so that asking again plans nothing twice.
  const name = `${agent.id}:${request.path}:${idempotencyKeyOf(request)}`;
  const messages = messagesOf(planned, now);
  if (messages.length === 0)
    throw new Reject(422, 'Nothing is said of the work. Write at least one of the messages.');
  for (const message of messages) await refuseProblems({ ...message, attachments: [] }, services);
  const broadcasts: Broadcast[] = [];
  for (const message of messages) {
    const id = desk.orderedId(planned.startsAt, `work:${name}:${message.name}`);
    const { name: _, ...said } = message;
    const written = { said, publishes: agent.role !== 'agent' };
    broadcasts.push(await broadcastOnce(id, written, agent, request, services));
  }
  const items = await Promise.all(broadcasts.map((broadcast) => broadcastView(broadcast, services)));
  return json(201, { items });
}
