import * as z from 'zod/mini';
import { type Subscriber, SubscriberState } from '../domain/subscriber.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { countSubscribers, listSubscribers } from '../store/subscribers.ts';
import { agentOf } from './agent.ts';
import { json, queryOf } from './json.ts';
import type { ApiServices } from './services.ts';

const Query = z.object({
  state: z._default(SubscriberState, 'confirmed'),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(200)), 50),
  cursor: z.optional(z.string()),
});

/** `GET /api/subscribers`: who is mailed about disruptions, who no longer is and why, and how many there are (lead). */
export async function showSubscribers(request: HttpRequest, { desk }: ApiServices): Promise<HttpAnswer> {
  agentOf(request, 'lead');
  const query = queryOf(request, Query);
  const [{ subscribers, cursor }, counts] = await Promise.all([
    listSubscribers(desk.table, query),
    countSubscribers(desk.table),
  ]);
  return json(200, { items: subscribers.map(subscriberView), counts, cursor });
}

/** Without the secret, with which anybody could unsubscribe them. */
function subscriberView({ secret: _, version: __, ...subscriber }: Subscriber) {
  return subscriber;
}
