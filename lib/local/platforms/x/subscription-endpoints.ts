import * as z from 'zod/mini';
import { APP_ID } from './aaa-envelope.ts';
import { type Answer, invalidRequest, notFound, Problem, unsupportedAuthentication } from './problems.ts';
import { type Call, param, type Route } from './route.ts';
import { eventTypes, type Subscription } from './subscriptions.ts';
import { IdSchema, parseBody } from './validation.ts';

const SELF_SERVE_LIMIT = 1_500;
const ACCOUNT_LIMIT = 3;

const NewSubscriptionSchema = z.strictObject({
  event_type: z
    .string()
    .check(z.refine((name) => Object.hasOwn(eventTypes, name), 'does not have a value in the enumeration')),
  filter: z.strictObject({
    user_id: z.optional(IdSchema),
    direction: z.optional(z.enum(['inbound', 'outbound'])),
  }),
  tag: z.optional(z.string().check(z.maxLength(200))),
  webhook_id: z.optional(IdSchema),
});
const ChangeSchema = z.strictObject({ tag: z.optional(z.string()), webhook_id: z.optional(IdSchema) });

const aaa = '/2/account_activity/webhooks/:id/subscriptions';
export const subscriptionRoutes: Route[] = [
  { endpoint: 'POST /2/activity/subscriptions', auth: 'any', handle: create },
  {
    endpoint: 'GET /2/activity/subscriptions',
    auth: 'app',
    query: ['max_results', 'pagination_token'],
    handle: list,
  },
  { endpoint: 'PUT /2/activity/subscriptions/:id', auth: 'any', handle: change },
  { endpoint: 'DELETE /2/activity/subscriptions/:id', auth: 'any', handle: remove },
  { endpoint: `POST ${aaa}/all`, auth: 'user', handle: subscribeAccount },
  { endpoint: `GET ${aaa}/all`, auth: 'user', handle: accountState },
  { endpoint: `GET ${aaa}/all/list`, auth: 'app', handle: accountList },
  { endpoint: `DELETE ${aaa}/:user/all`, auth: 'app', handle: unsubscribeAccount },
];

function refuse(name: string, value: string, message: string): Problem {
  return new Problem(invalidRequest({ name, value, message }));
}

function create(call: Call): Answer {
  const { world, subscriptions } = call.platform;
  const { event_type, filter, tag, webhook_id } = parseBody(NewSubscriptionSchema, call.body);
  checkConsent(call, event_type, filter.user_id);
  if (webhook_id) checkWebhook(call, webhook_id);
  const all = subscriptions.all();
  if (all.some((other) => other.eventType === event_type && other.userId === filter.user_id)) {
    throw refuse(
      'event_type',
      event_type,
      'DuplicateSubscription: this user has a subscription for this event type.',
    );
  }
  if (all.length >= SELF_SERVE_LIMIT && !world.settings.enterprise) {
    throw refuse(
      'event_type',
      event_type,
      'SubscriptionLimitExceeded: the tier allows no further subscription.',
    );
  }
  const now = world.now();
  const times = { createdAt: now, updatedAt: now };
  const { user_id: userId, direction } = filter;
  const made = {
    id: world.nextId(),
    eventType: event_type,
    userId,
    direction,
    tag,
    webhookId: webhook_id,
    ...times,
  };
  subscriptions.add(made);
  return { status: 200, body: { data: { subscription: described(made) } } };
}

/**
 * Private events need the consent of the very account. X asks for its OAuth 2.0 token; the accounts of this simulator
 * have OAuth 1.0a tokens only, so that one stands in for it.
 */
function checkConsent(call: Call, eventType: string, userId: string | undefined): void {
  if (userId === undefined && eventType !== 'oauth.revoke') {
    throw refuse('filter.user_id', '', '$.filter.user_id: is missing but it is required');
  }
  if (!eventTypes[eventType]?.private || (call.caller.kind === 'user' && call.accountId === userId)) return;
  throw new Problem(unsupportedAuthentication('OAuth 2.0 Application-Only', 'OAuth 2.0 User Context'));
}

function checkWebhook(call: Call, id: string): void {
  if (!call.platform.webhooks.get(id)) throw new Problem(notFound('webhook', id));
}

function described(subscription: Subscription): Record<string, unknown> {
  const { id, eventType, userId, direction, tag, webhookId, createdAt, updatedAt } = subscription;
  return {
    subscription_id: id,
    event_type: eventType,
    filter: { ...(userId && { user_id: userId }), ...(direction && { direction }) },
    ...(tag !== undefined && { tag }),
    ...(webhookId !== undefined && { webhook_id: webhookId }),
    created_at: new Date(createdAt).toISOString(),
    updated_at: new Date(updatedAt).toISOString(),
  };
}

function list(call: Call): Answer {
  const data = call.platform.subscriptions.all().map(described);
  return {
    status: 200,
    body: { data, meta: { result_count: data.length, total_subscriptions: data.length } },
  };
}

function change(call: Call): Answer {
  const { world, subscriptions } = call.platform;
  const { tag, webhook_id } = parseBody(ChangeSchema, call.body);
  if (webhook_id) checkWebhook(call, webhook_id);
  const old = known(call);
  const changed = { tag: tag ?? old.tag, webhookId: webhook_id ?? old.webhookId, updatedAt: world.now() };
  subscriptions.update({ ...old, ...changed });
  return { status: 200, body: { data: { subscription: described({ ...old, ...changed }) } } };
}

function remove(call: Call): Answer {
  call.platform.subscriptions.remove(known(call).id);
  const total_subscriptions = call.platform.subscriptions.all().length;
  return { status: 200, body: { data: { deleted: true }, meta: { total_subscriptions } } };
}

function known(call: Call): Subscription {
  const id = param(call, 'id');
  const subscription = call.platform.subscriptions.get(id);
  if (subscription) return subscription;
  throw new Problem(notFound('subscription', id));
}

function subscribeAccount(call: Call): Answer {
  const { subscriptions } = call.platform;
  const id = param(call, 'id');
  checkWebhook(call, id);
  const others = subscriptions.accounts().filter(({ userId }) => userId !== call.accountId);
  if (others.length >= ACCOUNT_LIMIT && !call.platform.world.settings.enterprise) {
    throw refuse('id', id, 'SubscriptionLimitExceeded: the tier allows no further subscription.');
  }
  subscriptions.addAccount(id, call.accountId);
  return { status: 200, body: { data: { subscribed: true } } };
}

function accountState(call: Call): Answer {
  const id = param(call, 'id');
  const accounts = call.platform.subscriptions.accounts();
  const subscribed = accounts.some(({ webhookId, userId }) => webhookId === id && userId === call.accountId);
  return { status: 200, body: { data: { subscribed } } };
}

function accountList(call: Call): Answer {
  const id = param(call, 'id');
  checkWebhook(call, id);
  const accounts = call.platform.subscriptions.accounts().filter(({ webhookId }) => webhookId === id);
  const subscriptions = accounts.map(({ userId }) => ({ user_id: userId }));
  const webhook_url = call.platform.webhooks.get(id)?.url;
  return {
    status: 200,
    body: { data: { application_id: APP_ID, webhook_id: id, webhook_url, subscriptions } },
  };
}

function unsubscribeAccount(call: Call): Answer {
  call.platform.subscriptions.removeAccount(param(call, 'id'), param(call, 'user'));
  return { status: 200, body: { data: { subscribed: false } } };
}
