import { join } from 'node:path';
import pc from 'picocolors';
import { readStartOptions, startUsage } from '../lib/local/options.ts';
import { type Runner, startRunner } from '../lib/local/runner.ts';
import { StartError } from '../lib/local/start-error.ts';

const root = join(import.meta.dirname, '..');
/** Somebody who waits at the terminal is told by then; nothing is lost, since a start repeats what was not finished. */
const STOP_LIMIT_MS = 4_500;

let starting: Promise<Runner> | undefined;
let ending = false;

/** Ends with the given code; a second signal changes nothing, because npm passes Ctrl-C on to a process that has it already. */
async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(code), STOP_LIMIT_MS).unref();
  const runner = await starting?.catch(() => undefined);
  await runner?.stop();
  process.exit(code);
}

function fail(error: unknown): void {
  const told = error instanceof StartError;
  const text = told ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${pc.red('Hark cannot run.')} ${text}\n`);
  void end(1);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0));

// An npm that is killed outright cannot tell us, and a stack that nobody sees would keep the port.
const parent = process.ppid;
if (process.env.npm_lifecycle_event !== undefined) {
  setInterval(() => process.ppid !== parent && process.exit(1), 100).unref();
}

try {
  const options = readStartOptions(process.argv.slice(2), process.env);
  if (options) {
    starting = startRunner(options, {
      root,
      print: (line) => process.stdout.write(`${line}\n`),
      onLost: (reason) => fail(new StartError(reason)),
    });
    const { url } = await starting;
    if (!ending) process.stdout.write(`ready on ${url}\n`);
  } else {
    process.stdout.write(`${startUsage}\n`);
  }
} catch (error) {
  fail(error);
}
