import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { parseAst } from 'vitest/node';

/** The root of the project. */
export const root = join(import.meta.dirname, '..');

/** One import or re-export: what it names (a path from the root, or a package) and whether it is of types only. */
export interface Import {
  from: string;
  typeOnly: boolean;
}

/** One source file, by its path from the root. */
export interface Source {
  path: string;
  text: string;
  imports: Import[];
  /** Every node of its syntax tree. */
  nodes: SyntaxNode[];
}

/** A node of an ESTree syntax tree; its members depend on `type`, so each is looked at before it is used. */
export type SyntaxNode = Record<string, unknown> & { type: string; start: number };

/** All TypeScript files below the folders, in order. A folder that does not exist has none. */
export function sourcesIn(...folders: string[]): Source[] {
  return folders.flatMap((folder) => filesIn(folder).filter((path) => /\.tsx?$/.test(path))).map(readSource);
}

/** Paths of all files below a folder, from the root, without what is installed or generated. */
export function filesIn(folder: string): string[] {
  const entries = readdirSync(root, { withFileTypes: true });
  if (!entries.some(({ name }) => name === folder.split('/')[0])) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !/(^|\/)(node_modules|dist|cdk\.out)\//.test(path))
    .sort();
}

/** How many lines a file has. */
export const linesOf = ({ text }: Source): number => text.trimEnd().split('\n').length;

/** Where a node stands, as `path:line`. */
export function placeOf({ path, text }: Source, { start }: SyntaxNode): string {
  return `${path}:${text.slice(0, start).split('\n').length}`;
}

/** A member of a node that is itself a node. */
export function child(node: SyntaxNode, member: string): SyntaxNode | undefined {
  const value = node[member];
  return isNode(value) ? value : undefined;
}

function readSource(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const nodes = nodesOf(parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' }));
  return { path, text, nodes, imports: nodes.flatMap((node) => importsOf(node, path)) };
}

function importsOf(node: SyntaxNode, path: string): Import[] {
  const source = child(node, 'source')?.value;
  if (typeof source !== 'string') return [];
  const from = source.startsWith('.') ? posix.join(posix.dirname(path), source) : source;
  const kinds = [node.importKind, node.exportKind];
  const specifiers = Array.isArray(node.specifiers) ? node.specifiers.filter(isNode) : [];
  const named = specifiers.map((specifier) => specifier.importKind ?? specifier.exportKind);
  const typeOnly = kinds.includes('type') || (named.length > 0 && named.every((kind) => kind === 'type'));
  return [{ from, typeOnly }];
}

function nodesOf(value: unknown): SyntaxNode[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(nodesOf);
  return isNode(value) ? [value, ...below] : below;
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The folder of a path, with its slash. */
export const folderOf = (path: string): string => `${dirname(path)}/`;
