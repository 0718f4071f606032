import { statusPolicy } from '../functions/status/public-page.ts';
import { securityHeaders } from './security-headers.ts';

/** Paths at which the public page and its other forms are served: what begins so comes from its bucket. */
export const statusPath = '/status';
/** Below it, subscriptions are taken by a function. */
export const subscriptionsPath = '/status/subscriptions';

/** What the public page asks of the browser, in the words of HTTP. */
export const statusHeaders = { ...securityHeaders, 'content-security-policy': statusPolicy } as const;
