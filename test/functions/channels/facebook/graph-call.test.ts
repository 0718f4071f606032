import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { callGraph, type GraphCall } from '../../../../functions/channels/facebook/graph-call.ts';
import type { Access } from '../../../../functions/channels/sending.ts';

const Created = z.object({ id: z.string() });

/** An access whose network is `answer`, and what was asked of it. */
function scripted(answer: () => Response | Promise<Response>, accountId = '108') {
  const asked: Request[] = [];
  const access: Access = {
    secret: { signingKeys: ['new app secret', 'old app secret'], accounts: { '108': { token: 'EAA' } } },
    accountId,
    apiUrl: 'https://graph.example',
    fetch: async (input, init) => {
      asked.push(new Request(input, init));
      return answer();
    },
    now: 0,
    nonce: '',
  };
  return { access, asked };
}

const created = () => Response.json({ id: '1221_889' });
const write: GraphCall = { method: 'POST', path: '1221_1/comments', body: { message: 'Ünïcode 👋' } };

describe('a call of the Graph API', () => {
  it('goes to the version, signed for the newest app secret, with the token in a header', async () => {
    const { access, asked } = scripted(created);
    expect(await callGraph(access, write, Created)).toEqual({ ok: true, value: { id: '1221_889' } });
    const [request] = asked;
    const url = new URL(request?.url ?? '');
    const proof = createHmac('sha256', 'new app secret').update('EAA').digest('hex');
    expect(url.pathname).toBe('/v26.0/1221_1/comments');
    expect([...url.searchParams]).toEqual([['appsecret_proof', proof]]);
    expect(request?.headers.get('authorization')).toBe('Bearer EAA');
    expect(await request?.json()).toEqual({ message: 'Ünïcode 👋' });
  });

  it('reads without a body', async () => {
    const { access, asked } = scripted(created);
    await callGraph(access, { method: 'GET', path: '1221_889', query: { fields: 'id,from{id}' } }, Created);
    expect(new URL(asked[0]?.url ?? '').searchParams.get('fields')).toBe('id,from{id}');
    expect(asked[0]?.body).toBeNull();
  });

  it('holds a page without a token, and asks nothing', async () => {
    const { access, asked } = scripted(created, '109');
    expect(await callGraph(access, write, Created)).toMatchObject({
      failure: { outcome: 'hold', refusal: { code: 'facebook:not-connected' } },
    });
    expect(asked).toEqual([]);
  });

  it.each([
    ['a success that is no JSON', () => new Response('<p>Sorry'), 'unconfirmed'],
    ['a success without an id', () => Response.json({ ok: true }), 'unconfirmed'],
    ['an empty success', () => new Response(), 'unconfirmed'],
    ['a page of a proxy', () => new Response('<p>Sorry', { status: 502 }), 'unconfirmed'],
    ['an error', () => Response.json({ error: { code: 190 } }, { status: 400 }), 'hold'],
    [
      'a body that breaks off',
      () => new Response(new ReadableStream({ start: (stream) => stream.error(new Error('cut')) })),
      'unconfirmed',
    ],
    [
      'a door that nobody answers',
      () => {
        throw new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } });
      },
      'retry',
    ],
    [
      'a connection that breaks',
      () => {
        throw new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } });
      },
      'unconfirmed',
    ],
  ])('never throws: %s', async (_name, answer, outcome) => {
    expect(await callGraph(scripted(answer).access, write, Created)).toMatchObject({
      ok: false,
      failure: { outcome },
    });
  });

  it('waits only so long', async () => {
    const { access } = scripted(created);
    const patient = {
      ...access,
      fetch: (async (_input, init) => stuckUntil(init?.signal)) satisfies typeof fetch,
    };
    expect(await callGraph(patient, { ...write, patience: 1 }, Created)).toMatchObject({
      failure: { outcome: 'unconfirmed', refusal: { code: 'facebook:no-answer' } },
    });
  });
});

/** An answer that never comes, until the caller has waited long enough. */
function stuckUntil(signal: AbortSignal | null | undefined): Promise<Response> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });
}
