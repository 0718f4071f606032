import { type DeskAgent, isStale, presenceOf } from '../domain/agent.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { getAgent, listAgents, rememberAgent } from '../store/agents.ts';
import { getSettings, teamSettings } from '../store/settings.ts';
import { agentOf } from './agent.ts';
import { json } from './json.ts';
import type { ApiServices } from './services.ts';
import { writerOf } from './team-access.ts';

/** `GET /api/me`: who is signed in. Whoever asks is remembered, so that others can assign work to them and mention them. */
export async function showMe(request: HttpRequest, { desk }: ApiServices): Promise<HttpAnswer> {
  const { id, name, role, teams: bound } = writerOf(request);
  const { email } = request.claims;
  const { value } = await getSettings(desk.table, teamSettings);
  const joined = value.teams.filter(({ members }) => members?.includes(id)).map((team) => team.id);
  const teams = [...new Set([...bound, ...joined])];
  const me: DeskAgent = {
    id,
    name,
    role,
    teams,
    ...(typeof email === 'string' && { email }),
    lastSeenAt: desk.clock(),
  };
  if (isStale(await getAgent(desk.table, id), me)) await rememberAgent(desk.table, me);
  const { lastSeenAt: _, ...shown } = me;
  return json(200, shown);
}

/** `GET /api/agents`: everybody who ever signed in, by name. */
export async function showAgents(request: HttpRequest, { desk }: ApiServices): Promise<HttpAnswer> {
  agentOf(request);
  const now = desk.clock();
  const agents = (await listAgents(desk.table))
    .map((agent) => {
      const { id, name, role, teams } = agent;
      return { id, name, role, teams, presence: presenceOf(agent, now) };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
  return json(200, { agents });
}
