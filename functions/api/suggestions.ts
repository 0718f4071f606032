import * as z from 'zod/mini';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { latestMessages } from '../store/conversations.ts';
import { latestAnswers } from '../store/past-answers.ts';
import { getSettings, savedReplySettings } from '../store/settings.ts';
import { agentOf } from './agent.ts';
import { conversationOf } from './conversations.ts';
import { json, queryOf } from './json.ts';
import type { ApiServices } from './services.ts';

/** How many past answers of the team are looked through, and how many messages for the question. */
const ANSWERS_READ = 200;
const MESSAGES_READ = 20;

const Words = z.object({ q: z.optional(z.string().check(z.maxLength(500))) });

/** `GET /api/conversations/{id}/suggestions?q=`: saved replies and past answers for the latest question, or for some words. */
export async function listSuggestions(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  agentOf(request);
  const { q } = queryOf(request, Words);
  const { table } = services.desk;
  const { id, teamId, channel, unanswered } = await conversationOf(request, services);
  const [messages, { value: saved }, answers, { suggest }] = await Promise.all([
    latestMessages(table, id, MESSAGES_READ),
    getSettings(table, savedReplySettings),
    latestAnswers(table, teamId, ANSWERS_READ),
    import('../domain/suggestions.ts'),
  ]);
  const theirs = messages.filter(({ direction }) => direction === 'inbound');
  const waiting = theirs.filter((message) => unanswered.some(({ messageId }) => messageId === message.id));
  const question = (waiting.length > 0 ? waiting : theirs.slice(-1)).map(({ text }) => text).join('\n');
  const replies = saved.replies.filter(
    (reply) => (reply.channel ?? channel) === channel && (reply.teamId ?? teamId) === teamId,
  );
  const others = answers.filter(({ conversationId }) => conversationId !== id);
  return json(200, { items: suggest(q?.trim() || question, replies, others) });
}
