import { build } from 'esbuild';
import { root } from './workspace.ts';

/**
 * Bundles a function that this folder brings along for comparison, with the options of lib/hark-function.ts. The section that
 * uses it checks that they are the same.
 */
export async function bundle(
  entry: string,
  outfile: string,
  alias: Record<string, string> = {},
): Promise<string> {
  await build({
    entryPoints: [entry],
    alias,
    outfile,
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    minify: true,
    sourcemap: true,
    sourcesContent: false,
    mainFields: ['module', 'main'],
    banner: {
      js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  return outfile;
}
