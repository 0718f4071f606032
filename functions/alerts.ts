import * as z from 'zod/mini';
import { isWaiting } from './domain/clock.ts';
import type { Clock, ClockStep } from './domain/clock-schema.ts';
import type { Conversation } from './domain/conversation.ts';
import { Announcement, clockAlertEvents, eventData } from './domain/events.ts';
import { Drop } from './errors.ts';
import { alertMail, type Mail } from './mail/alert-mail.ts';
import { type Recipients, recipientsOf } from './mail/recipients.ts';
import type { WallClock } from './services/wall-clock.ts';
import { getConversation, getMessage } from './store/conversations.ts';
import { getSettings, teamSettings } from './store/settings.ts';
import type { Table } from './store/table.ts';

/** The announcements of a clock's steps; their data has one shape. */
export const AlertAnnouncement = z.extend(Announcement, {
  name: z.enum(clockAlertEvents),
  conversationId: z.string(),
  data: eventData['clock.breached'],
});
export type AlertAnnouncement = z.infer<typeof AlertAnnouncement>;

/**
 * Names an alert once per clock and step. SES takes only letters, digits, `_` and `-` in the tags of a mail
 * (API reference, MessageTag), and the id travels as one, so these are its only characters.
 */
export function alertId({
  conversationId,
  data,
}: Pick<AlertAnnouncement, 'conversationId' | 'data'>): string {
  return [conversationId, data.clockId, data.step].join('_');
}

/** What alerts are made with: the present, the first team's addresses, and where the console is. */
export interface AlertDesk {
  table: Table;
  clock: WallClock;
  firstTeam: Recipients;
  consoleUrl: string;
}

/** An alert as it stands now: whom it goes to (nobody, when no team names anybody), as what, what it says, and since when it is news. */
export interface ComposedAlert {
  to: string[];
  role: string;
  mail: Mail;
  at: string;
}

/**
 * Composes the mail of an alert; undefined when it is no longer news.
 * @throws Drop when the conversation was erased, or has had so many clocks since that this one is no longer kept.
 */
export async function composeAlert(
  { conversationId, data }: AlertAnnouncement,
  { table, clock: wallClock, firstTeam, consoleUrl }: AlertDesk,
): Promise<ComposedAlert | undefined> {
  const conversation = await getConversation(table, conversationId);
  const clock = conversation && clockOf(conversation, data.clockId);
  const step = clock?.steps.find(({ name }) => name === data.step);
  if (!conversation || !clock || !step) throw new Drop('alert of a clock that is no longer kept');
  if (!isNews(clock, step)) return undefined;
  const [message, { value: teams }] = await Promise.all([
    getMessage(table, clock.why.messageId),
    getSettings(table, teamSettings),
  ]);
  return {
    to: recipientsOf(step.to, conversation.teamId, teams, firstTeam),
    role: step.to,
    mail: alertMail({ conversation, clock, step, message, consoleUrl, now: wallClock() }),
    at: step.at,
  };
}

/** A clock of an answer, or of a promise; their ids differ. */
function clockOf({ clocks, promises = [] }: Conversation, id: string): Clock | undefined {
  return [...clocks, ...promises.map(({ clock }) => clock)].find((clock) => clock.id === id);
}

/** Whether nobody answered before the alert went out, or too late to undo the breach that it tells of. */
function isNews(clock: Clock, step: ClockStep): boolean {
  return isWaiting(clock) || (step.name === 'breach' && clock.state === 'breached');
}
