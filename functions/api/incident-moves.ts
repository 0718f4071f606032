import type { DeskEvent } from '../domain/events.ts';
import type { Incident } from '../domain/incident.ts';
import type { IncidentMove } from '../domain/incident-moves.ts';
import type { Refusal } from '../domain/refusal.ts';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { countAffected } from '../store/affected.ts';
import { resultOf } from '../store/idempotency.ts';
import { getIncident, saveIncident } from '../store/incidents.ts';
import type { Agent } from './agent.ts';
import { idempotencyKeyOf } from './idempotency-key.ts';
import { json } from './json.ts';
import type { ApiServices } from './services.ts';

const ATTEMPTS = 8;

/** The incident that the path names. @throws Reject 404 */
export async function incidentOf({ parameters }: HttpRequest, { desk }: ApiServices): Promise<Incident> {
  const incident = await getIncident(desk.table, parameters.id ?? '');
  if (!incident) throw new Reject(404, 'There is no incident with this id.');
  return incident;
}

/**
 * Takes a step with the incident that the path names, once for each Idempotency-Key; gives the incident as it is then.
 * @throws Reject 409 when it cannot take that step
 */
export async function moveIncident(
  request: HttpRequest,
  services: ApiServices,
  agent: Agent,
  decide: (incident: Incident, key: string) => IncidentMove | { refusal: Refusal },
): Promise<Incident> {
  const { desk } = services;
  const name = { scope: `${agent.id}#${request.path}`, key: idempotencyKeyOf(request) };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await incidentOf(request, services);
    if ((await resultOf(desk.table, name.scope, name.key)) !== undefined) return before;
    const decided = decide(before, `${agent.id}:${name.key}`);
    if ('refusal' in decided) {
      const { code, explanation, advice } = decided.refusal;
      throw new Reject(409, `${explanation} ${advice}`, { code, explanation, advice });
    }
    const { after, events }: { after: Incident; events: DeskEvent[] } = decided;
    const occasion = { at: desk.clock(), actor: agent.id, traceId: request.traceId };
    const named = { ...name, result: after.id };
    if ((await saveIncident(desk.table, { before, after }, events, occasion, named)) === 'saved')
      return { ...after, version: before.version + 1 };
  }
  throw new Error(`Others changed the incident ${ATTEMPTS} times in a row.`);
}

/** An incident as the API shows it. */
export async function incidentView(
  { posts, remindAt: _, reminders: __, ...incident }: Incident,
  services: ApiServices,
) {
  const counts = await countAffected(services.desk.table, incident.id);
  return {
    ...incident,
    posts: posts.map(({ channel, nativeId, at }) => ({ channel, nativeId, at })),
    counts,
  };
}

export async function incidentAnswer(
  status: number,
  incident: Incident,
  services: ApiServices,
): Promise<HttpAnswer> {
  return json(status, await incidentView(incident, services), { etag: `"${incident.version}"` });
}
