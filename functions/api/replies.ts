import * as z from 'zod/mini';
import type { ChannelSender } from '../channels/sending.ts';
import { causeOf } from '../desk.ts';
import type { Conversation } from '../domain/conversation.ts';
import { Instant } from '../domain/instant.ts';
import { type Message, Visibility } from '../domain/message.ts';
import type { NewPromise } from '../domain/promise-schema.ts';
import { replyTo } from '../domain/reply.ts';
import { APPROVAL_REMINDERS, type Team } from '../domain/team.ts';
import { Reject } from '../errors.ts';
import { mediaOf } from '../media/outgoing.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import type { Agent } from './agent.ts';
import { AttachedFiles, inspectFiles, keepFiles } from './attached-files.ts';
import { latestQuestion } from './invitation-offer.ts';
import { bodyOf } from './json.ts';
import { orderFor } from './order.ts';
import { messageAnswer, shownAnswer } from './own-message.ts';
import { refused } from './refused.ts';
import { type Assessment, assess } from './reply-assessment.ts';
import { loadReplyFacts, type ReplyFacts } from './reply-facts.ts';
import type { ApiServices } from './services.ts';
import { shownMessages } from './shown-messages.ts';
import { refuseOtherTeams, writerOf } from './team-access.ts';
import { writeOnceKnowing } from './write-once.ts';

/** More than any channel takes; what each takes is its own to say. */
const LONGEST = 50_000;
/** How long a reply can be taken back, in seconds: it leaves only then. */
export const UNDO_SECONDS = 10;
/** More parts than anybody would read; all are written in one transaction, which holds a hundred items. */
const MOST_PARTS = 25;

const Fields = z.object({
  /** May be empty beside files. */
  text: z.string().check(z.maxLength(LONGEST, `has more than ${LONGEST} characters`)),
  attachments: z._default(AttachedFiles, []),
  /** Where the person wrote last, unless said otherwise. */
  visibility: z.optional(Visibility),
  /** Id of the last message that the agent saw. */
  ifLastMessage: z.optional(z.string()),
  /** When it is to leave, instead of at once. */
  scheduledAt: z.optional(Instant),
  /** Whether a text that is too long leaves as numbered parts. */
  split: z.optional(z.boolean()),
  /** Whether the agent was told what a public text holds, and means it. */
  confirmed: z.optional(z.boolean()),
  /** What it promises, as the agent kept it; what is heard in it, and has a time, unless said. */
  promises: z.optional(
    z
      .array(z.object({ text: z.string().check(z.minLength(1), z.maxLength(500)), dueAt: Instant }))
      .check(z.maxLength(10)),
  ),
  undoSeconds: z._default(z.number().check(z.int(), z.gte(0), z.lte(60)), UNDO_SECONDS),
});
const NewReply = Fields.check(
  z.refine(({ text, attachments }) => text.trim() !== '' || attachments.length > 0, {
    path: ['text'],
    error: 'is empty',
  }),
);
type Draft = z.infer<typeof NewReply>;

/** `POST /api/conversations/{id}/replies`: stores an answer, which leaves a moment later, and stops the clock. */
export async function postReply(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = writerOf(request);
  const draft = bodyOf(request, NewReply);
  const { desk } = services;
  if (draft.scheduledAt !== undefined && draft.scheduledAt <= desk.clock()) {
    throw new Reject(
      400,
      'scheduledAt has passed already. Choose a later time, or leave it out to send now.',
    );
  }
  let written: Message | undefined;
  const messageId = await writeOnceKnowing(
    request,
    services,
    agent,
    () => loadReplyFacts(request, { text: draft.text, at: draft.scheduledAt ?? desk.clock() }, services),
    async (facts, key) => {
      refuseOtherTeams(agent, facts.conversation);
      const change = await decideReply(facts, draft, { agent, key, traceId: request.traceId }, services);
      [written] = change.newMessages;
      return { change: { ...change, sentText: facts.sentText }, result: written.id };
    },
  );
  if (messageId === undefined) throw new Error('A reply was committed and its result is not there.');
  return written?.id === messageId
    ? shownAnswer(written, services, 202)
    : messageAnswer(messageId, services, 202);
}

async function decideReply(
  facts: ReplyFacts,
  draft: Draft,
  { agent, key, traceId }: { agent: Agent; key: string; traceId: string },
  services: ApiServices,
): Promise<ReturnType<typeof replyTo>> {
  const { desk } = services;
  const { conversation, recent, policies } = facts;
  await refuseIfChanged(conversation, draft.ifLastMessage, recent, services);
  const { visibility = conversation.visibility, scheduledAt } = draft;
  const question = visibility === 'public' ? questionIn(recent) : undefined;
  const sender = services.senderOf(conversation.channel);
  const texts = sender ? textsOf(draft, visibility, sender) : ([draft.text] as const);
  const now = desk.clock();
  const files = await inspectFiles(draft.attachments, services);
  const attachments = files.map(({ attachment }) => attachment);
  const media = await mediaOf(attachments, services.bucket, now);
  for (const [index, text] of texts.entries()) {
    const part = { text, visibility, media: index === 0 ? media : [] };
    const refusal = sender?.foresee(orderFor(conversation, part, question), scheduledAt ?? now);
    if (refusal) throw refused(refusal);
  }
  const written = { text: draft.text, visibility, agent, at: scheduledAt ?? now };
  const assessment = await assess(written, { ...facts, sender });
  if (!draft.confirmed) askTwice(assessment);
  await keepFiles(files, services);
  const leavesAt = scheduledAt ?? new Date(Date.parse(now) + draft.undoSeconds * 1000).toISOString();
  const [first, ...others] = texts;
  const reply = {
    key,
    texts: [first, ...others],
    attachments,
    visibility,
    agent,
    leavesAt,
    scheduled: scheduledAt !== undefined,
    promises: draft.promises ?? promisesIn(assessment),
    onlyPromises: assessment.onlyPromises,
    needsApproval: assessment.needsApproval?.rule,
    approvalReminders: teamOf(facts)?.approvalReminders ?? APPROVAL_REMINDERS,
  } satisfies Parameters<typeof replyTo>[1];
  return replyTo(
    conversation,
    { ...reply, inReplyTo: question?.nativeId, under: question?.inReplyTo },
    causeOf(desk, traceId, policies),
  );
}

function teamOf({ conversation, teams }: ReplyFacts): Team | undefined {
  return teams.teams.find(({ id }) => id === conversation.teamId);
}

/** @throws Reject 409 when everybody would read what only one person should */
function askTwice({ findings }: Assessment): void {
  const doubts = findings.filter(({ level }) => level === 'confirm');
  const [first] = doubts;
  if (!first) return;
  throw new Reject(409, `${first.why} Send it again with confirmed: true if you mean it.`, {
    confirm: true,
    findings: doubts,
  });
}

/** What an answer promises by when, where the agent did not say which of it they keep. */
function promisesIn({ promises }: Assessment): NewPromise[] {
  return promises.flatMap(({ text, dueAt }) => (dueAt === null ? [] : [{ text, dueAt }]));
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
  if (others.length < MOST_PARTS) return [first ?? text, ...others];
  throw refused({
    code: 'hark:too-many-parts',
    explanation: `The text would be ${others.length + 1} parts; Hark sends up to ${MOST_PARTS}.`,
    advice: 'Shorten it, or put it on a page of yours and send the link.',
  });
}

/** What a public reply answers. @throws Reject 422 when there is nothing, as such a reply would be a post of its own */
function questionIn(recent: Message[]): Message {
  const question = latestQuestion(recent);
  if (question) return question;
  const explanation =
    'There is no public message of this person that a reply could answer, or it was deleted.';
  const advice = 'Answer in private, if the person wrote there.';
  throw refused({ code: 'hark:no-question', explanation, advice });
}

/** An agent who has not seen the latest message may answer the wrong question, so the answer waits until they have. */
async function refuseIfChanged(
  conversation: Conversation,
  lastSeen: string | undefined,
  recent: Message[],
  services: ApiServices,
): Promise<void> {
  if (lastSeen === undefined || lastSeen === conversation.lastMessageId) return;
  const meanwhile = recent.filter(({ id }) => id > lastSeen);
  throw new Reject(
    409,
    'Something came in since you last looked. Read it, then send again with its id or without ifLastMessage.',
    {
      lastMessage: conversation.lastMessageId,
      messages: await shownMessages(meanwhile, services),
    },
  );
}
