import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { onTestFinished } from 'vitest';
import { type Runner, startRunner } from '../../../lib/local/runner.ts';

export const root = join(import.meta.dirname, '../../..');
export const fixtureApp = 'test/lib/local/fixture-app/app.ts';
/** Longer than synthesis takes on a busy machine. */
export const START_LIMIT_MS = 60_000;

/** Starts the fixture stack in this process; the caller stops it. */
export async function startFixture(data: string): Promise<{ runner: Runner; lines: string[] }> {
  const lines: string[] = [];
  const options = { port: 0, data, fresh: false, app: fixtureApp, dynamodbEndpoint: undefined };
  const runner = await startRunner(options, {
    root,
    print: (line) => lines.push(stripVTControlCharacters(line)),
    onLost: (reason) => lines.push(reason),
  });
  return { runner, lines };
}

/** The same, stopped when the running test has ended. */
export async function startFixtureForTest(data: string) {
  const started = await startFixture(data);
  onTestFinished(() => started.runner.stop());
  return started;
}
