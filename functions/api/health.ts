import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { latenessSince } from '../store/alert-lateness.ts';
import { listUnreadCounts } from '../store/unread.ts';
import { accountItems } from './accounts.ts';
import { agentOf } from './agent.ts';
import { json } from './json.ts';
import type { ApiServices } from './services.ts';

/** How many days back health looks. */
const DAYS = 7;

/** `GET /api/health`: how the queues, the alerts and the accounts fare, and what nobody understood (admin). */
export async function showHealth(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  agentOf(request, 'admin');
  const { desk, deadLetters } = services;
  const since = new Date(Date.parse(desk.clock()) - DAYS * 24 * 3600_000).toISOString().slice(0, 10);
  const [queues, dropped, alertLateness, accounts] = await Promise.all([
    deadLetters.list(),
    listUnreadCounts(desk.table, since),
    latenessSince(desk.table, since),
    accountItems(services),
  ]);
  return json(200, {
    queues: queues.map(({ name, waiting, inFlight, messages }) => ({
      name,
      waiting,
      inFlight,
      deadLetters: messages,
    })),
    dropped,
    alertLateness: alertLateness ?? null,
    accounts,
  });
}
