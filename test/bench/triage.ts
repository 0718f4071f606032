import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod/mini';
import { languageModule } from '../../lib/language-table.ts';
import { measuredProcess } from './measured-process.ts';
import { bundle } from './reference-bundle.ts';
import type { Section } from './section.ts';
import { quantile } from './statistics.ts';
import { TriageModule } from './triage-module.ts';
import { root } from './workspace.ts';

const STARTS = 15;
const LINES = 20_000;
const Load = z.object({ wall: z.number(), cpu: z.number() });
const Example = z.object({ text: z.string() });

/** What it costs to read why somebody writes. */
export const triage: Section = {
  name: 'triage',
  title: 'Reading why customers write',
  async measure({ folder }) {
    const bundled = await bundle('functions/domain/triage/embedded.ts', join(folder, 'triage/index.mjs'), {
      'eld/extrasmall': languageModule(),
    });
    const { triage: read } = TriageModule.parse(await import(pathToFileURL(bundled).href));
    const texts = await examples();
    const times = texts.map((text) => {
      const start = performance.now();
      read(text, 'x');
      return (performance.now() - start) * 1000;
    });
    const [median, tail] = [quantile(times, 0.5), quantile(times, 0.99)];
    const loads: z.infer<typeof Load>[] = [];
    for (let start = 0; start < STARTS; start += 1)
      loads.push(Load.parse(await measuredProcess('triage-load.ts', [bundled], {})));
    const load = quantile(
      loads.map(({ wall }) => wall),
      0.5,
    );
    const seconds = await linesThroughCommand(texts);
    return {
      columns: ['what', 'measured'],
      rows: [
        ['a message, p50', `${median.toFixed(0)} µs`],
        ['a message, p99', `${tail.toFixed(0)} µs`],
        ['a fresh process until its first message is read', `${load.toFixed(1)} ms`],
        [
          'of that on the processor',
          `${quantile(
            loads.map(({ cpu }) => cpu),
            0.5,
          ).toFixed(1)} ms`,
        ],
        [`${LINES.toLocaleString('en')} lines through \`npm run triage\``, `${seconds.toFixed(1)} s`],
      ],
      targets: [
        {
          promise: 'a message at most 2 ms (p99)',
          measured: `${(tail / 1000).toFixed(2)} ms`,
          met: tail <= 2000,
        },
        {
          promise: 'model and languages loaded within 60 ms',
          measured: `${load.toFixed(1)} ms`,
          met: load <= 60,
        },
        {
          promise: `${LINES.toLocaleString('en')} lines in less than 60 s`,
          measured: `${seconds.toFixed(1)} s`,
          met: seconds < 60,
        },
      ],
      notes: [
        `${texts.length.toLocaleString('en')} different messages in seven languages; medians of ${STARTS} fresh processes of the bundled classifier.`,
      ],
    };
  },
};

async function examples(): Promise<string[]> {
  const data = join(root, 'functions/domain/triage/data');
  const files = readdirSync(data).filter((file) => file.endsWith('.jsonl'));
  const contents = await Promise.all(files.map((file) => readFile(join(data, file), 'utf8')));
  return contents.flatMap((content) =>
    content
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => Example.parse(JSON.parse(line)).text),
  );
}

/** Seconds from starting the command until it has answered every line. */
async function linesThroughCommand(texts: string[]): Promise<number> {
  const lines = Array.from({ length: LINES }, (_, index) =>
    JSON.stringify({ text: texts[index % texts.length] }),
  );
  const start = performance.now();
  const child = spawn(process.execPath, [join(root, 'bin/triage.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let answered = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 10) answered += 1;
  });
  child.stdin.end(`${lines.join('\n')}\n`);
  await once(child, 'close');
  if (answered !== LINES) throw new Error(`${answered} of ${LINES} lines were answered.`);
  return (performance.now() - start) / 1000;
}
