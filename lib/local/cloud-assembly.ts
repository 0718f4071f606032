import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { parseTemplate, type Template } from './template.ts';

/** What `cdk synth` leaves behind, as far as running it here needs it. */
export interface CloudAssembly {
  stackName: string;
  template: Template;
  /** Folder of the file asset that is uploaded as `<hash>.zip`. */
  assetFolder(objectKey: string): string;
}

const Manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({ type: z.string(), properties: z.optional(z.record(z.string(), z.unknown())) }),
  ),
});
const StackProperties = z.object({ templateFile: z.string(), stackName: z.optional(z.string()) });
const AssetManifest = z.object({
  files: z.record(z.string(), z.object({ source: z.object({ path: z.optional(z.string()) }) })),
});

/**
 * Reads the cloud assembly in a folder.
 * @throws Error when it does not hold exactly one stack.
 */
export function readCloudAssembly(folder: string): CloudAssembly {
  const artifacts = Object.entries(Manifest.parse(readJson(join(folder, 'manifest.json'))).artifacts);
  const stacks = artifacts.filter(([, artifact]) => artifact.type === 'aws:cloudformation:stack');
  const [first] = stacks;
  if (!first || stacks.length > 1) {
    throw new Error(`The app must hold exactly one stack to run locally; it holds ${stacks.length}.`);
  }
  const [id, artifact] = first;
  const { templateFile, stackName } = StackProperties.parse(artifact.properties);
  const { files } = AssetManifest.parse(readJson(join(folder, `${id}.assets.json`)));
  return {
    stackName: stackName ?? id,
    template: parseTemplate(readJson(join(folder, templateFile))),
    assetFolder(objectKey) {
      const path = files[objectKey.replace(/\.[a-z]+$/, '')]?.source.path;
      if (!path) throw new Error(`The asset ${objectKey} is not in the asset manifest of ${id}.`);
      return join(folder, path);
    },
  };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
