import type { Access, Media, Order } from '../../../../functions/channels/sending.ts';

export const PAGE = '108';
export const NOON = Date.parse('2026-11-21T12:00:00Z');

/** What a call was: enough to tell calls apart. */
export interface Asked {
  method: string;
  /** Below the version. */
  path: string;
  query: Record<string, string>;
  body: unknown;
}

/** An answer of Graph: a body that succeeds, an error by its numbers, or the HTTP status of something in front of it. */
export type Scripted = object | number | { code: number; subcode?: number };

/** An access whose Graph answers with these, one after the other, and what was asked of it. */
export function scriptedGraph(...answers: Scripted[]) {
  const asked: Asked[] = [];
  const access: Access = {
    secret: { signingKeys: ['secret'], accounts: { [PAGE]: { token: 'EAA' } } },
    accountId: PAGE,
    apiUrl: 'https://graph.example',
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { pathname, searchParams } = new URL(request.url);
      searchParams.delete('appsecret_proof');
      const text = await request.text();
      asked.push({
        method: request.method,
        path: pathname.replace('/v26.0/', ''),
        query: Object.fromEntries(searchParams),
        body: text === '' ? undefined : JSON.parse(text),
      });
      const answer = answers[asked.length - 1];
      if (answer === undefined) throw new Error('The script has no answer for this call.');
      return responseOf(answer);
    },
    now: NOON,
    nonce: '',
  };
  return { access, asked };
}

function responseOf(answer: Scripted): Response {
  if (typeof answer === 'number') return new Response('<p>Sorry', { status: answer });
  if (!('code' in answer)) return Response.json(answer);
  const { code, subcode } = { subcode: undefined, ...answer };
  return Response.json({ error: { code, error_subcode: subcode } }, { status: 400 });
}

/** A time as Graph writes it, so many seconds after noon. */
export function graphTime(seconds: number): string {
  return new Date(NOON + seconds * 1000).toISOString().replace('.000Z', '+0000');
}

/** A private answer of a person of ours, at noon. */
export function order(change?: Partial<Order>): Order {
  return {
    messageId: 'c1.m1',
    visibility: 'private',
    text: 'We are on it.',
    media: [],
    personId: '720',
    inReplyTo: '1221_889',
    human: true,
    lastInboundAt: new Date(NOON).toISOString(),
    ...change,
  };
}

export const picture: Media = {
  type: 'image',
  contentType: 'image/jpeg',
  url: 'https://media.example/receipt.jpg',
  bytes: async () => new Uint8Array(),
};
