import * as z from 'zod/mini';
import type { AlertDesk, ComposedAlert } from './alerts.ts';
import { Announcement, eventData } from './domain/events.ts';
import { recipientsOf } from './mail/recipients.ts';
import { spikeMail } from './mail/spike-mail.ts';
import { getConversations } from './store/conversations.ts';
import { getSettings, teamSettings } from './store/settings.ts';
import { getSpike } from './store/spikes.ts';

/** The announcement that many more than usual speak of the same. */
export const SpikeAnnouncement = z.extend(Announcement, {
  name: z.literal('spike.noticed'),
  data: eventData['spike.noticed'],
});
export type SpikeAnnouncement = z.infer<typeof SpikeAnnouncement>;

/** How many of the conversations the mail shows. */
const SHOWN = 8;

/** Names the alert once per spike, in the characters that SES takes in the tags of a mail. */
export function spikeAlertId({ data }: Pick<SpikeAnnouncement, 'data'>): string {
  return `spike_${data.spikeId}`;
}

/** Composes the mail to the team's lead; undefined when somebody dealt with it before it left. */
export async function composeSpikeAlert(
  { data }: SpikeAnnouncement,
  { table, firstTeam, consoleUrl }: AlertDesk,
): Promise<ComposedAlert | undefined> {
  const spike = await getSpike(table, data.spikeId);
  if (spike?.state !== 'new') return undefined;
  const [{ value: teams }, conversations] = await Promise.all([
    getSettings(table, teamSettings),
    getConversations(table, spike.conversationIds.slice(-SHOWN)),
  ]);
  return {
    to: recipientsOf('lead', spike.teamId, teams, firstTeam),
    role: 'lead',
    mail: spikeMail({ spike, conversations, consoleUrl }),
    at: spike.noticedAt,
  };
}
