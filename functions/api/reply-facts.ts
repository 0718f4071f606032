import type { Conversation } from '../domain/conversation.ts';
import type { Message } from '../domain/message.ts';
import type { PolicyBook } from '../domain/policy.ts';
import type { TeamBook } from '../domain/team.ts';
import type { HttpRequest } from '../shell.ts';
import { latestMessages } from '../store/conversations.ts';
import { getSettings, policySettings, teamSettings } from '../store/settings.ts';
import { conversationOf } from './conversations.ts';
import type { ApiServices } from './services.ts';

/** How many of the latest messages are looked through for the one that is answered, and shown in a 409. */
const RECENT = 50;

/** What a reply is decided on. */
export interface ReplyFacts {
  conversation: Conversation;
  recent: Message[];
  policies: PolicyBook;
  teams: TeamBook;
}

/** An agent waits for it, so all of it is asked for at once. @throws Reject 404 */
export async function loadReplyFacts(
  request: HttpRequest,
  services: Pick<ApiServices, 'desk'>,
): Promise<ReplyFacts> {
  const { table } = services.desk;
  const [conversation, recent, { value: policies }, { value: teams }] = await Promise.all([
    conversationOf(request, services),
    latestMessages(table, request.parameters.id ?? '', RECENT),
    getSettings(table, policySettings),
    getSettings(table, teamSettings),
  ]);
  return { conversation, recent, policies, teams };
}
