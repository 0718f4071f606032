import * as z from 'zod/mini';
import { Visibility } from '../domain/message.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { agentOf } from './agent.ts';
import { bodyOf, json } from './json.ts';
import { assess } from './reply-assessment.ts';
import { loadReplyFacts } from './reply-facts.ts';
import type { ApiServices } from './services.ts';

/** Drafts are judged as they grow; more than this is read by nobody. */
const LONGEST = 50_000;

const DraftText = z.object({
  text: z.string().check(z.maxLength(LONGEST)),
  visibility: z.optional(Visibility),
});

/** `POST /api/conversations/{id}/coach`: what a colleague would say of a draft, and what it promises. Nothing is stored. */
export async function coachDraft(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = agentOf(request);
  const { text, visibility } = bodyOf(request, DraftText);
  const at = services.desk.clock();
  const facts = await loadReplyFacts(request, { text, at }, services);
  const { conversation } = facts;
  const written = { text, visibility: visibility ?? conversation.visibility, agent, at };
  const sender = services.senderOf(conversation.channel);
  const { findings, promises, needsApproval } = await assess(written, { ...facts, sender });
  return json(200, { findings, promises, ...(needsApproval && { needsApproval }) });
}
