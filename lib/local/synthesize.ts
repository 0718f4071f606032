import { spawn } from 'node:child_process';
import { createHash, type Hash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import * as z from 'zod/mini';
import { StartError } from './start-error.ts';

/** What to synthesize. */
export interface SynthesisRequest {
  /** The project's folder. */
  root: string;
  /** The CDK app, relative to the project. */
  app: string;
  /** Context values for those that cdk.json leaves empty. */
  defaults: Record<string, unknown>;
}

/** What the project's app is made of, beside its own folder; another app (a test's) stands for itself. */
const SOURCES: Record<string, string[]> = { 'bin/hark.ts': ['lib', 'functions'] };
/** Below what is taken: what changes nothing of the assembly that runs here. */
const apart = ['lib/local/', 'functions/console/'];
/** What any assembly depends on. */
const SETTINGS = ['cdk.json', 'package.json', 'package-lock.json', 'tsconfig.json'];
const DAY_MS = 86_400_000;
const CdkJson = z.object({ context: z._default(z.record(z.string(), z.unknown()), {}) });

/**
 * Runs the CDK app and returns the folder of its cloud assembly. Synthesis takes many seconds, so an assembly of the very same
 * sources, packages and context is used again, whoever made it.
 * @throws StartError with the app's own words when it fails.
 */
export async function synthesize({ root, app, defaults }: SynthesisRequest): Promise<string> {
  const context = JSON.stringify(readContext(root, defaults));
  const fingerprint = createHash('sha256').update(process.version).update(context).update(app);
  for (const source of [dirname(app), ...(SOURCES[app] ?? []), ...SETTINGS])
    addToFingerprint(fingerprint, root, source);
  const cache = join(root, 'node_modules/.cache/hark');
  const assembly = join(cache, `assembly-${fingerprint.digest('hex').slice(0, 16)}`);
  if (!existsSync(assembly)) await make(root, app, context, assembly);
  utimesSync(assembly, new Date(), new Date());
  removeOld(cache);
  return assembly;
}

/** Under another name until it is complete; one that somebody else finished first is as good. */
async function make(root: string, app: string, context: string, assembly: string): Promise<void> {
  mkdirSync(dirname(assembly), { recursive: true });
  const making = mkdtempSync(`${assembly}-`);
  try {
    await runApp(root, app, { CDK_OUTDIR: making, CDK_CONTEXT_JSON: context });
    renameSync(making, assembly);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (error instanceof StartError || !existsSync(assembly)) throw error;
  }
}

/** A stack reads its functions from its assembly for as long as it runs, so what was used today stays. */
function removeOld(cache: string): void {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    const used = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (name.startsWith('assembly-') && used < Date.now() - DAY_MS)
      rmSync(path, { recursive: true, force: true });
  }
}

/** The app reads its context from the CDK command; here nothing stands between them. */
function readContext(root: string, defaults: Record<string, unknown>): Record<string, unknown> {
  const file = join(root, 'cdk.json');
  const context = existsSync(file) ? CdkJson.parse(JSON.parse(readFileSync(file, 'utf8'))).context : {};
  const missing = Object.entries(defaults).filter(([name]) => (context[name] ?? '') === '');
  return { ...context, ...Object.fromEntries(missing) };
}

function addToFingerprint(hash: Hash, root: string, source: string): void {
  for (const file of filesOf(resolve(root, source))) {
    // The runner is no part of the stack, and the page is served from its own build.
    if (!apart.some((folder) => file.startsWith(join(root, folder))))
      hash.update(file).update(readFileSync(file));
  }
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

async function runApp(root: string, app: string, env: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, [app], { cwd: root, env: { ...process.env, ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new StartError(`The app ${app} could not be synthesized:\n${readable(output)}`);
}

/** Node shows the source line of an error, which in a minified library is a wall. */
function readable(output: string): string {
  const lines = output.split('\n').filter((line) => line.length < 500);
  return lines.join('\n').trim();
}
