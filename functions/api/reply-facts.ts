import { normalisedText } from '../domain/coach/repeated-text.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Message } from '../domain/message.ts';
import type { PolicyBook } from '../domain/policy.ts';
import type { TeamBook } from '../domain/team.ts';
import type { HttpRequest } from '../shell.ts';
import { latestMessages } from '../store/conversations.ts';
import { loadReplyContext } from '../store/reply-context.ts';
import { REMEMBERED, type SentText } from '../store/sent-texts.ts';
import { unknownConversation } from './conversations.ts';
import type { ApiServices } from './services.ts';

/** How many of the latest messages are looked through for the one that is answered, and shown in a 409. */
const RECENT = 50;

/** What a reply is decided on. */
export interface ReplyFacts {
  conversation: Conversation;
  recent: Message[];
  policies: PolicyBook;
  teams: TeamBook;
  /** How many other conversations got the same text that day. */
  sentToday: number;
  /** What is to be remembered of the text with its sending; short ones and those that many have got are not. */
  sentText: SentText | undefined;
}

/** Shorter texts, such as "Thank you!", may go to many without being a form. */
const SHORT_TEXT = 25;

/** An agent waits for it, so all of it is asked for at once. @throws Reject 404 */
export async function loadReplyFacts(
  { parameters }: HttpRequest,
  { text, at }: { text: string; at: string },
  { desk }: Pick<ApiServices, 'desk'>,
): Promise<ReplyFacts> {
  const conversationId = parameters.id ?? '';
  const sent = { text: normalisedText(text), conversationId, at };
  const [{ conversation, sentToday, ...rules }, recent] = await Promise.all([
    loadReplyContext(desk.table, sent),
    latestMessages(desk.table, conversationId, RECENT),
  ]);
  if (!conversation) throw unknownConversation();
  const isShort = sent.text.length < SHORT_TEXT;
  const sentText = isShort || sentToday >= REMEMBERED ? undefined : sent;
  return { conversation, recent, ...rules, sentToday: isShort ? 0 : sentToday, sentText };
}
