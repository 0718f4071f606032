import * as z from 'zod/mini';
import type { AlertDesk, ComposedAlert } from './alerts.ts';
import { Announcement, eventData } from './domain/events.ts';
import { incidentMail } from './mail/incident-mail.ts';
import { recipientsOf } from './mail/recipients.ts';
import { getAgent } from './store/agents.ts';
import { getIncident } from './store/incidents.ts';
import { getSettings, teamSettings } from './store/settings.ts';

/** The announcement that nobody said anything about an open incident for a while. */
export const IncidentAnnouncement = z.extend(Announcement, {
  name: z.literal('incident.stale'),
  data: eventData['incident.stale'],
});
export type IncidentAnnouncement = z.infer<typeof IncidentAnnouncement>;

/** Names the reminder once per silence and step, in the characters that SES takes in the tags of a mail. */
export function incidentAlertId({ data }: Pick<IncidentAnnouncement, 'data'>): string {
  return ['incident', data.incidentId, Date.parse(data.since), data.reminder].join('_');
}

/** Composes the reminder to the owner, or to the team's leads where the owner's sign-in tells no address; undefined once somebody said something. */
export async function composeIncidentAlert(
  { at, data }: IncidentAnnouncement,
  { table, firstTeam, consoleUrl, clock }: AlertDesk,
): Promise<ComposedAlert | undefined> {
  const incident = await getIncident(table, data.incidentId);
  const since = incident?.updates.at(-1)?.at ?? incident?.openedAt;
  if (incident?.state !== 'open' || since !== data.since) return undefined;
  const [owner, { value: teams }] = await Promise.all([
    incident.ownerId === undefined ? undefined : getAgent(table, incident.ownerId),
    getSettings(table, teamSettings),
  ]);
  const to =
    owner?.email === undefined ? recipientsOf('lead', incident.teamId, teams, firstTeam) : [owner.email];
  return { to, role: 'owner', mail: incidentMail(incident, since, { consoleUrl, now: clock() }), at };
}
