import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import * as z from 'zod/mini';
import { readCloudAssembly } from '../../lib/local/cloud-assembly.ts';
import { synthesize } from '../../lib/local/synthesize.ts';

export const root = join(import.meta.dirname, '..', '..');

/** What the sections share. Whatever a section leaves in the folder is deleted at the end. */
export interface Workspace {
  /** An empty folder of the run. */
  folder: string;
  /** The bundle of every function of the stack, as `cdk deploy` would upload it, by the name of its handler's file. */
  bundles(): Promise<Map<string, string>>;
}

/** Runs `work` with a workspace that is gone afterwards. */
export async function withWorkspace(work: (workspace: Workspace) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hark-bench-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  let bundles: Promise<Map<string, string>> | undefined;
  try {
    await work({
      folder,
      bundles() {
        bundles ??= synthesizedBundles();
        return bundles;
      },
    });
  } finally {
    remove();
  }
}

const FunctionProperties = z.object({ Description: z.string(), Code: z.object({ S3Key: z.string() }) });

async function synthesizedBundles(): Promise<Map<string, string>> {
  const request = {
    root,
    app: 'bin/hark.ts',
    defaults: { mailFrom: 'desk@hark.example', mailRate: 1000 },
  };
  const assembly = readCloudAssembly(await synthesize(request));
  const functions = assembly.template.resources.filter(({ type }) => type === 'AWS::Lambda::Function');
  return new Map(
    functions.flatMap(({ properties }) => {
      // Functions of the construct library itself have no handler of ours.
      const { data } = FunctionProperties.safeParse(properties);
      if (!data?.Description.startsWith('functions/handlers/')) return [];
      const file = join(assembly.assetFolder(data.Code.S3Key), 'index.mjs');
      return [[basename(data.Description, '.ts'), file] as const];
    }),
  );
}
