import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
} from 'node:fs';
import { join } from 'node:path';

const SOURCE = 'functions/console';
const DAY_MS = 86_400_000;
/** Whoever builds from within a test would otherwise get a page for developers. */
const production = { NODE_ENV: 'production' };

/** A build of the agents' page: where it is going to be, and how it is made. */
export interface ConsoleBuild {
  /** Named by what it is made of, so whoever builds the same page builds the same folder. */
  folder: string;
  /** Arguments for Node, to be run in the project's folder with these variables beside the others. */
  arguments: string[];
  environment: Readonly<Record<string, string>>;
  /** Puts what was made in its place; a build that somebody else finished first is as good. */
  finish(): void;
}

/** How to build the page of these very sources; undefined when `folder` holds it already. */
export function consoleBuild(root: string): Partial<ConsoleBuild> & Pick<ConsoleBuild, 'folder'> {
  const cache = join(root, 'node_modules/.cache/hark');
  const folder = join(cache, `console-${fingerprint(root)}`);
  if (existsSync(folder)) return { folder };
  const making = `${folder}-${process.pid}`;
  return {
    folder,
    environment: production,
    arguments: [
      join(root, 'node_modules/vite/bin/vite.js'),
      ...['build', SOURCE, '--config', `${SOURCE}/vite.config.ts`],
      ...['--outDir', making, '--emptyOutDir', '--logLevel', 'warn'],
    ],
    finish() {
      try {
        renameSync(making, folder);
      } catch (error) {
        if (!existsSync(folder)) throw error;
        rmSync(making, { recursive: true });
      }
      removeOld(cache, folder);
    },
  };
}

/**
 * The folder of the built page, made now unless these very sources were built before.
 * @throws Error with Vite's own words when they cannot be built
 */
export function builtConsole(root: string): string {
  const build = consoleBuild(root);
  if (!build.arguments) return build.folder;
  mkdirSync(join(root, 'node_modules/.cache/hark'), { recursive: true });
  const made = spawnSync(process.execPath, build.arguments, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...build.environment },
  });
  if (made.status !== 0) throw new Error(buildFailure(made.stdout + made.stderr));
  build.finish?.();
  return build.folder;
}

/** What somebody is told whose page cannot be built. */
export function buildFailure(said: string): string {
  return `The console (${SOURCE}) could not be built:\n${said.trim()}`;
}

/** What was last seen of a project's sources, and what they came to: reading all of them again takes a while. */
const known = new Map<string, { seen: string; value: string }>();

function fingerprint(root: string): string {
  const files = sourcesOf(root);
  const seen = files.map(({ path, stat }) => `${path} ${stat.size} ${stat.mtimeMs}`).join('\n');
  const last = known.get(root);
  if (last?.seen === seen) return last.value;
  const hash = createHash('sha256').update(JSON.stringify(production));
  for (const { path } of files) hash.update(path.slice(root.length)).update(readFileSync(path));
  const value = hash.digest('hex').slice(0, 16);
  known.set(root, { seen, value });
  return value;
}

function sourcesOf(root: string): { path: string; stat: Stats }[] {
  const entries = readdirSync(join(root, SOURCE), { recursive: true, withFileTypes: true });
  const dist = join(root, SOURCE, 'dist');
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(dist))
    .toSorted();
  return [join(root, 'package-lock.json'), ...files].map((path) => ({ path, stat: statSync(path) }));
}

/** Somebody may still be serving a build of today. */
function removeOld(cache: string, folder: string): void {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (name.startsWith('console-') && path !== folder && statSync(path).mtimeMs < Date.now() - DAY_MS)
      rmSync(path, { recursive: true, force: true });
  }
}
