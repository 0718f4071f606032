import * as z from 'zod/mini';
import { fetchAccessToken } from '../../lib/local/access-token.ts';

const Written = z.object({ id: z.string() });
const Shown = z.object({
  state: z.string(),
  progress: z.record(
    z.string(),
    z.object({ planned: z.number(), sent: z.number(), failed: z.number(), skipped: z.number() }),
  ),
});
export type Shown = z.infer<typeof Shown>;
const Recipients = z.object({ items: z.array(z.object({ settledAt: z.optional(z.string()) })) });

/** What a lead does with broadcasts by the API of a local stack. */
export interface BroadcastDesk {
  /** Writes, approves and publishes one; gives its id. */
  publish(draft: object, publishAt?: string): Promise<string>;
  show(id: string): Promise<Shown>;
  /** When the first of its recipients was reached. */
  firstSentAt(id: string): Promise<string | undefined>;
  /** To whom mails went, one entry for each mail. */
  mailed(): Promise<string[]>;
}

const Mails = z.array(z.object({ to: z.string() }));

export async function broadcastDesk(url: string): Promise<BroadcastDesk> {
  const authorization = `Bearer ${await fetchAccessToken(url, 'lead')}`;
  async function ask(path: string, body?: object): Promise<unknown> {
    const request = body ? { method: 'POST', body: JSON.stringify(body) } : {};
    const answer = await fetch(url + path, {
      ...request,
      headers: { authorization, 'content-type': 'application/json' },
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  }
  return {
    async publish(draft, publishAt) {
      const { id } = Written.parse(await ask('/api/broadcasts', draft));
      await ask(`/api/broadcasts/${id}/approve`, {});
      await ask(`/api/broadcasts/${id}/publish`, publishAt === undefined ? {} : { publishAt });
      return id;
    },
    show: async (id) => Shown.parse(await ask(`/api/broadcasts/${id}`)),
    async firstSentAt(id) {
      const { items } = Recipients.parse(await ask(`/api/broadcasts/${id}/recipients`));
      return items.flatMap(({ settledAt }) => settledAt ?? []).toSorted()[0];
    },
    mailed: async () => Mails.parse(await ask('/_local/mails')).map(({ to }) => to),
  };
}
