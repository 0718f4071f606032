import * as z from 'zod/mini';
import { type Broadcast, TimeZone } from '../domain/broadcast.ts';
import { approve, cancel, type Move, pause, propose, resume, schedule } from '../domain/broadcast-moves.ts';
import { Instant } from '../domain/instant.ts';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { getBroadcast, saveBroadcast } from '../store/broadcasts.ts';
import { type Agent, agentOf } from './agent.ts';
import { refuseProblems } from './broadcast-rules.ts';
import { broadcastAnswer } from './broadcast-view.ts';
import { bodyOf } from './json.ts';
import type { ApiServices } from './services.ts';

/** How often a step is decided anew because somebody else wrote meanwhile. */
const ATTEMPTS = 8;

/** The broadcast that the path names. @throws Reject 404 */
export async function broadcastOf({ parameters }: HttpRequest, { desk }: ApiServices): Promise<Broadcast> {
  const broadcast = await getBroadcast(desk.table, parameters.id ?? '');
  if (!broadcast) throw new Reject(404, 'There is no broadcast with this id.');
  return broadcast;
}

/**
 * Takes a step with the broadcast that the path names, as it stands when it is written.
 * @throws Reject 409 when it cannot take that step
 */
export async function move(
  request: HttpRequest,
  services: ApiServices,
  agent: Agent,
  decide: (broadcast: Broadcast) => Move | Promise<Move>,
): Promise<HttpAnswer> {
  const { desk } = services;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await broadcastOf(request, services);
    const decided = await decide(before);
    if ('refusal' in decided) {
      const { code, explanation, advice } = decided.refusal;
      throw new Reject(409, `${explanation} ${advice}`, { code, explanation, advice, state: before.state });
    }
    const { after, events } = decided;
    const occasion = { at: desk.clock(), actor: agent.id, traceId: request.traceId };
    if ((await saveBroadcast(desk.table, { before, after }, events, occasion)) === 'saved')
      return broadcastAnswer(200, { ...after, version: before.version + 1 }, services);
  }
  throw new Error(`Others changed the broadcast ${ATTEMPTS} times in a row.`);
}

/** `POST /api/broadcasts/{id}/propose`: an agent asks a lead or admin to publish it. */
export function proposeBroadcast(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  return move(request, services, agentOf(request), propose);
}

/** `POST /api/broadcasts/{id}/approve`: a lead or admin stands by it. What an audience would not take is refused. */
export async function approveBroadcast(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = agentOf(request, 'lead');
  return move(request, services, agent, async (broadcast) => {
    const approved = approve(broadcast, { id: agent.id, name: agent.name });
    if ('after' in approved) await refuseProblems(broadcast, services);
    return approved;
  });
}

const When = z.object({ publishAt: z.optional(Instant), timeZone: z.optional(TimeZone) });

/** `POST /api/broadcasts/{id}/publish`: now, or at `publishAt`, which was meant by the clock of `timeZone`. */
export async function publishBroadcast(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = agentOf(request, 'lead');
  const { publishAt, timeZone }: z.infer<typeof When> =
    request.body.length === 0 ? {} : bodyOf(request, When);
  return move(request, services, agent, async (broadcast) => {
    const now = services.desk.clock();
    const scheduled = schedule(broadcast, publishAt ?? now, now, timeZone);
    if ('after' in scheduled) await refuseProblems(broadcast, services);
    return scheduled;
  });
}

/** `POST /api/broadcasts/{id}/pause`: what has not left waits. */
export function pauseBroadcast(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  return move(request, services, agentOf(request, 'lead'), pause);
}

/** `POST /api/broadcasts/{id}/resume`: it goes on. */
export function resumeBroadcast(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  return move(request, services, agentOf(request, 'lead'), (broadcast) =>
    resume(broadcast, services.desk.clock()),
  );
}

/** `POST /api/broadcasts/{id}/cancel`: nothing of it leaves any more. Whoever wrote a draft may throw it away. */
export function cancelBroadcast(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = agentOf(request);
  return move(request, services, agent, (broadcast) => {
    const isOwnDraft =
      broadcast.createdBy.id === agent.id && (broadcast.state === 'draft' || broadcast.state === 'proposed');
    if (!isOwnDraft) agentOf(request, 'lead');
    return cancel(broadcast, services.desk.clock());
  });
}
