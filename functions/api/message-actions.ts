import * as z from 'zod/mini';
import type { Access, Action, ActionOutcome } from '../channels/sending.ts';
import { causeOf, decideUntilCommitted } from '../desk.ts';
import { actOnMessage, beginDeed, dropDeed, isDone } from '../domain/act-on-message.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Deed } from '../domain/deed.ts';
import type { Message } from '../domain/message.ts';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { getConversation, getMessage } from '../store/conversations.ts';
import { getSettings, policySettings } from '../store/settings.ts';
import { bodyOf } from './json.ts';
import { messageAnswer } from './own-message.ts';
import { refused } from './refused.ts';
import type { ApiServices } from './services.ts';
import { refuseOtherTeams, writerOf } from './team-access.ts';
import { isWritten, writeOnce } from './write-once.ts';

const Edit = z.object({
  text: z.string().check(
    z.refine((text) => text.trim() !== '', { error: 'is empty' }),
    z.maxLength(10_000, 'has more than 10000 characters'),
  ),
});

/**
 * `POST /api/messages/{id}/{hide|unhide|like|delete|edit}`: does it on the platform, then records it and who it was. What is so
 * already is left as it is.
 */
export function actionRoute(action: Action) {
  return async (request: HttpRequest, services: ApiServices): Promise<HttpAnswer> => {
    const agent = writerOf(request);
    const deed: Deed = action === 'edit' ? { edit: bodyOf(request, Edit).text } : action;
    const { message, conversation } = await named(request, services);
    refuseOtherTeams(agent, conversation);
    const isOver = isDone(message, deed) || (await isWritten(request, services, agent));
    if (!isOver) await carryOut(action, deed, agent, request, services);
    return messageAnswer(message.id, services);
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

/** Notes the deed, does it, and records it; a deed that the platform refuses is forgotten. */
async function carryOut(
  action: Action,
  deed: Deed,
  agent: ReturnType<typeof writerOf>,
  request: HttpRequest,
  services: ApiServices,
): Promise<void> {
  const { desk } = services;
  const { message, conversation } = await named(request, services);
  const order = orderTo(action, deed, message);
  const sender = services.senderOf(conversation.channel);
  if (!sender) throw new Reject(422, 'Hark cannot act on this channel.');
  const withheld = sender.withholds(order);
  if (withheld) throw refused(withheld);
  if (message.deletedAt !== undefined)
    throw new Reject(409, 'It was deleted already; there is nothing left to do to it.');
  const { nativeId } = message;
  if (nativeId === undefined)
    throw new Reject(409, 'It has not reached the platform. Take it back with undo as long as it waits.');
  const { value: policies } = await getSettings(desk.table, policySettings);
  const cause = () => causeOf(desk, request.traceId, policies);
  const access = await accessOf(conversation, services);
  await decideUntilCommitted(desk.table, async () =>
    beginDeed(deed, await named(request, services), agent.id, cause()),
  );
  const outcome = await sender.act({ ...order, nativeId }, access);
  if (outcome.outcome !== 'done') {
    await decideUntilCommitted(desk.table, async () =>
      dropDeed(await named(request, services), agent.id, cause()),
    );
    throw undone(outcome);
  }
  await writeOnce(request, services, agent, async () => {
    const change = actOnMessage(deed, await named(request, services), agent.id, cause());
    return change && { change, result: message.id };
  });
}

function orderTo(action: Action, deed: Deed, { visibility, direction }: Message) {
  const text = typeof deed === 'object' ? deed.edit : undefined;
  return { action, visibility, ours: direction === 'outbound', text };
}

/** What the platform refuses for good is the request's fault; everything else may pass, and the agent tries again. */
function undone({ outcome, refusal }: Exclude<ActionOutcome, { outcome: 'done' }>): Reject {
  if (outcome === 'failed') return refused(refusal);
  const { code, explanation } = refusal;
  const advice =
    outcome === 'hold'
      ? refusal.advice
      : 'Look whether it was done on the platform, and try again in a moment.';
  return new Reject(503, `${explanation} ${advice}`, { code, explanation, advice });
}

/** How to reach the platform as the conversation's account. */
async function accessOf({ channel, accountId }: Conversation, services: ApiServices): Promise<Access> {
  return {
    secret: await services.secrets.of(channel),
    accountId,
    apiUrl: services.apiUrlOf(channel),
    fetch: services.fetch,
    now: Date.parse(services.desk.clock()),
    nonce: services.nonce(),
  };
}
