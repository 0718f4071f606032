import { FIRST_TEAM } from '../domain/team.ts';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { recountViews } from '../store/recount.ts';
import { getSettings, teamSettings } from '../store/settings.ts';
import { agentOf } from './agent.ts';
import { json } from './json.ts';
import type { ApiServices } from './services.ts';

/**
 * `POST /api/conversations/counts/recount`: counts the conversations of every view anew and corrects the counters, and says which
 * were wrong (admin). What happens meanwhile is counted a little later.
 */
export async function recountConversations(
  request: HttpRequest,
  { desk: { table, clock } }: ApiServices,
): Promise<HttpAnswer> {
  agentOf(request, 'admin');
  const { value } = await getSettings(table, teamSettings);
  const teams = [FIRST_TEAM, ...value.teams.map(({ id }) => id)];
  const recounted = await recountViews(table, { teams, clock });
  if (recounted !== 'busy') return json(200, recounted);
  throw new Reject(409, 'Somebody has the conversations counted at this moment. Wait until that is done.');
}
