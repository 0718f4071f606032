import { ChannelName } from '../domain/channel-name.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { getAgent } from '../store/agents.ts';
import { countsOf, waitingByHour } from '../store/tally.ts';
import { json } from './json.ts';
import type { ApiServices } from './services.ts';
import { writerOf } from './team-access.ts';

/** How many of an agent's teams are counted; all counters are read in one request of a hundred items. */
const MOST_TEAMS = 20;

/** How long people have been waiting, from the shortest: each up to so many hours. Whoever waits longer is in the last one. */
const AGES = [1, 4, 24, 72];

/** `GET /api/conversations/counts`: how many conversations each view of the agent holds, from counters. */
export async function showCounts(request: HttpRequest, { desk }: ApiServices): Promise<HttpAnswer> {
  const { id: agentId, teams: bound } = writerOf(request);
  const known = await getAgent(desk.table, agentId);
  const teams = [...new Set([...bound, ...(known?.teams ?? [])])];
  const now = desk.clock();
  const [counts, hours] = await Promise.all([
    countsOf(desk.table, { agentId, teams: teams.slice(0, MOST_TEAMS) }),
    waitingByHour(desk.table, now),
  ]);
  const ofDesk = (name: string) => whole(counts.desk.get(name));
  const byChannel = (name: string) =>
    Object.fromEntries(ChannelName.options.map((channel) => [channel, ofDesk(`${name}-${channel}`)]));
  const open = ofDesk('open');
  const unanswered = ofDesk('unanswered');
  return json(200, {
    unanswered,
    mine: whole(counts.agent.get('open')),
    // Who is bound to no team answers for all.
    team: teams.length > 0 ? whole(counts.teams.get('open')) : open,
    open,
    snoozed: ofDesk('snoozed'),
    mentioned: whole(counts.agent.get('mentioned')),
    spam: ofDesk('spam'),
    channels: byChannel('open'),
    unansweredByChannel: byChannel('unanswered'),
    unansweredByAge: byAge(hours, unanswered, now),
  });
}

/** A counter may be told of a leaving before it is told of the entering. */
const whole = (count = 0) => Math.max(0, count);

/** Those who wait by how long they do, to the hour in which they began to; the rest has waited for longer than all of them. */
function byAge(hours: Map<string, number>, unanswered: number, now: string) {
  const counts = [...AGES, undefined].map((upToHours) => ({ upToHours, count: 0 }));
  const rest = counts.at(-1);
  if (rest) rest.count = unanswered;
  for (const [hour, count] of hours) {
    const age = (Date.parse(now) - Date.parse(`${hour}:00:00.000Z`)) / 3_600_000;
    const fitting = counts.find(({ upToHours }) => upToHours !== undefined && age <= upToHours);
    if (!fitting || !rest) continue;
    fitting.count = whole(fitting.count + count);
    rest.count = whole(rest.count - count);
  }
  return counts.map(({ upToHours = null, count }) => ({ upToHours, count }));
}
