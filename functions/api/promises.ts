import * as z from 'zod/mini';
import { causeOf } from '../desk.ts';
import { emptyChange } from '../domain/change.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Outcome } from '../domain/episode.ts';
import { Instant } from '../domain/instant.ts';
import { keepPromises, makePromises, movePromise, withdrawPromises } from '../domain/promises.ts';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { getSettings, policySettings } from '../store/settings.ts';
import type { Agent } from './agent.ts';
import { conversationOf } from './conversations.ts';
import { bodyOf, json } from './json.ts';
import { promiseView } from './representation.ts';
import type { ApiServices } from './services.ts';
import { refuseOtherTeams, writerOf } from './team-access.ts';
import { type Wanted, writeOnce } from './write-once.ts';

const NotedPromise = z.object({
  text: z.string().check(z.minLength(1), z.maxLength(500)),
  dueAt: Instant,
});

/** `POST /api/conversations/{id}/promises`: notes what was promised elsewhere, such as on the phone; it gets a clock. */
export async function postPromise(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = writerOf(request);
  const promise = bodyOf(request, NotedPromise);
  const { desk } = services;
  const now = desk.clock();
  if (promise.dueAt <= now) throw new Reject(400, 'dueAt has passed already. Choose a later time.');
  const { value: policies } = await getSettings(desk.table, policySettings);
  const id = await writeOnce(request, services, agent, async () => {
    const conversation = await openFor(agent, request, services);
    const outcome = makePromises(conversation, [promise], { at: now, agentId: agent.id, policies });
    return wanted(conversation, outcome, outcome.conversation.promises?.at(-1)?.id ?? '', {
      request,
      services,
      agent,
    });
  });
  return promiseAnswer(request, services, id, 201);
}

const PromiseChange = z.object({
  dueAt: z.optional(Instant),
  state: z.optional(z.enum(['kept', 'withdrawn'])),
});

/** `PATCH /api/conversations/{id}/promises/{pid}`: gives a promise another time, or says that it is kept or taken back. */
export async function patchPromise(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = writerOf(request);
  const { dueAt, state } = bodyOf(request, PromiseChange);
  const { desk } = services;
  const now = desk.clock();
  const id = request.parameters.pid ?? '';
  if (dueAt !== undefined && dueAt <= now)
    throw new Reject(400, 'dueAt has passed already. Choose a later time.');
  const { value: policies } = await getSettings(desk.table, policySettings);
  await writeOnce(request, services, agent, async () => {
    const conversation = await openFor(agent, request, services);
    promiseIn(conversation, id);
    const moved: Outcome =
      dueAt === undefined
        ? { conversation, events: [] }
        : movePromise(conversation, id, { dueAt, now, policies });
    const settled = settle(moved.conversation, state, id, now);
    const outcome = { conversation: settled.conversation, events: [...moved.events, ...settled.events] };
    if (outcome.events.length > 0) return wanted(conversation, outcome, id, { request, services, agent });
    throw new Reject(409, 'This promise is settled already, or nothing was said to change.');
  });
  return promiseAnswer(request, services, id);
}

function settle(
  conversation: Conversation,
  state: 'kept' | 'withdrawn' | undefined,
  id: string,
  now: Instant,
): Outcome {
  if (state === 'kept') return keepPromises(conversation, { at: now }, [id]);
  if (state === 'withdrawn') return withdrawPromises(conversation, now, 'by hand', [id]);
  return { conversation, events: [] };
}

/** @throws Reject 404, 403, or 409 for a resolved conversation, in which nothing falls due */
async function openFor(
  agent: ReturnType<typeof writerOf>,
  request: HttpRequest,
  services: ApiServices,
): Promise<Conversation> {
  const conversation = await conversationOf(request, services);
  refuseOtherTeams(agent, conversation);
  if (conversation.status !== 'resolved') return conversation;
  throw new Reject(409, 'The conversation is resolved, so nothing falls due in it. Open it again first.');
}

function promiseIn(conversation: Conversation, id: string) {
  const promise = conversation.promises?.find((made) => made.id === id);
  if (!promise) throw new Reject(404, 'There is no promise with this id in the conversation.');
  return promise;
}

function wanted(
  before: Conversation,
  { conversation: after, events }: Outcome,
  result: string,
  { request, services, agent }: { request: HttpRequest; services: ApiServices; agent: Agent },
): Wanted {
  const { now, traceId } = causeOf(services.desk, request.traceId, { policies: [], calendars: {} });
  const change = emptyChange({ traceId, at: now, actor: agent.id });
  return { change: { ...change, conversation: { before, after }, events }, result };
}

async function promiseAnswer(
  request: HttpRequest,
  services: ApiServices,
  id = '',
  status = 200,
): Promise<HttpAnswer> {
  const promise = promiseIn(await conversationOf(request, services), id);
  return json(status, { promise: promiseView(promise, services.desk.clock()) });
}
