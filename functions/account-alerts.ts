import * as z from 'zod/mini';
import type { AlertDesk, ComposedAlert } from './alerts.ts';
import { Announcement, eventData } from './domain/events.ts';
import { FIRST_TEAM } from './domain/team.ts';
import { accountMail } from './mail/account-mail.ts';
import { recipientsOf } from './mail/recipients.ts';
import { getAccount } from './store/accounts.ts';
import { getSettings, teamSettings } from './store/settings.ts';

/** The announcement that an account of ours cannot send. */
export const AccountAnnouncement = z.extend(Announcement, {
  name: z.literal('account.held'),
  data: eventData['account.held'],
});
export type AccountAnnouncement = z.infer<typeof AccountAnnouncement>;

/** Names the alert once per hold, in the characters that SES takes in the tags of a mail. */
export function accountAlertId({ data }: Pick<AccountAnnouncement, 'data'>): string {
  const { channel, accountId, heldSince } = data;
  return ['account', channel, accountId.replace(/\W/g, '-'), Date.parse(heldSince)].join('_');
}

/** Composes the mail to the first team's admins; undefined when the account can send again, or is held anew since. */
export async function composeAccountAlert(
  { data }: AccountAnnouncement,
  { table, firstTeam }: AlertDesk,
): Promise<ComposedAlert | undefined> {
  const account = await getAccount(table, data.channel, data.accountId);
  if (account.state !== 'held' || account.heldSince !== data.heldSince) return undefined;
  const { value: teams } = await getSettings(table, teamSettings);
  return {
    to: recipientsOf('admin', FIRST_TEAM, teams, firstTeam),
    mail: accountMail(account),
    role: 'admin',
    at: data.heldSince,
  };
}
