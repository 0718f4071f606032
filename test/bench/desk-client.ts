import * as z from 'zod/mini';
import { fetchAccessToken } from '../../lib/local/access-token.ts';

/** What the benchmark asks the API of a local stack. */
export interface DeskClient {
  /** Puts a policy before all others. */
  putPolicy(policy: { id: string; [setting: string]: unknown }): Promise<void>;
  /** When the clock that is or was the latest of each open conversation falls or fell due, most urgent first, by conversation. */
  dueInstants(count: number): Promise<Map<string, string>>;
  mails(): Promise<Mail[]>;
}

const Mail = z.object({ subject: z.string(), text: z.string(), sentAt: z.string() });
export type Mail = z.infer<typeof Mail>;

const Policies = z.looseObject({ policies: z.array(z.looseObject({ id: z.string() })) });
const Page = z.object({
  items: z.array(z.object({ id: z.string(), clocks: z.array(z.object({ dueAt: z.string() })) })),
  cursor: z.nullable(z.string()),
});

export async function deskClient(url: string): Promise<DeskClient> {
  const authorization = `Bearer ${await fetchAccessToken(url, 'admin')}`;
  async function ask(path: string, request: RequestInit = {}): Promise<Response> {
    const headers = { authorization, 'content-type': 'application/json', ...request.headers };
    const answer = await fetch(url + path, { ...request, headers });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer;
  }
  return {
    async putPolicy(policy) {
      const current = await ask('/api/settings/policies');
      const book = Policies.parse(await current.json());
      await ask('/api/settings/policies', {
        method: 'PUT',
        headers: { 'if-match': current.headers.get('etag') ?? '' },
        body: JSON.stringify({ ...book, policies: [policy, ...book.policies] }),
      });
    },
    async dueInstants(count) {
      const due = new Map<string, string>();
      for (let cursor: string | null = ''; cursor !== null && due.size < count; ) {
        const after: string = cursor && `&cursor=${cursor}`;
        const page = Page.parse(await (await ask(`/api/conversations?status=open&limit=100${after}`)).json());
        for (const { id, clocks } of page.items) due.set(id, clocks.at(-1)?.dueAt ?? '');
        cursor = page.cursor;
      }
      return due;
    },
    mails: async () => z.array(Mail).parse(await (await ask('/_local/mails')).json()),
  };
}
