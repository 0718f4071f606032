import { Conversation } from '../domain/conversation.ts';
import type { PolicyBook } from '../domain/policy.ts';
import type { TeamBook } from '../domain/team.ts';
import { conversationKey, settingsKey } from './keys.ts';
import { othersIn, type SentText, sentTextKeyOf } from './sent-texts.ts';
import { policySettings, readSettings, teamSettings } from './settings.ts';
import { getItems, type Table } from './table.ts';

/** What an answer is decided on, beside the messages. */
export interface ReplyContext {
  /** Undefined when there is none with this id. */
  conversation: Conversation | undefined;
  policies: PolicyBook;
  teams: TeamBook;
  /** How many other conversations got the same text on that day. */
  sentToday: number;
}

/** Loads it in one strongly consistent request, because an agent waits for it (A1, A12, A75). */
export async function loadReplyContext(table: Table, sent: SentText): Promise<ReplyContext> {
  const conversation = conversationKey(sent.conversationId);
  const policies = settingsKey(policySettings.name);
  const teams = settingsKey(teamSettings.name);
  const sentText = sentTextKeyOf(sent);
  const found = await getItems(table, [conversation, policies, teams, sentText]);
  const item = found(conversation);
  return {
    conversation: item && Conversation.parse(item),
    policies: readSettings(policySettings, found(policies)).value,
    teams: readSettings(teamSettings, found(teams)).value,
    sentToday: othersIn(found(sentText), sent),
  };
}
