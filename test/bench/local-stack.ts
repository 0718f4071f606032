import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './workspace.ts';

/** The whole stack in a process of its own, as `npm start` runs it. */
export interface LocalStack {
  url: string;
  dynamodb: string;
  stop(): Promise<void>;
}

/**
 * Starts the stack on a free port with an empty data folder.
 * @throws Error with what it said when it ends before it is ready
 */
export async function startLocalStack(folder: string): Promise<LocalStack> {
  const child = spawn(
    process.execPath,
    [join(root, 'bin/local.ts'), '--port', '0', '--data', folder, '--fresh'],
    {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  process.once('exit', () => child.kill('SIGKILL'));
  const said = await linesUntilReady(child);
  // What it tells from now on is read and dropped, because a full pipe would stop it.
  child.stdout.resume();
  const [url, dynamodb] = [/^ready on (\S+)$/m, /DynamoDB (http:\S+)/].map(
    (pattern) => pattern.exec(said)?.[1],
  );
  if (!url || !dynamodb) throw new Error(`The local stack did not start:\n${said}`);
  return {
    url,
    dynamodb,
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function linesUntilReady({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) return '';
  const said: string[] = [];
  const lines = createInterface({ input: stdout });
  for await (const line of lines) {
    said.push(line);
    if (line.startsWith('ready on ')) break;
  }
  return said.join('\n');
}
