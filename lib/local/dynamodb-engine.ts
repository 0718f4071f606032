import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataFolder } from './data-folder.ts';
import { freePort } from './free-port.ts';
import { StartError } from './start-error.ts';

/** A DynamoDB that answers at `endpoint`. */
export interface DynamodbEngine {
  endpoint: string;
  /** Ends the engine if it is ours. */
  stop(): Promise<void>;
}

/**
 * Runs the engine and ends it as soon as our end of its standard input closes, however this process ends. The engine has a
 * process group of its own, so that Ctrl-C reaches only the runner, which still needs the engine to end in order.
 */
const WATCHED =
  'trap "" INT; "$@" </dev/null & e=$!; echo "pid $e"; read -r _; kill "$e" 2>/dev/null; wait "$e"';
const START_TRIES = 3;
const START_LIMIT_MS = 10_000;

/**
 * Starts the embedded engine on the file of the data folder, or uses the given endpoint.
 * `onLost` hears when the embedded engine ended by itself and could not be started again.
 * @throws StartError when there is no engine for this machine, or when it does not come up.
 */
export async function startDynamodb(
  folder: DataFolder,
  endpoint: string | undefined,
  onLost: (reason: string) => void,
): Promise<DynamodbEngine> {
  if (endpoint !== undefined) return { endpoint: endpoint.replace(/\/$/, ''), stop: async () => {} };
  const binary = embeddedEngine();
  const pidFile = folder.file('dynamodb.pid');
  await endStaleEngine(pidFile);
  return startEmbedded({ binary, pidFile, file: folder.file('dynamodb.db'), onLost });
}

interface Embedded {
  binary: string;
  pidFile: string;
  file: string;
  onLost: (reason: string) => void;
}

async function startEmbedded(embedded: Embedded): Promise<DynamodbEngine> {
  let port = await freePort();
  let child: ChildProcess | undefined;
  for (let tries = 1; child === undefined; tries += 1) {
    try {
      child = await launch(embedded, port);
    } catch (error) {
      // Most likely somebody took the port in between.
      if (tries === START_TRIES) throw error;
      port = await freePort();
    }
  }
  let running = child;
  let stopping = false;

  async function revive(): Promise<void> {
    if (stopping) return;
    try {
      running = await launch(embedded, port);
      running.once('exit', revive);
    } catch (error) {
      embedded.onLost(error instanceof Error ? error.message : String(error));
    }
  }
  running.once('exit', revive);

  return {
    endpoint: `http://127.0.0.1:${port}`,
    async stop() {
      stopping = true;
      if (running.exitCode !== null || running.signalCode !== null) return;
      const ended = new Promise((resolve) => running.once('exit', resolve));
      running.stdin?.end();
      await ended;
      rmSync(embedded.pidFile, { force: true });
    },
  };
}

/** Resolves when the engine answers. */
async function launch({ binary, pidFile, file }: Embedded, port: number): Promise<ChildProcess> {
  const args = [binary, 'serve', '--port', String(port), '--db-path', file];
  const child = spawn('/bin/sh', ['-c', WATCHED, 'sh', ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  let ended: string | undefined;
  child.once('error', (error) => {
    ended = error.message;
  });
  child.once('exit', () => {
    ended ??= output.trim() || 'it ended at once';
  });
  child.stdin.on('error', () => {});
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  child.stdout.on('data', (chunk) => {
    const pid = /^pid (\d+)$/m.exec(String(chunk))?.[1];
    if (pid) writeFileSync(pidFile, pid);
  });
  const until = Date.now() + START_LIMIT_MS;
  while (ended === undefined && Date.now() < until) {
    if ((await answers(port)) && ended === undefined) return child;
    await sleep(10);
  }
  child.stdin.end();
  throw new StartError(`The embedded DynamoDB engine did not start: ${ended ?? 'it does not answer'}.`);
}

async function answers(port: number): Promise<boolean> {
  try {
    await fetch(`http://127.0.0.1:${port}/`);
    return true;
  } catch {
    return false;
  }
}

/**
 * An engine that outlived its runner would hold the file. The data folder is locked by us, so it has no owner any more; its
 * command line is compared, because its number may belong to some other process by now.
 */
async function endStaleEngine(pidFile: string): Promise<void> {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8'));
  const isEngine = () => Number.isInteger(pid) && commandLine(pid).includes('dynoxide');
  if (isEngine()) process.kill(pid, 'SIGTERM');
  for (let waited = 0; isEngine() && waited < START_LIMIT_MS; waited += 20) await sleep(20);
  rmSync(pidFile);
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

function embeddedEngine(): string {
  const kind = `${process.platform}-${process.arch}`;
  try {
    return createRequire(import.meta.url).resolve(`@dynoxide/${kind}/dynoxide`);
  } catch {
    throw new StartError(
      `There is no embedded DynamoDB engine for this machine (${kind}). Start AWS's DynamoDB Local instead, for instance\n` +
        '  docker run --rm -p 8000:8000 amazon/dynamodb-local\n' +
        'and point Hark to it: HARK_DYNAMODB_ENDPOINT=http://127.0.0.1:8000 npm start',
    );
  }
}
