import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { FunctionDefinition, InvocationError } from '../../../lib/local/function-instance.ts';
import { createFunctionPool, type FunctionPool } from '../../../lib/local/function-pool.ts';
import { eventually } from './eventually.ts';
import { temporaryFolder } from './temporary-folder.ts';

interface Bench {
  pool: FunctionPool;
  lines: string[];
  failures: InvocationError[];
  invoke(event: unknown): Promise<unknown>;
}

/** A pool with one function that has this source. */
function bench(source: string, settings: Partial<FunctionDefinition> = {}): Bench {
  const file = join(temporaryFolder(), 'index.mjs');
  writeFileSync(file, source);
  const lines: string[] = [];
  const failures: InvocationError[] = [];
  const definition: FunctionDefinition = {
    logicalId: 'Probe',
    name: 'probe',
    functionName: 'Probe',
    arn: 'arn:probe',
    file,
    exportName: 'handler',
    timeoutSeconds: 5,
    memory: 128,
    environment: { COLOUR: 'green' },
    concurrency: 2,
    ...settings,
  };
  const pool = createFunctionPool([definition], {
    output: (_name, line) => lines.push(line),
    failed: (_name, error) => failures.push(error),
  });
  onTestFinished(() => pool.close(0));
  return { pool, lines, failures, invoke: (event) => pool.invoke('arn:probe', event) };
}

test('a function sees its event, its context and no environment but its own', async () => {
  const { invoke } = bench(`export async function handler(event, context) {
    return { event, name: context.functionName, left: context.getRemainingTimeInMillis() > 0, env: Object.keys(process.env) };
  }`);
  expect(await invoke({ a: 1 })).toEqual({ event: { a: 1 }, name: 'Probe', left: true, env: ['COLOUR'] });
});

test('an instance is used again', async () => {
  const { invoke } = bench('let calls = 0; export const handler = async () => { calls += 1; return calls; }');
  expect([await invoke(0), await invoke(0)]).toEqual([1, 2]);
});

test('invocations beyond the limit wait for a free instance', async () => {
  const { invoke } = bench(
    `import { threadId } from 'node:worker_threads'; import { setTimeout } from 'node:timers/promises';
    let running = 0;
    export const handler = async () => { running += 1; await setTimeout(20); running -= 1; return [threadId, running]; }`,
  );
  const answers = await Promise.all([1, 2, 3, 4, 5].map(invoke));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(2);
});

test('an error of the function rejects with its class and stack, and the instance goes on', async () => {
  const { invoke, failures } = bench(`let calls = 0;
    export const handler = async () => { calls += 1; if (calls === 1) throw new RangeError('too far'); return calls; }`);
  await expect(invoke(0)).rejects.toMatchObject({ type: 'RangeError', message: 'too far' });
  expect(failures[0]?.trace).toContain('index.mjs');
  expect(await invoke(0)).toBe(2);
});

test('a crash ends the invocation and not the runner', async () => {
  const { invoke } = bench(
    'export const handler = async (event) => { if (event === "die") process.exit(7); return "well"; }',
  );
  await expect(invoke('die')).rejects.toMatchObject({ type: 'Runtime.ExitError' });
  expect(await invoke('live')).toBe('well');
});

test('an error outside of any invocation ends the one that is under way', async () => {
  const { invoke } = bench(`export const handler = (event) => event === 'die'
    ? new Promise(() => setTimeout(() => { throw new Error('astray'); }, 0)) : Promise.resolve('well');`);
  await expect(invoke('die')).rejects.toMatchObject({ message: 'astray' });
  expect(await invoke('live')).toBe('well');
});

test('a function that takes too long is ended', async () => {
  const { invoke } = bench(
    'export const handler = async (event) => { while (event === "spin"); return "well"; }',
    { timeoutSeconds: 0.2 },
  );
  await expect(invoke('spin')).rejects.toMatchObject({ type: 'Sandbox.Timedout' });
  expect(await invoke('live')).toBe('well');
});

test('a bundle that cannot be loaded fails every invocation with the reason', async () => {
  const { invoke } = bench('import "./missing.mjs"; export const handler = async () => 1;');
  await expect(invoke(0)).rejects.toThrow(/missing\.mjs/);
  await expect(invoke(0)).rejects.toThrow(/missing\.mjs/);
});

test('an answer of more than 6 MB is an error, as in Lambda', async () => {
  const { invoke } = bench('export const handler = async () => "x".repeat(6 * 1024 * 1024);');
  await expect(invoke(0)).rejects.toMatchObject({ type: 'Function.ResponseSizeTooLarge' });
});

test('what a function prints arrives line by line', async () => {
  const { invoke, lines } = bench(
    'export const handler = async () => { console.log("out"); console.error("err"); };',
  );
  await invoke(0);
  await eventually('both lines', () => lines.length === 2 || undefined);
  expect(lines.toSorted()).toEqual(['err', 'out']);
});

test('closing waits for what is under way', async () => {
  const { invoke, pool } = bench(
    `import { setTimeout } from 'node:timers/promises'; export const handler = async () => { await setTimeout(100); return 'done'; }`,
  );
  const answer = invoke(0);
  await pool.close(5_000);
  expect(await answer).toBe('done');
});

test('a function that is not in the stack is named', () => {
  const { pool } = bench('export const handler = async () => 1;');
  expect(() => pool.invoke('arn:nobody', 0)).toThrow(/arn:nobody/);
});
