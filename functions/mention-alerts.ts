import * as z from 'zod/mini';
import type { AlertDesk, ComposedAlert } from './alerts.ts';
import { Announcement, eventData } from './domain/events.ts';
import { mentionMail } from './mail/mention-mail.ts';
import { getAgent } from './store/agents.ts';
import { getConversation } from './store/conversations.ts';
import { getNote } from './store/notes.ts';

/** The announcement that a note names an agent. */
export const MentionAnnouncement = z.extend(Announcement, {
  name: z.literal('conversation.mentioned'),
  conversationId: z.string(),
  data: eventData['conversation.mentioned'],
});
export type MentionAnnouncement = z.infer<typeof MentionAnnouncement>;

/** Names the mail once per note and agent, in the characters that SES takes in the tags of a mail. */
export function mentionAlertId({ data }: Pick<MentionAnnouncement, 'data'>): string {
  return ['mention', data.noteId, data.agentId.replace(/\W/g, '-')].join('_');
}

/** Composes the mail to whom a note names; undefined when their sign-in tells no address, or they wrote here meanwhile. */
export async function composeMentionAlert(
  { conversationId, data }: MentionAnnouncement,
  { table, consoleUrl }: AlertDesk,
): Promise<ComposedAlert | undefined> {
  const [conversation, note, agent] = await Promise.all([
    getConversation(table, conversationId),
    getNote(table, conversationId, data.noteId),
    getAgent(table, data.agentId),
  ]);
  const isNews = conversation?.mentioned?.includes(data.agentId);
  if (!conversation || !note || !isNews || agent?.email === undefined) return undefined;
  return {
    to: [agent.email],
    role: 'the agent who was mentioned',
    mail: mentionMail({ conversation, note, consoleUrl }),
    at: note.at,
  };
}
