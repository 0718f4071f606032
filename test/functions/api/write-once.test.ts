import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agentOf } from '../../../functions/api/agent.ts';
import { isWritten, writeOnce } from '../../../functions/api/write-once.ts';
import type { HttpRequest } from '../../../functions/shell.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { sampleChange, sampleConversation } from '../store/sample.ts';
import { type ApiDesk, claimsOf, openApiDesk } from './api-desk.ts';

let engine: TestEngine;
let api: ApiDesk;
beforeAll(async () => {
  engine = await openTestEngine();
  api = openApiDesk(await engine.newTable());
});
afterAll(() => engine.close());

const request = (key?: string, path = '/api/thing'): HttpRequest => ({
  method: 'POST',
  path,
  parameters: {},
  query: {},
  headers: key === undefined ? {} : { 'idempotency-key': key },
  body: Buffer.alloc(0),
  traceId: `request of ${key}`,
  claims: claimsOf('agent'),
});
const agent = agentOf(request());

/** Writes a conversation of its own each time; counts how often it was asked. */
function writing() {
  let asked = 0;
  return {
    get asked() {
      return asked;
    },
    decide: async (key: string) => {
      asked += 1;
      const after = sampleConversation(`${key} ${asked} ${Math.floor(asked / 100)}`);
      return { change: sampleChange({ conversation: { before: undefined, after } }), result: after.id };
    },
  };
}

describe('a write with an Idempotency-Key', () => {
  it('is made once, and answers alike however often it is repeated', async () => {
    const { decide } = writing();
    const first = await writeOnce(request('k1'), api, agent, decide);
    const again = await writeOnce(request('k1'), api, agent, decide);
    expect(first).toEqual(expect.any(String));
    expect(again).toBe(first);
    expect(await isWritten(request('k1'), api, agent)).toBe(true);
  });

  it('is made once when it comes five times at the same time', async () => {
    const { decide } = writing();
    const results = await Promise.all(
      [1, 2, 3, 4, 5].map(() => writeOnce(request('k2'), api, agent, decide)),
    );
    expect(new Set(results).size).toBe(1);
  });

  it('is another one on another path and by another agent', async () => {
    const { decide } = writing();
    const other = agentOf({ claims: claimsOf('agent', 'agent-2') });
    const results = [
      await writeOnce(request('k3'), api, agent, decide),
      await writeOnce(request('k3', '/api/other'), api, agent, decide),
      await writeOnce(request('k3'), api, other, decide),
    ];
    expect(new Set(results).size).toBe(3);
  });

  it('that wants nothing written is asked again the next time', async () => {
    const nothing = async () => undefined;
    expect(await writeOnce(request('k4'), api, agent, nothing)).toBeUndefined();
    expect(await isWritten(request('k4'), api, agent)).toBe(false);
    expect(await writeOnce(request('k4'), api, agent, writing().decide)).toEqual(expect.any(String));
  });
});

describe('a write without a key', () => {
  it('is a write of its own every time', async () => {
    const things = writing();
    const results = [1, 2].map(() => writeOnce(request(), api, agent, things.decide));
    expect(new Set(await Promise.all(results)).size).toBe(2);
    expect(things.asked).toBe(2);
    expect(await isWritten(request(), api, agent)).toBe(false);
  });
});
