import { mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as z from 'zod/mini';

const packageFolder = join(import.meta.dirname, '../node_modules/eld');
const cacheFolder = join(import.meta.dirname, '../node_modules/.cache/hark');
const load = createRequire(import.meta.url);

/** The package's table: of each n-gram, how much it speaks for which language. */
const Table = z.object({
  ngramsData: z.object({
    type: z.string(),
    languages: z.record(z.string(), z.string()),
    ngrams: z.record(z.string(), z.record(z.string(), z.number())),
  }),
});

/** N-grams that begin with the same so many characters are read together: ten thousand small groups, of which a message needs some dozens. */
const GROUPED_BY = 3;

/**
 * The module that bundles have in the place of `eld/extrasmall`. The package's table is an object literal of 50,000 objects, which
 * costs each new instance of a function 140 ms; here it is text, of which only those groups are parsed that a message asks for.
 * Made once, from the installed package, beside what other tools keep there.
 */
export function languageModule(): string {
  const { version } = z.object({ version: z.string() }).parse(load(join(packageFolder, 'package.json')));
  const file = join(cacheFolder, `eld-${version}.mjs`);
  if (changedAt(file) > changedAt(import.meta.filename)) return file;
  mkdirSync(cacheFolder, { recursive: true });
  // Others may make the same file now, so it appears as a whole.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, source());
  renameSync(draft, file);
  return file;
}

function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function source(): string {
  const { ngramsData } = Table.parse(load(join(packageFolder, 'src/ngrams/extrasmall.js')));
  const { ngrams, ...rest } = ngramsData;
  const groups = new Map<string, string[]>();
  for (const [ngram, weights] of Object.entries(ngrams)) {
    const name = ngram.slice(0, GROUPED_BY);
    const said = Object.entries(weights).map(([language, weight]) => `${language}:${weight}`);
    groups.set(name, [...(groups.get(name) ?? []), ngram, said.join()]);
  }
  // Between groups is no line feed, because the bundler would keep it as one and make ten thousand lines.
  const text = [...groups].map(([name, group]) => [name, ...group].join('\t')).join('\v');
  return `import { createEld } from '../../eld/src/languageDetector.js';

const text = ${JSON.stringify(text)};
const texts = new Map(text.split('\\v').map((line) => [line.slice(0, line.indexOf('\\t')), line]));
const groups = new Map();
const none = {};

function groupOf(name) {
  let group = groups.get(name);
  if (group === undefined) {
    group = texts.has(name) ? read(texts.get(name)) : none;
    groups.set(name, group);
  }
  return group;
}

function read(line) {
  const [, ...parts] = line.split('\\t');
  const group = Object.create(null);
  for (let at = 0; at < parts.length; at += 2) {
    const weights = {};
    for (const said of parts[at + 1].split(',')) {
      const [language, weight] = said.split(':');
      weights[language] = Number(weight);
    }
    group[parts[at]] = weights;
  }
  return group;
}

const ngrams = new Proxy(none, { get: (_, ngram) => groupOf(ngram.slice(0, ${GROUPED_BY}))[ngram] });
const { instance, loadData } = createEld();
loadData({ ...${JSON.stringify(rest)}, ngrams });
export const eld = instance;
`;
}
