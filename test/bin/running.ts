import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { fixtureApp, root } from '../lib/local/harness.ts';

/** A command that runs. */
export interface Running {
  child: ChildProcess;
  output(): string;
  /** Address of the local stack, once it is ready. @throws Error with the output when the command ends before */
  ready(): Promise<string>;
  /** Exit code and signal. */
  ended: Promise<unknown[]>;
}

/** Runs a command in the project; what still runs when the test has ended is killed with its whole process group. */
export function run(command: string, ...args: string[]): Running {
  const child = spawn(command, args, {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  const ended = once(child, 'close');
  onTestFinished(() => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      process.kill(-child.pid, 'SIGKILL');
  });
  return {
    child,
    output: () => output,
    ended,
    async ready() {
      for (;;) {
        const url = /^ready on (\S+)$/m.exec(output)?.[1];
        if (url) return url;
        if (child.exitCode !== null) throw new Error(`It ended before it was ready:\n${output}`);
        await Promise.race([once(child.stdout, 'data'), ended]);
      }
    },
  };
}

/** Runs the fixture stack on a free port. */
export function runStack(data: string, ...args: string[]): Running {
  return run(process.execPath, 'bin/local.ts', '--port', '0', '--data', data, '--app', fixtureApp, ...args);
}
