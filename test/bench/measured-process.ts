import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/**
 * Runs a file of this folder in a fresh process with nothing but the given environment; returns the JSON value in
 * the last line that it prints; what functions log stands before it.
 */
export async function measuredProcess(
  file: string,
  args: string[],
  environment: Record<string, string>,
): Promise<unknown> {
  const child = spawn(process.execPath, [join(import.meta.dirname, file), ...args], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${file} ended with ${code}.`);
  return JSON.parse(output.trimEnd().split('\n').at(-1) ?? '');
}
