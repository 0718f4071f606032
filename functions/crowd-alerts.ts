import * as z from 'zod/mini';
import type { AlertDesk, ComposedAlert } from './alerts.ts';
import { Announcement, eventData } from './domain/events.ts';
import { FIRST_TEAM } from './domain/team.ts';
import { crowdMail } from './mail/crowd-mail.ts';
import { recipientsOf } from './mail/recipients.ts';
import { getConversation, getMessage } from './store/conversations.ts';
import type { Native } from './store/keys.ts';
import { listAbout } from './store/pace.ts';
import { getPosts } from './store/posts.ts';
import { getReference } from './store/references.ts';
import { getSettings, teamSettings } from './store/settings.ts';

/** The announcement that a crowd forms around a post. */
export const CrowdAnnouncement = z.extend(Announcement, {
  name: z.literal('post.crowd-forming'),
  data: eventData['post.crowd-forming'],
});
export type CrowdAnnouncement = z.infer<typeof CrowdAnnouncement>;

/** Names the alert once per crowd and growth, in the characters that SES takes in the tags of a mail. */
export function crowdAlertId({ data }: Pick<CrowdAnnouncement, 'data'>): string {
  const { channel, accountId, postId, at } = data;
  return ['crowd', channel, ...[accountId, postId].map((id) => id.replace(/\W/g, '-')), Date.parse(at)].join(
    '_',
  );
}

/** Composes the mail to the lead of the team whose conversation it is about; of the first team where nobody wrote to us yet. */
export async function composeCrowdAlert(
  { data }: CrowdAnnouncement,
  { table, firstTeam, consoleUrl }: AlertDesk,
): Promise<ComposedAlert> {
  const { channel, accountId, postId: nativeId } = data;
  const native: Native = { channel, accountId, nativeId };
  const [[post], reference, about, { value: teams }] = await Promise.all([
    getPosts(table, [native]),
    getReference(table, native),
    listAbout(table, native, 1),
    getSettings(table, teamSettings),
  ]);
  const message =
    reference?.messageId === undefined ? undefined : await getMessage(table, reference.messageId);
  const conversationId = reference?.conversationId ?? about[0];
  const conversation =
    conversationId === undefined ? undefined : await getConversation(table, conversationId);
  return {
    to: recipientsOf('lead', conversation?.teamId ?? FIRST_TEAM, teams, firstTeam),
    mail: crowdMail(data, {
      text: message?.text ?? post?.text,
      permalink: post?.permalink,
      conversationId,
      consoleUrl,
    }),
    role: 'lead',
    at: data.at,
  };
}
