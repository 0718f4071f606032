/** How often an endpoint may be called in 15 minutes and in 24 hours, by each user and by the app. */
interface Limit {
  user?: number;
  app?: number;
  userDay?: number;
  appDay?: number;
}

const WINDOW = 15 * 60_000;
const DAY = 24 * 60 * 60_000;

const dmRead: Limit = { user: 15 };
const dmCreate: Limit = { user: 15, userDay: 1_440, appDay: 1_440 };
const upload: Limit = { user: 1_875, appDay: 180_000 };
const lookup: Limit = { user: 900, app: 300 };
const subscriptions: Limit = { app: 500 };
const webhooks: Limit = { app: 450 };

/** docs.x.com, X API rate limits; endpoints that are not in it share the last line. */
const limits: Readonly<Record<string, Limit>> = {
  'POST /2/tweets': { user: 100, appDay: 10_000 },
  'DELETE /2/tweets/:id': { user: 50 },
  'PUT /2/tweets/:id/hidden': { user: 50 },
  'GET /2/tweets/:id': { user: 900, app: 450 },
  'GET /2/users/me': { user: 75 },
  'GET /2/users/:id': lookup,
  'GET /2/users/by/username/:username': lookup,
  'GET /2/users/:id/tweets': { user: 900, app: 10_000 },
  'GET /2/users/:id/mentions': { user: 300, app: 450 },
  'POST /2/users/:id/likes': { user: 50, userDay: 1_000 },
  'DELETE /2/users/:id/likes/:post': { user: 50, userDay: 1_000 },
  'POST /2/dm_conversations/with/:id/messages': dmCreate,
  'POST /2/dm_conversations/:conversation/messages': dmCreate,
  'GET /2/dm_conversations/with/:id/dm_events': dmRead,
  'GET /2/dm_conversations/:conversation/dm_events': dmRead,
  'GET /2/dm_events': dmRead,
  'POST /2/media/upload/initialize': upload,
  'POST /2/media/upload/:id/append': upload,
  'POST /2/media/upload/:id/finalize': upload,
  'GET /2/media/upload': { user: 1_000, appDay: 100_000 },
  'POST /2/webhooks': webhooks,
  'GET /2/webhooks': webhooks,
  'PUT /2/webhooks/:id': webhooks,
  'DELETE /2/webhooks/:id': webhooks,
  'POST /2/webhooks/replay': { app: 100 },
  'POST /2/activity/subscriptions': subscriptions,
  'GET /2/activity/subscriptions': subscriptions,
  'PUT /2/activity/subscriptions/:id': subscriptions,
  'DELETE /2/activity/subscriptions/:id': subscriptions,
};
const OTHERS: Limit = { user: 300, app: 300 };

interface Window {
  used: number;
  /** Epoch milliseconds. */
  ends: number;
}

export interface RateLimits {
  /** Counts one call. `caller` is a user id, or undefined for the app. */
  take(endpoint: string, caller: string | undefined): { allowed: boolean; headers: Record<string, string> };
}

/** Windows begin with the first call in them and live in memory: a restart opens new ones. */
export function createRateLimits(
  now: () => number,
  changed: () => Readonly<Record<string, number>>,
): RateLimits {
  const windows = new Map<string, Window>();

  function open(key: string, length: number): Window {
    const window = windows.get(key);
    if (window && window.ends > now()) return window;
    const fresh = { used: 0, ends: now() + length };
    windows.set(key, fresh);
    return fresh;
  }

  return {
    take(endpoint, caller) {
      const limit = limits[endpoint] ?? OTHERS;
      const allowance =
        changed()[endpoint] ?? (caller ? limit.user : limit.app) ?? limit.user ?? limit.app ?? 15;
      const windowsOfCall = [
        { prefix: 'x-rate-limit', limit: allowance, window: open(`${endpoint} ${caller ?? 'app'}`, WINDOW) },
        {
          prefix: 'x-user-limit-24hour',
          limit: limit.userDay,
          window: open(`${endpoint} ${caller} day`, DAY),
        },
        { prefix: 'x-app-limit-24hour', limit: limit.appDay, window: open(`${endpoint} app day`, DAY) },
      ].flatMap((each) => (each.limit === undefined ? [] : [{ ...each, limit: each.limit }]));
      const allowed = windowsOfCall.every((each) => each.window.used < each.limit);
      const headers: Record<string, string> = {};
      for (const { prefix, limit, window } of windowsOfCall) {
        if (allowed) window.used += 1;
        headers[`${prefix}-limit`] = String(limit);
        headers[`${prefix}-remaining`] = String(Math.max(0, limit - window.used));
        headers[`${prefix}-reset`] = String(Math.ceil(window.ends / 1000));
      }
      return { allowed, headers };
    },
  };
}
