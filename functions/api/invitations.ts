import * as z from 'zod/mini';
import { causeOf } from '../desk.ts';
import type { Conversation } from '../domain/conversation.ts';
import { replyTo } from '../domain/reply.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { latestMessages } from '../store/conversations.ts';
import { getSettings, policySettings } from '../store/settings.ts';
import { conversationOf } from './conversations.ts';
import { invitationOffer } from './invitation-offer.ts';
import { bodyOf } from './json.ts';
import { messageAnswer } from './own-message.ts';
import { refused } from './refused.ts';
import { UNDO_SECONDS } from './replies.ts';
import type { ApiServices } from './services.ts';
import { refuseOtherTeams, writerOf } from './team-access.ts';
import { type Wanted, writeOnce } from './write-once.ts';

/** How many of the latest messages are looked through for the one whose author is invited. */
const RECENT = 50;

const Invitation = z.object({
  text: z.string().check(
    z.refine((text) => text.trim() !== '', { error: 'is empty' }),
    z.maxLength(10_000, 'has more than 10000 characters'),
  ),
  undoSeconds: z._default(z.number().check(z.int(), z.gte(0), z.lte(60)), UNDO_SECONDS),
});
type Draft = z.infer<typeof Invitation>;

/**
 * `POST /api/conversations/{id}/private-invitation`: asks the author of the latest public message to go on in private, the way the
 * platform offers it: Facebook's private reply, or a public reply with a link to our messages on X.
 */
export async function inviteToPrivate(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = writerOf(request);
  const draft = bodyOf(request, Invitation);
  const messageId = await writeOnce(request, services, agent, async (key) => {
    const conversation = await conversationOf(request, services);
    refuseOtherTeams(agent, conversation);
    return decideInvitation(conversation, draft, { agent, key, traceId: request.traceId }, services);
  });
  if (messageId === undefined) throw new Error('An invitation was committed and its result is not there.');
  return messageAnswer(messageId, services, 202);
}

/** The invitation, and the note on the message that has had it. */
async function decideInvitation(
  conversation: Conversation,
  { text, undoSeconds }: Draft,
  { agent, key, traceId }: { agent: ReturnType<typeof writerOf>; key: string; traceId: string },
  { desk, senderOf }: ApiServices,
): Promise<Wanted> {
  const now = desk.clock();
  const sender = senderOf(conversation.channel);
  const recent = await latestMessages(desk.table, conversation.id, RECENT);
  const offer = invitationOffer(conversation, recent, sender, now, text);
  if (!offer.available) throw refused(offer.reason);
  const { question } = offer;
  const { value: policies } = await getSettings(desk.table, policySettings);
  const change = replyTo(
    conversation,
    {
      key,
      texts: [text],
      visibility: sender?.invitesIn ?? 'private',
      agent,
      leavesAt: new Date(Date.parse(now) + undoSeconds * 1000).toISOString(),
      inReplyTo: question.nativeId,
      under: question.inReplyTo,
      invitation: true,
      questionAt: question.at,
    },
    causeOf(desk, traceId, policies),
  );
  const { id } = change.newMessages[0];
  return { change: { ...change, changedMessages: [{ ...question, invitedBy: id }] }, result: id };
}
