import * as z from 'zod/mini';
import type { AlertDesk, ComposedAlert } from './alerts.ts';
import { Announcement, eventData } from './domain/events.ts';
import type { Message } from './domain/message.ts';
import { approvalMail } from './mail/approval-mail.ts';
import { recipientsOf } from './mail/recipients.ts';
import { getAgent } from './store/agents.ts';
import { getConversation, getMessage } from './store/conversations.ts';
import { getSettings, teamSettings } from './store/settings.ts';

const announcement = { conversationId: z.string(), data: eventData['message.proposed'] };
/** The announcements that an answer waits for consent, still does, or was sent back. */
export const ApprovalAnnouncement = z.union([
  z.extend(Announcement, { name: z.literal('message.proposed'), ...announcement }),
  z.extend(Announcement, { name: z.literal('message.rejected'), ...announcement }),
  z.extend(Announcement, {
    name: z.literal('message.reminded'),
    conversationId: z.string(),
    data: eventData['message.reminded'],
  }),
]);
export type ApprovalAnnouncement = z.infer<typeof ApprovalAnnouncement>;

/** What of an announcement names its mail. */
type NamedBy = Pick<ApprovalAnnouncement, 'name' | 'data'>;

/** Names the mail once per answer and decision or reminder, in the characters that SES takes in the tags of a mail. */
export function approvalAlertId({ name, data }: NamedBy): string {
  const reminder = 'reminder' in data ? [data.reminder] : [];
  return [name, data.messageId, ...reminder].join('_').replace(/\W/g, '-');
}

/** Composes the mail to the team's leads, or the one back to the author; undefined when it was decided or taken back meanwhile. */
export async function composeApprovalAlert(
  alert: ApprovalAnnouncement,
  desk: AlertDesk,
): Promise<ComposedAlert | undefined> {
  const { table, consoleUrl, clock } = desk;
  const [conversation, message] = await Promise.all([
    getConversation(table, alert.conversationId),
    getMessage(table, alert.data.messageId),
  ]);
  const approval = message?.outbound?.approval;
  if (!conversation || !message || !approval || !isNews(alert, message)) return undefined;
  const to = await recipients(alert, desk);
  if (to.length === 0 && alert.name === 'message.rejected') return undefined;
  return {
    to,
    role: isForLeads(alert) ? 'the lead' : 'the author',
    mail: approvalMail({ conversation, message, approval, consoleUrl, now: clock() }),
    at: alert.name === 'message.reminded' ? alert.at : (approval.at ?? approval.askedAt),
  };
}

function isForLeads({ name }: Pick<ApprovalAnnouncement, 'name'>): boolean {
  return name !== 'message.rejected';
}

function isNews(alert: ApprovalAnnouncement, { state, outbound }: Message): boolean {
  return isForLeads(alert) ? state === 'awaiting-approval' : outbound?.approval?.verdict === 'rejected';
}

async function recipients(alert: ApprovalAnnouncement, { table, firstTeam }: AlertDesk): Promise<string[]> {
  const { teamId, agentId } = alert.data;
  if (isForLeads(alert)) {
    const { value: teams } = await getSettings(table, teamSettings);
    return recipientsOf('lead', teamId, teams, firstTeam);
  }
  const author = agentId === undefined ? undefined : await getAgent(table, agentId);
  return author?.email === undefined ? [] : [author.email];
}
