import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataFolder } from './data-folder.ts';
import { freePort } from './free-port.ts';
import { StartError } from './start-error.ts';
import { indexStreamRecords } from './stream-index.ts';

/** A DynamoDB that answers at `endpoint`. */
export interface DynamodbEngine {
  endpoint: string;
  /** Ends the engine if it is ours. */
  stop(): Promise<void>;
}

/** Ends the engine as soon as our end of its standard input closes, however this process ends. */
const WATCH = 'read -r _; kill "$0"';
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
  const file = folder.file('dynamodb.db');
  const engine = await startEmbedded({ binary, pidFile, file, onLost });
  indexStreamRecords(file);
  return engine;
}

interface Embedded {
  binary: string;
  pidFile: string;
  file: string;
  onLost: (reason: string) => void;
}

/** An engine that runs, and what ends it when we cannot. */
interface Running {
  engine: ChildProcess;
  watch: ChildProcess;
}

async function startEmbedded(embedded: Embedded): Promise<DynamodbEngine> {
  const launched = await launchSomewhere(embedded);
  const { port } = launched;
  let { running } = launched;
  let stopping = false;

  async function revive(): Promise<void> {
    running.watch.kill();
    if (stopping) return;
    try {
      running = await launch(embedded, port);
      running.engine.once('exit', revive);
    } catch (error) {
      embedded.onLost(error instanceof Error ? error.message : String(error));
    }
  }
  running.engine.once('exit', revive);

  return {
    endpoint: `http://127.0.0.1:${port}`,
    async stop() {
      stopping = true;
      const { engine, watch } = running;
      watch.kill();
      if (engine.exitCode === null && engine.signalCode === null) {
        const ended = new Promise((resolve) => engine.once('exit', resolve));
        engine.kill();
        await ended;
      }
      rmSync(embedded.pidFile, { force: true });
    },
  };
}

/** Tries again where somebody took the port in between. */
async function launchSomewhere(embedded: Embedded): Promise<{ port: number; running: Running }> {
  for (let tries = 1; ; tries += 1) {
    const port = await freePort();
    try {
      return { port, running: await launch(embedded, port) };
    } catch (error) {
      if (tries === START_TRIES) throw error;
    }
  }
}

/**
 * Resolves when the engine answers. It has a process group of its own, so that Ctrl-C reaches only the runner, which needs
 * the engine to end in order.
 */
async function launch({ binary, pidFile, file }: Embedded, port: number): Promise<Running> {
  const args = ['serve', '--port', String(port), '--db-path', file];
  const engine = spawn(binary, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  let ended: string | undefined;
  let output = '';
  engine.once('error', (error) => {
    ended = error.message;
  });
  engine.once('exit', () => {
    ended ??= output.trim() || 'it ended at once';
  });
  engine.stderr.on('data', (chunk) => {
    output = String(chunk);
  });
  const watch = spawn('/bin/sh', ['-c', WATCH, String(engine.pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watch.stdin.on('error', () => {});
  writeFileSync(pidFile, String(engine.pid));
  for (const until = Date.now() + START_LIMIT_MS; Date.now() < until; await sleep(10)) {
    if (ended !== undefined) break;
    if ((await answers(port)) && ended === undefined) return { engine, watch };
  }
  watch.kill();
  engine.kill();
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
