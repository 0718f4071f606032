import * as z from 'zod/mini';
import { liftSuppression, type Subscriber, SubscriberState } from '../domain/subscriber.ts';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { auditWrite } from '../store/audit.ts';
import { countSubscribers, getSubscriber, listSubscribers, putSubscriber } from '../store/subscribers.ts';
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

/** `POST /api/subscribers/{id}/lift`: mail to an address that failed for good is sent again, since it works again (admin). */
export async function liftSubscriber(request: HttpRequest, { desk }: ApiServices): Promise<HttpAnswer> {
  const { id: agentId, name } = agentOf(request, 'admin');
  const known = await getSubscriber(desk.table, request.parameters.id ?? '');
  if (!known) throw new Reject(404, 'There is no subscriber with this id.');
  const now = desk.clock();
  const lifted = liftSuppression(known, now);
  if ('refusal' in lifted) {
    const { code, explanation, advice } = lifted.refusal;
    throw new Reject(409, `${explanation} ${advice}`, { code, explanation, advice });
  }
  const entry = {
    ...{ at: now, actor: { id: agentId, name }, document: 'subscribers' },
    summary: `Lets ${hinted(known.email)} be mailed again, to whom mail had failed.`,
  };
  const audit = auditWrite(entry, `${known.id}:${known.version}`);
  if (!(await putSubscriber(desk.table, known, lifted.after, now, [audit])))
    throw new Reject(409, 'Something else happened to this subscriber at the same moment. Please try again.');
  return json(200, subscriberView(lifted.after));
}

/** An address that those who know it know again, since what is audited stays for good. */
function hinted(email = ''): string {
  return email.replace(/^(.).*@/, '$1…@');
}

/** Without the secret, with which anybody could unsubscribe them. */
function subscriberView({ secret: _, version: __, mayReturn: ___, ...subscriber }: Subscriber) {
  return subscriber;
}
