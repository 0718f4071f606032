import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { builtConsole, consoleBuild } from '../../lib/console-build.ts';

const project = join(import.meta.dirname, '../..');
const root = mkdtempSync(join(tmpdir(), 'hark-console-build-'));
afterAll(() => rmSync(root, { recursive: true }));

const source = join(root, 'functions/console');
mkdirSync(source, { recursive: true });
mkdirSync(join(root, 'node_modules/vite/bin'), { recursive: true });
cpSync(join(project, 'package-lock.json'), join(root, 'package-lock.json'));
writeFileSync(join(source, 'index.html'), 'a page');
/** Stands in for Vite, which has tests of its own. */
const vite = (script: string) => writeFileSync(join(root, 'node_modules/vite/bin/vite.js'), script);
const making = 'const fs = require("fs"); const out = process.argv[process.argv.indexOf("--outDir") + 1];';

it('says in Vite’s own words why a page cannot be built, and leaves nothing behind', () => {
  vite('console.error("main.tsx: Unexpected token"); process.exit(1)');
  expect(() => builtConsole(root)).toThrow(/could not be built:\nmain\.tsx: Unexpected token/);
  expect(existsSync(consoleBuild(root).folder)).toBe(false);
});

it('builds the page once for the same sources, wherever it was made before', () => {
  vite(`${making} fs.mkdirSync(out, { recursive: true }); fs.writeFileSync(out + "/index.html", "built")`);
  const folder = builtConsole(root);
  expect(existsSync(join(folder, 'index.html'))).toBe(true);
  vite('process.exit(1)');
  mkdirSync(join(source, 'dist'));
  writeFileSync(join(source, 'dist/index.html'), 'what somebody built by hand');
  expect(builtConsole(root)).toBe(folder);
});

it('builds it again when a source changed', () => {
  const before = consoleBuild(root).folder;
  writeFileSync(join(source, 'index.html'), 'another page');
  expect(consoleBuild(root).folder).not.toBe(before);
});
