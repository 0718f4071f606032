import * as z from 'zod/mini';
import { Audience, type Broadcast, BroadcastDraft } from '../domain/broadcast.ts';
import { drafted, type Removable, removable, revise } from '../domain/broadcast-moves.ts';
import { Recipient } from '../domain/recipient.ts';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { getBroadcast, listBroadcasts, saveBroadcast } from '../store/broadcasts.ts';
import { resultOf } from '../store/idempotency.ts';
import { getIncident } from '../store/incidents.ts';
import { listRecipients } from '../store/recipients.ts';
import { type Agent, agentOf } from './agent.ts';
import { attachmentsOf, attachmentsSeen, BroadcastFiles } from './broadcast-media.ts';
import { broadcastOf, move } from './broadcast-moves.ts';
import { previewsOf } from './broadcast-rules.ts';
import { broadcastAnswer, broadcastView } from './broadcast-view.ts';
import { idempotencyKeyOf } from './idempotency-key.ts';
import { bodyOf, json, queryOf } from './json.ts';
import { reachOf } from './reach.ts';
import type { ApiServices } from './services.ts';

const Media = z._default(BroadcastFiles, []);
const NewBroadcast = z.extend(BroadcastDraft, { media: Media });
type NewBroadcast = z.infer<typeof NewBroadcast>;

const Paging = z.object({
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 50),
  cursor: z.optional(z.string()),
});

/** `GET /api/broadcasts`: all, latest first. */
export async function showBroadcasts(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  agentOf(request);
  const { limit, cursor: after } = queryOf(request, Paging);
  const { broadcasts, last } = await listBroadcasts(services.desk.table, { limit, after });
  const items = await Promise.all(broadcasts.map((broadcast) => broadcastView(broadcast, services)));
  return json(200, { items, cursor: last ?? null });
}

/** `GET /api/broadcasts/{id}`. */
export async function showBroadcast(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  agentOf(request);
  return broadcastAnswer(200, await broadcastOf(request, services), services);
}

/** `POST /api/broadcasts`: a draft, which everybody may write. */
export async function postBroadcast(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = agentOf(request);
  const draft = bodyOf(request, NewBroadcast);
  const { table } = services.desk;
  const scope = `${agent.id}#${request.path}`;
  const key = idempotencyKeyOf(request);
  const known = await resultOf(table, scope, key);
  const id = known ?? (await write(draft, { agent, scope, key }, request, services));
  const broadcast = await getBroadcast(table, id);
  if (!broadcast) throw new Error('A broadcast was written and is not there.');
  return broadcastAnswer(201, broadcast, services);
}

async function write(
  { media, ...draft }: NewBroadcast,
  { agent, scope, key }: { agent: Agent; scope: string; key: string },
  request: HttpRequest,
  services: ApiServices,
): Promise<string> {
  const { desk } = services;
  await refuseUnknownIncident(draft, services);
  const at = desk.clock();
  const after: Broadcast = {
    ...draft,
    id: desk.orderedId(at, `broadcast:${scope}:${key}`),
    version: 0,
    state: 'draft',
    attachments: await attachmentsOf(media, [], services),
    createdAt: at,
    createdBy: { id: agent.id, name: agent.name },
  };
  const named = { scope, key, result: after.id };
  const occasion = { at, actor: agent.id, traceId: request.traceId };
  const saved = await saveBroadcast(
    desk.table,
    { before: undefined, after },
    drafted(after).events,
    occasion,
    named,
  );
  return saved === 'saved' ? after.id : ((await resultOf(desk.table, scope, key)) ?? after.id);
}

/** @throws Reject 422 for an incident that is not there, or personal answers without one, which would go to nobody */
async function refuseUnknownIncident(
  { incidentId, audiences }: Pick<BroadcastDraft, 'incidentId' | 'audiences'>,
  { desk }: ApiServices,
): Promise<void> {
  if (incidentId === undefined) {
    if (!audiences.includes('personal')) return;
    throw new Reject(
      422,
      'Personal answers go to those who asked about an incident. Name it, or take them out.',
    );
  }
  if (!(await getIncident(desk.table, incidentId)))
    throw new Reject(422, 'There is no incident with this id.');
}

const { incidentId, accounts, timeZone, recurrence, phase, affected, startsAt, endsAt } =
  BroadcastDraft.shape;
/** What somebody writes anew; `null` takes out what can be taken out. */
const Change = z.extend(z.partial(NewBroadcast), {
  incidentId: z.nullish(incidentId),
  accounts: z.nullish(accounts),
  timeZone: z.nullish(timeZone),
  recurrence: z.nullish(recurrence),
  phase: z.nullish(phase),
  affected: z.nullish(affected),
  startsAt: z.nullish(startsAt),
  endsAt: z.nullish(endsAt),
  version: z.optional(z.number()),
});
type Change = z.infer<typeof Change>;

/** `PATCH /api/broadcasts/{id}`: other words, while it is not published. Whoever approved it has to do so again. */
export async function changeBroadcast(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = agentOf(request);
  const { media, version, ...given } = bodyOf(request, Change);
  const written = new Set(Object.keys(jsonBody(request)));
  const { change, without } = changeOf(given, written);
  return move(request, services, agent, async (broadcast) => {
    if (version !== undefined && version !== broadcast.version)
      throw new Reject(
        409,
        'Somebody else changed this broadcast since you read it. Read it again and repeat your change.',
      );
    const revised = revise(broadcast, change, without);
    if ('after' in revised) await refuseUnknownIncident(revised.after, services);
    if (!media || !written.has('media')) return revised;
    const attachments = await attachmentsOf(media, broadcast.attachments, services);
    return revise(broadcast, { ...change, attachments }, without);
  });
}

/** What is new and what is taken out, of what the caller wrote: the schema adds what a new broadcast has. */
function changeOf(
  given: Omit<Change, 'media' | 'version'>,
  written: ReadonlySet<string>,
): { change: Partial<Broadcast>; without: Removable[] } {
  const kept = Object.entries(given).filter(([name, value]) => written.has(name) && value !== null);
  return {
    change: Object.fromEntries(kept),
    without: removable.filter((name) => given[name] === null),
  };
}

/** What the caller wrote, without what the schema adds for a new broadcast. */
function jsonBody({ body }: HttpRequest): object {
  return z.record(z.string(), z.unknown()).parse(JSON.parse(body.toString('utf8')));
}

/** `POST /api/broadcasts/preview`: how each audience would see a draft, what stands against it, and how many it would reach. */
export async function previewBroadcast(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  agentOf(request);
  const { media, ...draft } = bodyOf(request, NewBroadcast);
  const attachments = await attachmentsSeen(media, services);
  const [previews, reach] = await Promise.all([
    previewsOf({ ...draft, attachments }, services),
    reachOf(draft, services),
  ]);
  return json(200, { previews, reach });
}

const RecipientQuery = z.extend(Paging, {
  audience: z.optional(Audience),
  state: z.optional(Recipient.shape.state),
});

/** `GET /api/broadcasts/{id}/recipients`: who was reached, and why others were not. */
export async function showRecipients(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  agentOf(request);
  const { audience, state, limit, cursor: after } = queryOf(request, RecipientQuery);
  const { id } = await broadcastOf(request, services);
  const { recipients, last } = await listRecipients(services.desk.table, id, { audience, after, limit });
  const items = recipients
    .filter((recipient) => state === undefined || recipient.state === state)
    .map(
      ({
        name,
        audience: to,
        state: how,
        accountId,
        part,
        conversationId,
        refusal,
        settledAt,
        nativeId,
      }) => ({
        ...{
          name,
          audience: to,
          state: how,
          accountId,
          part,
          conversationId,
          reason: refusal,
          settledAt,
          nativeId,
        },
      }),
    );
  return json(200, { items, cursor: last ?? null });
}
