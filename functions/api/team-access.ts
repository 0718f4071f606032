import type { Desk } from '../desk.ts';
import type { Conversation } from '../domain/conversation.ts';
import { Reject } from '../errors.ts';
import type { HttpRequest } from '../shell.ts';
import { getSettings, teamSettings } from '../store/settings.ts';
import { type Agent, agentOf, groupsOf } from './agent.ts';

/** A group of this name makes its members agents of that team alone: `team-parcels`. */
const TEAM = /^team-(.+)$/;

/** The signed-in agent, who may be bound to teams. @throws Reject 403 for a person without a role */
export function writerOf(request: Pick<HttpRequest, 'claims'>): Agent & { teams: string[] } {
  const groups = groupsOf(request.claims['cognito:groups']);
  return { ...agentOf(request), teams: groups.flatMap((group) => TEAM.exec(group)?.[1] ?? []) };
}

/**
 * Refuses agents who are bound to other teams. Leads and admins work everywhere, and so do agents in no team's group.
 * @throws Reject 403
 */
export function refuseOtherTeams(
  { role, teams }: ReturnType<typeof writerOf>,
  { teamId }: Conversation,
): void {
  if (role !== 'agent' || teams.length === 0 || teams.includes(teamId)) return;
  throw new Reject(
    403,
    `This conversation belongs to the team '${teamId}', and you answer for ${teams.join(', ')}. Ask a lead, who may answer it or move it to you.`,
    { teamId },
  );
}

/** The signed-in agent with all their teams: those of their groups, and those that admins made them a member of. */
export async function memberOf(
  request: Pick<HttpRequest, 'claims'>,
  { table }: Pick<Desk, 'table'>,
): Promise<ReturnType<typeof writerOf>> {
  const agent = writerOf(request);
  const { value } = await getSettings(table, teamSettings);
  const joined = value.teams.filter(({ members }) => members?.includes(agent.id)).map(({ id }) => id);
  return { ...agent, teams: [...new Set([...agent.teams, ...joined])] };
}
