import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { causeOf, decideUntilCommitted } from '../desk.ts';
import type { Change } from '../domain/change.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Message } from '../domain/message.ts';
import { Visibility } from '../domain/message.ts';
import { replyTo } from '../domain/reply.ts';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { getMessage, latestMessages } from '../store/conversations.ts';
import { resultOf } from '../store/idempotency.ts';
import { getSettings, policySettings } from '../store/settings.ts';
import { type Agent, agentOf } from './agent.ts';
import { conversationOf } from './conversations.ts';
import { bodyOf, json } from './json.ts';
import { messageView } from './representation.ts';
import type { ApiServices } from './services.ts';

/** More than any channel takes; what a channel takes is checked where it is sent. */
const LONGEST = 10_000;
/** How many of the messages that came in meanwhile a 409 shows. */
const MEANWHILE_SHOWN = 20;

const NewReply = z.object({
  text: z.string().check(
    z.refine((text) => text.trim() !== '', { error: 'is empty' }),
    z.maxLength(LONGEST, `has more than ${LONGEST} characters`),
  ),
  /** Where the person wrote last, unless said otherwise. */
  visibility: z.optional(Visibility),
  /** Id of the last message that the agent saw. */
  ifLastMessage: z.optional(z.string()),
});

/** `POST /api/conversations/{id}/replies`: stores an answer as queued and stops the clock. */
export async function postReply(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = agentOf(request);
  const draft = bodyOf(request, NewReply);
  const { table } = services.desk;
  const key = idempotencyKeyOf(request);
  const scope = `${agent.id}#reply`;
  await decideUntilCommitted(table, async (): Promise<Change | undefined> => {
    if (await resultOf(table, scope, key)) return undefined;
    const conversation = await conversationOf(request, services);
    await refuseIfChanged(conversation, draft.ifLastMessage, services);
    return decideReply(conversation, { ...draft, key, scope }, agent, request, services);
  });
  const messageId = await resultOf(table, scope, key);
  const message = messageId === undefined ? undefined : await getMessage(table, messageId);
  if (!message) throw new Error('A reply was committed and is not there.');
  return json(202, { message: messageView(message, undefined) });
}

async function decideReply(
  conversation: Conversation,
  draft: z.infer<typeof NewReply> & { key: string; scope: string },
  agent: Agent,
  { traceId }: HttpRequest,
  { desk }: ApiServices,
): Promise<Change> {
  const { text, key, scope, visibility = conversation.visibility } = draft;
  const { value: policies } = await getSettings(desk.table, policySettings);
  const change = replyTo(conversation, { key, text, visibility, agent }, causeOf(desk, traceId, policies));
  return { ...change, idempotency: { scope, key, result: change.newMessages[0].id } };
}

/** The caller's key, or one that no other request has: without a key, every request is a reply of its own. */
function idempotencyKeyOf({ headers, traceId }: HttpRequest): string {
  const key = headers['idempotency-key'];
  if (key === undefined) return `request:${traceId}`;
  if (key.length > 255) throw new Reject(400, 'The Idempotency-Key has more than 255 characters.');
  return createHash('sha256').update(key).digest('hex');
}

/** An agent who has not seen the latest message may answer the wrong question, so the answer waits until they have. */
async function refuseIfChanged(
  conversation: Conversation,
  lastSeen: string | undefined,
  { desk }: ApiServices,
): Promise<void> {
  if (lastSeen === undefined || lastSeen === conversation.lastMessageId) return;
  const recent = await latestMessages(desk.table, conversation.id, MEANWHILE_SHOWN);
  const meanwhile: Message[] = recent.filter(({ id }) => id > lastSeen);
  throw new Reject(
    409,
    'Something came in since you last looked. Read it, then send again with its id or without ifLastMessage.',
    {
      lastMessage: conversation.lastMessageId,
      messages: meanwhile.map((message) => messageView(message, undefined)),
    },
  );
}
