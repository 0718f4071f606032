import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import cdkJson from '../../cdk.json' with { type: 'json' };
import { type FunctionName, functionSettings } from '../../functions/config.ts';
import { HarkStack } from '../../lib/hark-stack.ts';
import { readParameters } from '../../lib/parameters.ts';
import { resourcesOf } from './stack.ts';

const Assets = z.object({
  files: z.record(z.string(), z.object({ source: z.object({ path: z.string() }) })),
});
/** The CDK's own functions, such as the one that copies the console's files, have no description. */
const FunctionProperties = z.object({
  Description: z.optional(z.string()),
  Code: z.object({ S3Key: z.string() }),
});
const isFunctionName = (name: string): name is FunctionName => name in functionSettings;

/** Bundles every function, as a deployment would. */
const outdir = mkdtempSync(join(tmpdir(), 'hark-bundles-'));
afterAll(() => rmSync(outdir, { recursive: true }));
const app = new App({ outdir, context: { ...cdkJson.context, mailFrom: 'support@example.com' } });
const stack = new HarkStack(app, readParameters(app.node));
const template = Template.fromStack(stack);
const { files } = Assets.parse(JSON.parse(readFileSync(join(outdir, 'Hark.assets.json'), 'utf8')));

/** The folder that the assembly's manifest names for the code of a function. */
function folderOf(name: FunctionName): string {
  const functions = resourcesOf(template, 'AWS::Lambda::Function').map(([, { Properties }]) =>
    FunctionProperties.parse(Properties),
  );
  const found = functions.find(({ Description }) => Description === `functions/handlers/${name}.ts`);
  const hash = found?.Code.S3Key.replace('.zip', '') ?? '';
  return join(outdir, files[hash]?.source.path ?? 'nowhere');
}

const Loaded = z.object({ handler: z.custom<() => unknown>((value) => typeof value === 'function') });
const builtins = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));

describe.each(Object.keys(functionSettings).filter(isFunctionName))('the bundle of %s', (name) => {
  const folder = folderOf(name);
  const code = readFileSync(join(folder, 'index.mjs'), 'utf8');

  it('is one module and its source map', () => {
    expect(readdirSync(folder).sort()).toEqual(['index.mjs', 'index.mjs.map']);
  });

  it('is minified, and its map names the sources without repeating them', () => {
    expect(code.length / code.split('\n').length).toBeGreaterThan(200);
    const map = JSON.parse(readFileSync(join(folder, 'index.mjs.map'), 'utf8'));
    expect(map.sources).toContainEqual(expect.stringMatching(new RegExp(`functions/handlers/${name}\\.ts$`)));
    expect(map.sourcesContent ?? []).toEqual([]);
  });

  it('needs nothing that Lambda would have to bring along but Node itself', () => {
    const imports = [...code.matchAll(/(?:^|[;}\n])import(?:[^"'();]*?from)?["']([^"']+)["']/g)].map(
      ([, specifier = '']) => specifier,
    );
    expect(imports).toContain('node:module');
    expect(imports.filter((specifier) => !builtins.has(specifier))).toEqual([]);
  });

  it('exports a handler, and loads without any environment', async () => {
    const loaded = Loaded.parse(
      await import(/* @vite-ignore */ pathToFileURL(join(folder, 'index.mjs')).href),
    );
    expect(loaded.handler).toBeTypeOf('function');
  });
});
