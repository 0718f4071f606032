import { createWriteStream, existsSync, renameSync, statSync } from 'node:fs';

/** The file that all functions' output goes to. */
export interface FunctionLog {
  write(functionName: string, line: string): void;
  close(): Promise<void>;
}

const LARGEST_BYTES = 20 * 1024 * 1024;

/** Appends to a file; one that has grown large is put aside first, in place of the one put aside before. */
export function openFunctionLog(file: string): FunctionLog {
  if (existsSync(file) && statSync(file).size > LARGEST_BYTES) renameSync(file, `${file}.1`);
  const stream = createWriteStream(file, { flags: 'a' });
  return {
    write(functionName, line) {
      stream.write(`${new Date().toISOString()} ${functionName} ${line}\n`);
    },
    close: () => new Promise((resolve) => stream.end(resolve)),
  };
}
