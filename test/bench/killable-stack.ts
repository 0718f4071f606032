import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './workspace.ts';

/** A local stack that keeps its data folder from one start to the next. */
export interface KillableStack {
  url: string;
  pid: number | undefined;
  /** Ends it as a power failure would: nothing can be finished or written any more. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the stack on a free port with what is in the folder. @throws Error when it ends before it is ready */
export async function startOnFolder(folder: string): Promise<KillableStack> {
  const child = spawn(process.execPath, [join(root, 'bin/local.ts'), '--port', '0', '--data', folder], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  return {
    url: await readyUrl(child),
    pid: child.pid,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

async function readyUrl({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('The output of the stack is not read.');
  for await (const line of createInterface({ input: stdout })) {
    const url = /^ready on (\S+)$/.exec(line)?.[1];
    if (url === undefined) continue;
    // What it tells from now on is read and dropped, because a full pipe would stop it.
    stdout.resume();
    return url;
  }
  throw new Error('The local stack ended before it was ready.');
}
