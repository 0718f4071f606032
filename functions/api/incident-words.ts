import * as z from 'zod/mini';
import { Audience, type Broadcast, Variants } from '../domain/broadcast.ts';
import type { Incident, IncidentUpdate } from '../domain/incident.ts';
import { resolveIncident, update } from '../domain/incident-moves.ts';
import { Phase } from '../domain/status-entry.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { type Agent, agentOf } from './agent.ts';
import { broadcastOnce } from './broadcast-once.ts';
import { refuseProblems } from './broadcast-rules.ts';
import { broadcastView } from './broadcast-view.ts';
import { idempotencyKeyOf } from './idempotency-key.ts';
import { incidentOf, incidentView, moveIncident } from './incident-moves.ts';
import { bodyOf, json } from './json.ts';
import type { ApiServices } from './services.ts';

const text = z.string().check(z.minLength(1, 'is empty'), z.maxLength(10_000));
const audiences = z.array(Audience).check(z.maxLength(Audience.options.length));

const Update = z.object({
  text,
  phase: Phase,
  variants: z._default(Variants, {}),
  /** Where it is said; without it where something was said before. Nowhere keeps it among us. */
  channels: z.optional(audiences),
  publish: z._default(z.boolean(), false),
});

/**
 * `POST /api/incidents/{id}/updates`: something is known. Published by a lead it goes out at once, on to the first post of each
 * channel; an agent's waits for a lead's approval.
 */
export async function postUpdate(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = agentOf(request);
  const { phase, channels, publish, ...said } = bodyOf(request, Update);
  const where = channels ?? placesOf(await incidentOf(request, services));
  const words = { ...said, phase, audiences: where, publish: publish && agent.role !== 'agent' };
  if (words.publish) await refuseUnsayable(words, services);
  const incident = await moveIncident(request, services, agent, (before) =>
    update(before, wordOf(request, services, agent, words)),
  );
  return answer(incident, words, agent, request, services);
}

const Resolution = z.object({
  text,
  variants: z._default(Variants, {}),
  channels: z.optional(audiences),
  /** Whether everybody who asked is told in their own conversation. */
  tell: z._default(z.boolean(), true),
  /** Whether the conversations are resolved, unless the person has written since. */
  resolveConversations: z._default(z.boolean(), false),
});

/** `POST /api/incidents/{id}/resolve`: it is fixed, and everybody who asked hears so. */
export async function resolveRoute(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = agentOf(request, 'lead');
  const { tell, resolveConversations, channels, ...said } = bodyOf(request, Resolution);
  const where = (channels ?? placesOf(await incidentOf(request, services))).filter(
    (one) => one !== 'personal',
  );
  const { personal = { text: `Hello {name}, you asked about “{topic}” on {asked}. ${said.text}` } } =
    said.variants;
  const words = {
    ...said,
    phase: 'resolved' as const,
    variants: { ...said.variants, personal },
    audiences: tell ? [...where, 'personal' as const] : where,
    publish: true,
    resolveConversations,
  };
  await refuseUnsayable(words, services);
  const incident = await moveIncident(request, services, agent, (before) => {
    const resolved = resolveIncident(before, wordOf(request, services, agent, words));
    if ('refusal' in resolved || tell || !resolveConversations) return resolved;
    return { ...resolved, after: { ...resolved.after, resolvesConversations: true } };
  });
  return answer(incident, words, agent, request, services);
}

interface Words {
  text: string;
  phase: IncidentUpdate['phase'];
  variants: Broadcast['variants'];
  audiences: Broadcast['audiences'];
  publish: boolean;
  resolveConversations?: boolean;
}

/** Where something was said of it before; the status page, until then. */
function placesOf({ posts }: Incident): Broadcast['audiences'] {
  const channels = Audience.options.filter((audience) => posts.some(({ channel }) => channel === audience));
  return [...channels, 'status', 'email'];
}

/** Nothing is written of an incident that could not be said. @throws Reject 422 */
async function refuseUnsayable(words: Words, services: ApiServices): Promise<void> {
  if (words.audiences.length > 0) await refuseProblems({ ...words, attachments: [] }, services);
}

function updateIdOf(request: HttpRequest, agent: Agent): string {
  return `${agent.id}:${request.path}:${idempotencyKeyOf(request)}`;
}

/** An update and its broadcast are named by the request, so that repeating it says nothing twice. */
function wordOf(
  request: HttpRequest,
  { desk }: ApiServices,
  agent: Agent,
  { text: said, phase, audiences: where }: Words,
): IncidentUpdate {
  const at = desk.clock();
  const id = desk.orderedId(at, `update:${updateIdOf(request, agent)}`);
  const by = { id: agent.id, name: agent.name };
  return { id, at, text: said, phase, by, ...(where.length > 0 && { broadcastId: id }) };
}

async function answer(
  incident: Incident,
  words: Words,
  agent: Agent,
  request: HttpRequest,
  services: ApiServices,
): Promise<HttpAnswer> {
  const said = incident.updates.findLast(({ text: one, by }) => one === words.text && by.id === agent.id);
  const { publish: publishes, ...rest } = words;
  const written = {
    said: { ...rest, incidentId: incident.id, title: incident.title, kind: 'incident' as const },
    publishes,
  };
  const broadcast =
    said?.broadcastId === undefined
      ? undefined
      : await broadcastOnce(said.broadcastId, written, agent, request, services);
  return json(201, {
    ...(await incidentView(incident, services)),
    ...(broadcast && { broadcast: await broadcastView(broadcast, services) }),
  });
}
