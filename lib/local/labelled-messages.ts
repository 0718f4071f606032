import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = 'functions/domain/triage/data';
const exam = 'functions/domain/triage/exam/tweets.jsonl';

/** The labelled messages that the classifier is trained from, as lines of JSON, and the hash that names this state of them. */
export function readLabelledMessages(root: string): { lines: string; hash: string } {
  const files = readdirSync(join(root, folder)).filter((name) => name.endsWith('.jsonl'));
  const lines = files
    .sort()
    .map((name) => readFileSync(join(root, folder, name), 'utf8').trimEnd())
    .join('\n');
  return { lines, hash: createHash('sha256').update(lines).digest('hex') };
}

/** The labelled messages that nothing is ever learnt from or chosen on, as lines of JSON. */
export function readExam(root: string): string {
  return readFileSync(join(root, exam), 'utf8');
}
