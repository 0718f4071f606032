import { type DeskAgent, isStale, presenceOf } from '../domain/agent.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { getAgent, listAgents, rememberAgent } from '../store/agents.ts';
import { listPresence } from '../store/presence.ts';
import { agentOf } from './agent.ts';
import { json } from './json.ts';
import type { ApiServices } from './services.ts';
import { memberOf } from './team-access.ts';

/** `GET /api/me`: who is signed in. Whoever asks is remembered, so that others can assign work to them and mention them. */
export async function showMe(request: HttpRequest, { desk, writingAid }: ApiServices): Promise<HttpAnswer> {
  const { id, name, role, teams } = await memberOf(request, desk);
  const { email } = request.claims;
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
  return json(200, { ...shown, features: { writing: writingAid !== undefined } });
}

/** `GET /api/agents`: everybody who ever signed in, by name. */
export async function showAgents(request: HttpRequest, { desk }: ApiServices): Promise<HttpAnswer> {
  agentOf(request);
  const now = desk.clock();
  const [known, reports] = await Promise.all([listAgents(desk.table), listPresence(desk.table)]);
  const said = new Map(reports.map(({ agentId, state }) => [agentId, state]));
  const agents = known
    .map((agent) => {
      const { id, name, role, teams } = agent;
      return { id, name, role, teams, presence: presenceOf({ ...agent, presence: said.get(id) }, now) };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
  return json(200, { agents });
}
