import { vi } from 'vitest';

/** Runs some work and returns all that it wrote to standard output and standard error meanwhile. */
export async function outputOf(work: () => Promise<unknown> | unknown): Promise<string> {
  let output = '';
  const keep = (chunk: string | Uint8Array) => {
    output += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    return true;
  };
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation(keep),
  );
  const spoken = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];
  for (const spy of spoken) spy.mockImplementation((...words) => void keep(`${words.join(' ')}\n`));
  try {
    await work();
  } finally {
    for (const spy of [...spies, ...spoken]) spy.mockRestore();
  }
  return output;
}

/** The lines of an output that are JSON, parsed. */
export function jsonLines(output: string): unknown[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}
