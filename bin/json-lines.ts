import { createInterface } from 'node:readline';

/**
 * Reads JSON lines on stdin and writes one answer a line on stdout, in the same order. A line that cannot be answered says so on
 * stderr, with its number, and ends the work: a program that reads the answers must not take one for another's.
 */
export async function answerLines(answer: (line: unknown) => unknown): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    try {
      process.stdout.write(`${JSON.stringify(answer(JSON.parse(line)))}\n`);
    } catch (error) {
      console.error(`Line ${number}: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
      return;
    }
  }
}
