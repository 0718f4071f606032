import { createInterface } from 'node:readline';
import { triage } from '../functions/domain/triage/embedded.ts';
import { triageLine } from '../functions/domain/triage/triage-line.ts';

/** `npm run -s triage`: reads JSON lines from standard input and writes what the desk reads from each, in the same order. */
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  const answer = triageLine(line, triage);
  if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) {
    await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
}
