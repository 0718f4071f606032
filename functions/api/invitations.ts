import * as z from 'zod/mini';
import { causeOf } from '../desk.ts';
import { replyTo } from '../domain/reply.ts';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { getMessage, latestMessages } from '../store/conversations.ts';
import { getSettings, policySettings } from '../store/settings.ts';
import { agentOf } from './agent.ts';
import { bodyOf, json } from './json.ts';
import { refused } from './refused.ts';
import { latestQuestion, orderOf, writeOnce } from './replies.ts';
import { messageView } from './representation.ts';
import type { ApiServices } from './services.ts';

/** How many of the latest messages are looked through for the one whose author is invited. */
const RECENT = 50;

const Invitation = z.object({
  text: z.string().check(
    z.refine((text) => text.trim() !== '', { error: 'is empty' }),
    z.maxLength(10_000, 'has more than 10000 characters'),
  ),
});

/**
 * `POST /api/conversations/{id}/private-invitation`: asks the author of the latest public message to go on in private, the way the
 * platform offers it: Facebook's private reply, or a public reply with a link to our messages on X.
 */
export async function inviteToPrivate(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = agentOf(request);
  const { text } = bodyOf(request, Invitation);
  const { desk } = services;
  const messageId = await writeOnce(request, services, agent, async (conversation, key) => {
    const recent = await latestMessages(desk.table, conversation.id, RECENT);
    const question = latestQuestion(recent);
    if (!question)
      throw new Reject(422, 'There is no public message of this person that an invitation could answer.');
    if (question.invitedBy !== undefined) {
      throw new Reject(
        422,
        'This message has had its invitation; a platform allows one for each. Answer in public, or wait for the person.',
      );
    }
    const sender = services.senderOf(conversation.channel);
    const visibility = sender?.invitesIn ?? 'private';
    const order = orderOf(conversation, { text, visibility, invitation: true }, question);
    const refusal = sender?.foresee(order, desk.clock());
    if (refusal) throw refused(refusal);
    const { value: policies } = await getSettings(desk.table, policySettings);
    const cause = causeOf(desk, request.traceId, policies);
    const change = replyTo(
      conversation,
      {
        key,
        texts: [text],
        visibility,
        agent,
        inReplyTo: question.nativeId,
        invitation: true,
        questionAt: question.at,
      },
      cause,
    );
    return {
      change: { ...change, changedMessages: [{ ...question, invitedBy: change.newMessages[0].id }] },
      result: change.newMessages[0].id,
    };
  });
  const message = await getMessage(desk.table, messageId);
  if (!message) throw new Error('An invitation was committed and is not there.');
  return json(202, { message: messageView(message, undefined) });
}
