import * as z from 'zod/mini';
import type { Access, Action } from '../channels/sending.ts';
import { causeOf, decideUntilCommitted } from '../desk.ts';
import { actOnMessage, type Deed } from '../domain/act-on-message.ts';
import type { Conversation } from '../domain/conversation.ts';
import { cancelled, requeued } from '../domain/intervene.ts';
import type { Message } from '../domain/message.ts';
import type { Departure } from '../domain/outbound-change.ts';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { getConversation, getMessage, messagesFrom } from '../store/conversations.ts';
import { getDeparture, loadAftermath } from '../store/departures.ts';
import { getSettings, policySettings } from '../store/settings.ts';
import { type Agent, agentOf } from './agent.ts';
import { bodyOf, json } from './json.ts';
import { refused } from './refused.ts';
import { messageView } from './representation.ts';
import type { ApiServices } from './services.ts';

/** How many messages from the first part of a long text on are looked through for the other parts. */
const SERIES = 60;

/** `POST /api/messages/{id}/undo`: takes back a message that has not left yet, with all parts of its series, or none of them. */
export async function undo(request: HttpRequest, { desk }: ApiServices): Promise<HttpAnswer> {
  const agent = agentOf(request);
  const id = request.parameters.id ?? '';
  await decideUntilCommitted(desk.table, async () => {
    const series = await seriesOf(id, desk.table);
    const open = series.filter(({ message }) => message.state !== 'cancelled');
    const [first] = open;
    if (!first) return undefined;
    const moment = { now: desk.clock(), traceId: request.traceId, actor: agent.id };
    const change = cancelled(open, moment, await loadAftermath(desk.table, first));
    if (change) return change;
    throw new Reject(
      409,
      'It has left already. What was sent can be deleted on the platform, where that is offered.',
    );
  });
  return shown(id, desk);
}

/** The named message of ours, and the other parts of the text that it belongs to, in order. */
async function seriesOf(id: string, table: ApiServices['desk']['table']): Promise<Departure[]> {
  const named = await getDeparture(table, id);
  if (!named) throw notOurs();
  const { conversation, message } = named;
  const { series } = message.outbound;
  if (series === undefined) return [named];
  const parts = (await messagesFrom(table, series, SERIES)).filter(
    ({ outbound }) => outbound?.series === series,
  );
  return parts.flatMap((part) =>
    part.outbound ? [{ conversation, message: { ...part, outbound: part.outbound } }] : [],
  );
}

/** `POST /api/messages/{id}/resend`: tries a failed, held or unconfirmed message again. */
export async function resend(request: HttpRequest, { desk }: ApiServices): Promise<HttpAnswer> {
  const agent = agentOf(request);
  const id = request.parameters.id ?? '';
  await decideUntilCommitted(desk.table, async () => {
    const departure = await getDeparture(desk.table, id);
    if (!departure) throw notOurs();
    const change = requeued(departure, { now: desk.clock(), traceId: request.traceId, actor: agent.id });
    if (!change && departure.message.state !== 'queued') {
      throw new Reject(
        409,
        `A message that is ${departure.message.state} cannot be sent again; only a failed, held or unconfirmed one can.`,
      );
    }
    return change;
  });
  return shown(id, desk);
}

const Edit = z.object({
  text: z.string().check(z.minLength(1, 'is empty'), z.maxLength(10_000, 'is too long')),
});

/** `POST /api/messages/{id}/{hide|unhide|like|delete|edit}`: does it on the platform, then records it and who it was. */
export function actionRoute(action: Action) {
  return async (request: HttpRequest, services: ApiServices): Promise<HttpAnswer> => {
    const agent = agentOf(request);
    const deed: Deed = action === 'edit' ? { edit: bodyOf(request, Edit).text } : action;
    const { message, conversation } = await named(request, services);
    await doOnPlatform(action, deed, message, conversation, services);
    await record(deed, message.id, agent, request, services);
    return shown(message.id, services.desk);
  };
}

async function named(
  { parameters }: HttpRequest,
  { desk }: ApiServices,
): Promise<{ message: Message; conversation: Conversation }> {
  const message = await getMessage(desk.table, parameters.id ?? '');
  const conversation = message && (await getConversation(desk.table, message.conversationId));
  if (!message || !conversation) throw new Reject(404, 'There is no message with this id.');
  return { message, conversation };
}

async function doOnPlatform(
  action: Action,
  deed: Deed,
  { nativeId, visibility, direction }: Message,
  conversation: Conversation,
  services: ApiServices,
): Promise<void> {
  const sender = services.senderOf(conversation.channel);
  if (!sender) throw new Reject(422, 'Hark cannot act on this channel.');
  const ours = direction === 'outbound';
  const withheld = sender.withholds({ action, visibility, ours });
  if (withheld) throw refused(withheld);
  if (nativeId === undefined)
    throw new Reject(409, 'It has not reached the platform yet. Take it back with undo instead.');
  const text = typeof deed === 'object' ? deed.edit : undefined;
  const outcome = await sender.act(
    { action, nativeId, visibility, ours, text },
    await accessOf(conversation, services),
  );
  if (outcome.outcome !== 'done') throw refused(outcome.refusal);
}

/** How to reach the platform as the conversation's account. */
export async function accessOf({ channel, accountId }: Conversation, services: ApiServices): Promise<Access> {
  return {
    secret: await services.secrets.of(channel),
    accountId,
    apiUrl: services.apiUrlOf(channel),
    fetch: services.fetch,
    now: Date.parse(services.desk.clock()),
    nonce: services.nonce(),
  };
}

async function record(
  deed: Deed,
  id: string,
  agent: Agent,
  { traceId }: HttpRequest,
  { desk }: ApiServices,
): Promise<void> {
  const { value: policies } = await getSettings(desk.table, policySettings);
  await decideUntilCommitted(desk.table, async () => {
    const message = await getMessage(desk.table, id);
    const conversation = message && (await getConversation(desk.table, message.conversationId));
    if (!message || !conversation) return undefined;
    return actOnMessage(deed, { message, conversation }, agent.id, causeOf(desk, traceId, policies));
  });
}

async function shown(id: string, { table }: ApiServices['desk']): Promise<HttpAnswer> {
  const message = await getMessage(table, id);
  if (!message) throw new Reject(404, 'There is no message with this id.');
  return json(200, { message: messageView(message, undefined) });
}

function notOurs(): Reject {
  return new Reject(404, 'There is no message of ours with this id that was written in Hark.');
}
