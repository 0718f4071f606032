import * as z from 'zod/mini';
import type { ChannelSender, Order } from '../channels/sending.ts';
import { causeOf, decideUntilCommitted } from '../desk.ts';
import type { Change } from '../domain/change.ts';
import type { Conversation } from '../domain/conversation.ts';
import { Instant } from '../domain/instant.ts';
import { type Message, Visibility } from '../domain/message.ts';
import { replyTo } from '../domain/reply.ts';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { getMessage, latestMessages } from '../store/conversations.ts';
import { resultOf } from '../store/idempotency.ts';
import { getSettings, policySettings } from '../store/settings.ts';
import { type Agent, agentOf } from './agent.ts';
import { conversationOf } from './conversations.ts';
import { idempotencyKeyOf } from './idempotency-key.ts';
import { bodyOf, json } from './json.ts';
import { refused } from './refused.ts';
import { messageView } from './representation.ts';
import type { ApiServices } from './services.ts';

/** More than any channel takes; what each takes is its own to say. */
const LONGEST = 50_000;
/** How many of the latest messages are looked through for the one that is answered, and shown in a 409. */
const RECENT = 50;
/** How long a reply can be taken back, in seconds: it leaves only then. */
const UNDO_SECONDS = 10;

const NewReply = z.object({
  text: z.string().check(
    z.refine((text) => text.trim() !== '', { error: 'is empty' }),
    z.maxLength(LONGEST, `has more than ${LONGEST} characters`),
  ),
  /** Where the person wrote last, unless said otherwise. */
  visibility: z.optional(Visibility),
  /** Id of the last message that the agent saw. */
  ifLastMessage: z.optional(z.string()),
  /** When it is to leave, instead of at once. */
  scheduledAt: z.optional(Instant),
  /** Whether a text that is too long leaves as numbered parts. */
  split: z.optional(z.boolean()),
  undoSeconds: z._default(z.number().check(z.int(), z.gte(0), z.lte(60)), UNDO_SECONDS),
});
type Draft = z.infer<typeof NewReply>;

/** `POST /api/conversations/{id}/replies`: stores an answer, which leaves a moment later, and stops the clock. */
export async function postReply(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = agentOf(request);
  const draft = bodyOf(request, NewReply);
  if (draft.scheduledAt !== undefined && draft.scheduledAt <= services.desk.clock()) {
    throw new Reject(
      400,
      'scheduledAt has passed already. Choose a later time, or leave it out to send now.',
    );
  }
  const messageId = await writeOnce(request, services, agent, (conversation, key) =>
    decideReply(conversation, draft, { agent, key, traceId: request.traceId }, services),
  );
  const message = await getMessage(services.desk.table, messageId);
  if (!message) throw new Error('A reply was committed and is not there.');
  return json(202, { message: messageView(message, undefined) });
}

/** Writes what `decide` wants, once for each Idempotency-Key of an agent, and returns the id that the first write had. */
export async function writeOnce(
  request: HttpRequest,
  services: ApiServices,
  agent: Agent,
  decide: (conversation: Conversation, key: string) => Promise<{ change: Change; result: string }>,
): Promise<string> {
  const { table } = services.desk;
  const key = idempotencyKeyOf(request);
  const scope = `${agent.id}#${request.path}`;
  const isNamed = request.headers['idempotency-key'] !== undefined;
  let written: string | undefined;
  const outcome = await decideUntilCommitted(table, async () => {
    if (isNamed && (await resultOf(table, scope, key)) !== undefined) return undefined;
    const { change, result } = await decide(await conversationOf(request, services), `${agent.id}:${key}`);
    written = result;
    return isNamed ? { ...change, idempotency: { scope, key, result } } : change;
  });
  const result = outcome === 'duplicate' && isNamed ? await resultOf(table, scope, key) : written;
  if (result === undefined) throw new Error('A write was committed and its result is not there.');
  return result;
}

async function decideReply(
  conversation: Conversation,
  draft: Draft,
  { agent, key, traceId }: { agent: Agent; key: string; traceId: string },
  services: ApiServices,
): Promise<{ change: Change; result: string }> {
  const { desk } = services;
  const recent = await latestMessages(desk.table, conversation.id, RECENT);
  refuseIfChanged(conversation, draft.ifLastMessage, recent);
  const { visibility = conversation.visibility, scheduledAt } = draft;
  const question = visibility === 'public' ? latestQuestion(recent) : undefined;
  const sender = services.senderOf(conversation.channel);
  const texts = sender ? textsOf(draft, visibility, sender) : ([draft.text] as const);
  const now = desk.clock();
  for (const text of texts) {
    const refusal = sender?.foresee(
      orderOf(conversation, { text, visibility }, question),
      scheduledAt ?? now,
    );
    if (refusal) throw refused(refusal);
  }
  const { value: policies } = await getSettings(desk.table, policySettings);
  const leavesAt = scheduledAt ?? new Date(Date.parse(now) + draft.undoSeconds * 1000).toISOString();
  const [first, ...others] = texts;
  const reply = {
    key,
    texts: [first, ...others],
    visibility,
    agent,
    leavesAt,
    scheduled: scheduledAt !== undefined,
  } satisfies Parameters<typeof replyTo>[1];
  const change = replyTo(
    conversation,
    { ...reply, inReplyTo: question?.nativeId },
    causeOf(desk, traceId, policies),
  );
  return { change, result: change.newMessages[0].id };
}

/** The text as the channel takes it: whole, or in numbered parts when the agent asked for that. */
function textsOf(
  { text, split }: Draft,
  visibility: Visibility,
  sender: ChannelSender,
): readonly [string, ...string[]] {
  const { length, limit } = sender.measure(text, visibility);
  if (length <= limit) return [text];
  if (!split) {
    const explanation = `The text has ${length} characters as ${sender.name} counts them; ${limit} fit.`;
    const advice = 'Shorten it, or send it with split: true as numbered parts.';
    throw new Reject(422, `${explanation} ${advice}`, {
      code: 'too-long',
      explanation,
      advice,
      length,
      limit,
    });
  }
  const [first, ...others] = sender.inParts(text, visibility);
  return [first ?? text, ...others];
}

/** The latest public message of the person that can still be answered. */
export function latestQuestion(recent: Message[]): Message | undefined {
  return recent.findLast(
    ({ direction, visibility, deletedAt, nativeId }) =>
      direction === 'inbound' && visibility === 'public' && deletedAt === undefined && nativeId !== undefined,
  );
}

/** What would be sent, for the channel to say whether it would go through. */
export function orderOf(
  conversation: Conversation,
  { text, visibility, invitation }: { text: string; visibility: Visibility; invitation?: boolean },
  question: Message | undefined,
): Order {
  return {
    messageId: '',
    visibility,
    text,
    media: [],
    personId: conversation.privateId ?? conversation.contact.nativeId,
    inReplyTo: question?.nativeId,
    invitation,
    human: true,
    lastInboundAt: invitation ? question?.at : conversation.lastPrivateInboundAt,
    ...(question?.addressesUs !== undefined && { addressesUs: question.addressesUs }),
  };
}

/** An agent who has not seen the latest message may answer the wrong question, so the answer waits until they have. */
function refuseIfChanged(conversation: Conversation, lastSeen: string | undefined, recent: Message[]): void {
  if (lastSeen === undefined || lastSeen === conversation.lastMessageId) return;
  const meanwhile = recent.filter(({ id }) => id > lastSeen);
  throw new Reject(
    409,
    'Something came in since you last looked. Read it, then send again with its id or without ifLastMessage.',
    {
      lastMessage: conversation.lastMessageId,
      messages: meanwhile.map((message) => messageView(message, undefined)),
    },
  );
}
