import * as z from 'zod/mini';
import { Incident, IncidentDraft } from '../domain/incident.ts';
import { amend, declare } from '../domain/incident-moves.ts';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { getAgent } from '../store/agents.ts';
import { resultOf } from '../store/idempotency.ts';
import { getIncident, listIncidents, saveIncident } from '../store/incidents.ts';
import { getSpike, settleSpike } from '../store/spikes.ts';
import { agentOf } from './agent.ts';
import { idempotencyKeyOf } from './idempotency-key.ts';
import { incidentAnswer, incidentOf, incidentView, moveIncident } from './incident-moves.ts';
import { bodyOf, json, queryOf } from './json.ts';
import type { ApiServices } from './services.ts';

const Listing = z.object({
  state: z.optional(Incident.shape.state),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 50),
  cursor: z.optional(z.string()),
});

/** `GET /api/incidents?state=open`: latest first. */
export async function showIncidents(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  agentOf(request);
  const { state, limit, cursor: after } = queryOf(request, Listing);
  const { incidents, last } = await listIncidents(services.desk.table, {
    limit,
    after,
    isOpen: state === 'open',
  });
  const shown = incidents.filter((incident) => state === undefined || incident.state === state);
  const items = await Promise.all(shown.map((incident) => incidentView(incident, services)));
  return json(200, { items, cursor: last ?? null });
}

/** `GET /api/incidents/{id}`. */
export async function showIncident(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  agentOf(request);
  return incidentAnswer(200, await incidentOf(request, services), services);
}

const Declaration = z.extend(IncidentDraft, { spikeId: z.optional(z.string()) });

/** `POST /api/incidents`: a lead says that something is broken, by hand or because of a spike. */
export async function postIncident(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = agentOf(request, 'lead');
  const { spikeId, ...draft } = bodyOf(request, Declaration);
  const { desk } = services;
  const name = { scope: `${agent.id}#${request.path}`, key: idempotencyKeyOf(request) };
  const spike = spikeId === undefined ? undefined : await getSpike(desk.table, spikeId);
  if (spikeId !== undefined && !spike) throw new Reject(422, 'There is no spike with this id.');
  const now = desk.clock();
  const words = draft.words.length > 0 ? draft.words : (spike?.topic ?? []);
  const { after, events } = declare(
    { ...draft, words },
    {
      id: desk.orderedId(now, `incident:${name.scope}:${name.key}`),
      by: { id: agent.id, name: agent.name },
      now,
    },
    spike,
  );
  const occasion = { at: now, actor: agent.id, traceId: request.traceId };
  const known = await resultOf(desk.table, name.scope, name.key);
  if (known === undefined)
    await saveIncident(desk.table, { before: undefined, after }, events, occasion, {
      ...name,
      result: after.id,
    });
  const id = (await resultOf(desk.table, name.scope, name.key)) ?? after.id;
  if (spike) await settleSpike(desk.table, spike.id, { state: 'incident', incidentId: id });
  const incident = await getIncident(desk.table, id);
  if (!incident) throw new Error('An incident was declared and is not there.');
  return incidentAnswer(201, incident, services);
}

/** `PATCH /api/incidents/{id}`: its facts are put right. */
export async function changeIncident(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = agentOf(request, 'lead');
  const given = bodyOf(request, z.partial(IncidentDraft));
  const written = z.record(z.string(), z.unknown()).parse(JSON.parse(request.body.toString('utf8')));
  // What the schema adds for a new incident is no change of this one.
  const change = Object.fromEntries(Object.entries(given).filter(([name]) => name in written));
  const owner = given.ownerId === undefined ? undefined : await getAgent(services.desk.table, given.ownerId);
  const incident = await moveIncident(request, services, agent, (before) =>
    amend(before, { ...change, ...(owner && { ownerName: owner.name }) }),
  );
  return incidentAnswer(200, incident, services);
}
