import * as z from 'zod/mini';
import { fetchAccessToken } from './access-token.ts';

const Policies = z.looseObject({ policies: z.array(z.looseObject({ id: z.string() })) });
const ID = 'demo';

/**
 * Puts a policy for one channel before all others, by which a message is warned about after 15 seconds, breached after 20, and
 * climbs to the lead 10 and to the admin 20 seconds later. It stays until somebody removes it.
 */
export async function putDemoPolicy(url: string, channel: string): Promise<void> {
  const address = `${url}/api/settings/policies`;
  const authorization = `Bearer ${await fetchAccessToken(url, 'admin')}`;
  const current = await ask(address, { headers: { authorization } });
  const book = Policies.parse(await current.json());
  const policies = [
    {
      id: ID,
      match: { channel },
      targets: { firstResponse: 'PT20S', nextResponse: 'PT20S' },
      calendar: '24x7',
      warnAt: 0.75,
      escalation: [
        { after: 'PT10S', to: 'lead' },
        { after: 'PT20S', to: 'admin' },
      ],
    },
    ...book.policies.filter(({ id }) => id !== ID),
  ];
  await ask(address, {
    method: 'PUT',
    headers: {
      authorization,
      'content-type': 'application/json',
      'if-match': current.headers.get('etag') ?? '*',
    },
    body: JSON.stringify({ ...book, policies }),
  });
}

async function ask(address: string, request: RequestInit): Promise<Response> {
  const answer = await fetch(address, request);
  if (answer.ok) return answer;
  throw new Error(`${request.method ?? 'GET'} ${address} answered ${answer.status}: ${await answer.text()}`);
}
