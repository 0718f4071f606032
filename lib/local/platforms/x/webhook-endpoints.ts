import * as z from 'zod/mini';
import { challenge, validate } from './crc.ts';
import { type Answer, invalidRequest, notFound, Problem } from './problems.ts';
import { type Call, param, type Route } from './route.ts';
import { IdSchema, parseBody } from './validation.ts';
import type { Webhook } from './webhooks.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const LONGEST_URL = 200;

const NewWebhookSchema = z.strictObject({ url: z.string() });
const ReplaySchema = z.strictObject({
  webhook_id: IdSchema,
  from_date: z.string().check(z.regex(/^[0-9]{12}$/)),
  to_date: z.string().check(z.regex(/^[0-9]{12}$/)),
});

export const webhookRoutes: Route[] = [
  { endpoint: 'POST /2/webhooks', auth: 'any', handle: register },
  { endpoint: 'GET /2/webhooks', auth: 'app', query: ['webhook_config.fields'], handle: list },
  { endpoint: 'POST /2/webhooks/replay', auth: 'app', handle: replay },
  { endpoint: 'PUT /2/webhooks/:id', auth: 'app', handle: revalidate },
  { endpoint: 'DELETE /2/webhooks/:id', auth: 'app', handle: remove },
];

function refuse(name: string, value: string, message: string): Problem {
  return new Problem(invalidRequest({ name, value, message }));
}

async function register(call: Call): Promise<Answer> {
  const { platform } = call;
  const { world, webhooks } = platform;
  const { url } = parseBody(NewWebhookSchema, call.body);
  if (!isAcceptable(url)) {
    throw refuse(
      'url',
      url,
      'UrlValidationFailed: the URL must use https, name no port and be at most 200 characters long.',
    );
  }
  if (webhooks.byUrl(url)) throw refuse('url', url, 'DuplicateUrlFailed: this URL is registered already.');
  if (webhooks.all().length >= (world.settings.enterprise ? 5 : 1)) {
    throw refuse('url', url, 'WebhookLimitExceeded: the tier allows no further webhook.');
  }
  if ((await challenge(url, platform.consumerSecret)) !== 'valid') {
    throw refuse(
      'url',
      url,
      'CrcValidationFailed: the URL did not answer the challenge with the right response_token.',
    );
  }
  const now = world.now();
  const webhook = { id: world.nextId(), url, valid: true, createdAt: now, validatedAt: now };
  webhooks.add(webhook);
  return { status: 200, body: { data: described(webhook) } };
}

/** As X asks for it; only a desk on this machine may besides use http and a port. */
function isAcceptable(text: string): boolean {
  if (text.length > LONGEST_URL || !URL.canParse(text)) return false;
  const url = new URL(text);
  const isLocal = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  return (isLocal && url.protocol === 'http:') || (url.protocol === 'https:' && url.port === '');
}

function described({ id, url, valid, createdAt }: Webhook): Record<string, unknown> {
  return { id, url, valid, created_at: new Date(createdAt).toISOString() };
}

function list(call: Call): Answer {
  const data = call.platform.webhooks.all().map(described);
  return { status: 200, body: { data, meta: { result_count: data.length } } };
}

async function revalidate(call: Call): Promise<Answer> {
  const { world, webhooks, consumerSecret } = call.platform;
  const webhook = known(call, param(call, 'id'));
  const result = await validate(webhooks, webhook, consumerSecret, world.now);
  return { status: 200, body: { data: { valid: result === 'valid' } } };
}

function remove(call: Call): Answer {
  call.platform.webhooks.remove(known(call, param(call, 'id')).id);
  return { status: 200, body: { data: { deleted: true } } };
}

function known(call: Call, id: string): Webhook {
  const webhook = call.platform.webhooks.get(id);
  if (webhook) return webhook;
  throw new Problem(notFound('webhook', id));
}

/** Sends the events of a past stretch once more, to a day back, and then tells that it is done. */
function replay(call: Call): Answer {
  const { world, deliveryStore, deliveries } = call.platform;
  const { webhook_id, from_date, to_date } = parseBody(ReplaySchema, call.body);
  const webhook = known(call, webhook_id);
  const [from, to, now] = [instant(from_date), instant(to_date), world.now()];
  if (!(from >= now - DAY && from <= now - 31 * MINUTE)) {
    throw refuse('from_date', from_date, '$.from_date: must be between 24 hours and 31 minutes ago');
  }
  if (!(to > from && to <= now - 10 * MINUTE)) {
    throw refuse('to_date', to_date, '$.to_date: must lie after from_date and at least 10 minutes ago');
  }
  for (const { body } of deliveryStore.between(webhook.id, from, to)) deliveries.enqueue(webhook, body, true);
  const jobId = world.nextId();
  const done = {
    webhook_id,
    job_state: 'Complete',
    job_state_description: 'Job completed successfully',
    job_id: jobId,
  };
  deliveries.enqueue(webhook, JSON.stringify({ replay_job_status: done }), true);
  return { status: 200, body: { data: { job_id: jobId, created_at: new Date(now).toISOString() } } };
}

/** `yyyymmddhhmm` in UTC as epoch milliseconds; NaN when there is no such minute. */
function instant(text: string): number {
  return Date.parse(text.replace(/^(....)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5Z'));
}
