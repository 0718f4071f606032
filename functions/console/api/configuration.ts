import * as z from 'zod/mini';
import { desk } from '../words/desk.ts';
import { Problem } from './problem.ts';

/** What the page is told before anybody signs in. */
export const Configuration = z.object({
  /** Address of the OpenID issuer. */
  authority: z.string(),
  clientId: z.string(),
  scope: z._default(z.string(), 'openid email profile'),
  /** Where the WebSocket is; absent where it is on this page's own origin. */
  liveUrl: z.nullish(z.string()),
  /** Where signing out leads, for issuers that have no standard address for it. */
  signOutUrl: z.nullish(z.string()),
  /** Where a local desk lets one be a customer; absent in AWS. */
  outsideUrl: z.nullish(z.string()),
  features: z.optional(z.record(z.string(), z.unknown())),
});
export type Configuration = z.infer<typeof Configuration>;

/** Reads the settings of this desk. @throws Problem when there are none */
export async function readConfiguration(fetcher: typeof fetch): Promise<Configuration> {
  const answer = await fetcher('/config.json').catch(() => undefined);
  const parsed = Configuration.safeParse(await answer?.json().catch(() => undefined));
  if (!parsed.success) throw new Problem(answer?.status ?? 0, desk.noConfig);
  return parsed.data;
}
