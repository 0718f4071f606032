import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { bedrockAid } from '../../functions/writing-aid.ts';
import { type ModelServer, openModelServer, saying } from './model-server.ts';
import { openTestEngine, type TestEngine } from './store/engine.ts';

let engine: TestEngine;
let server: ModelServer;
beforeAll(async () => {
  [engine, server] = await Promise.all([openTestEngine(), openModelServer()]);
});
beforeEach(() => {
  server.calls.length = 0;
});
afterAll(async () => {
  await Promise.all([engine.close(), server.close()]);
});

const task = { instructions: 'Draft.', material: 'Customer: Hello', most: 100 };

async function aid({ dailyTokens = 1000, patience = 10_000 } = {}) {
  const desk = { table: await engine.newTable(), clock: () => '2026-11-20T10:00:00.000Z' };
  return bedrockAid(() => server.client, { model: 'amazon.nova-lite-v1:0', dailyTokens }, desk, patience);
}

it('asks the model by the Converse API', async () => {
  server.next(saying(' Hello Ada! '));
  expect(await (await aid())(task)).toEqual({ text: 'Hello Ada!' });
  expect(server.calls).toMatchObject([
    {
      model: 'amazon.nova-lite-v1:0',
      body: {
        system: [{ text: 'Draft.' }],
        messages: [{ role: 'user', content: [{ text: 'Customer: Hello' }] }],
        inferenceConfig: { maxTokens: 100 },
      },
    },
  ]);
});

it('asks no more once the tokens of the day are used up', async () => {
  server.next(saying('Hello', 190));
  const write = await aid({ dailyTokens: 300 });
  expect(await write(task)).toEqual({ text: 'Hello' });
  expect(await write(task)).toEqual({ unavailable: 'ceiling' });
  expect(server.calls).toHaveLength(1);
});

it.each([
  ['refuses', { status: 403, body: { message: 'no access' } }, 10_000],
  ['has nothing to say', saying(''), 10_000],
  ['does not answer in time', undefined, 50],
])('goes on without a model that %s', async (_, answer, patience) => {
  server.next(answer);
  expect(await (await aid({ patience }))(task)).toEqual({ unavailable: 'failed' });
});
