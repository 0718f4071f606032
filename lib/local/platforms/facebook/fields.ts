import * as z from 'zod/mini';
import { badParameter } from './errors.ts';

/** One requested field: `messages.limit(5){id,text}`. */
export interface Field {
  name: string;
  args: Record<string, string>;
  children?: Field[];
}

/** A Graph object: values by field name; an edge is a function that is only called when the field is asked for. */
export interface GraphNode {
  /** Name of the type in error messages, such as `Comment`. */
  type: string;
  /** The fields that are given when none are named; `id` is always there. */
  defaults: readonly string[];
  values: Record<string, unknown>;
}

/** A list of objects with its cursors, as edges answer. */
export interface GraphEdge {
  nodes: GraphNode[];
}

const Tokens = /([\w-]+)|([.,{}()])/g;

/** Parses the `fields` parameter; undefined or empty means the defaults. */
export function parseFields(text: string | undefined): Field[] {
  const tokens = [...(text ?? '').matchAll(Tokens)].map(([token]) => token);
  const fields = parseList(tokens);
  if (tokens.length > 0) throw badParameter(`Syntax error in the fields parameter at "${tokens[0]}"`);
  return fields;
}

/** Consumes tokens up to the closing brace of this list. */
function parseList(tokens: string[]): Field[] {
  const fields: Field[] = [];
  while (/^[\w-]+$/.test(tokens[0] ?? '')) {
    const field: Field = { name: tokens.shift() ?? '', args: {} };
    while (tokens[0] === '.') parseArgument(tokens, field);
    if (tokens[0] === '{') {
      tokens.shift();
      field.children = parseList(tokens);
      if (tokens.shift() !== '}')
        throw badParameter('Syntax error in the fields parameter: a brace is not closed');
    }
    fields.push(field);
    if (tokens[0] !== ',') break;
    tokens.shift();
  }
  return fields;
}

function parseArgument(tokens: string[], field: Field): void {
  const [, name, open, value, close] = tokens.splice(0, 5);
  if (!name || open !== '(' || !value || close !== ')')
    throw badParameter('Syntax error in the fields parameter');
  field.args[name] = value;
}

const Edge = z.custom<(args: Record<string, string>) => GraphEdge>((value) => typeof value === 'function');

/** The object with just the wanted fields. An unknown field is an error, a field without a value is left out. */
export function selectFields(node: GraphNode, fields: readonly Field[]): Record<string, unknown> {
  const wanted = fields.length > 0 ? fields : node.defaults.map((name): Field => ({ name, args: {} }));
  const selected: Record<string, unknown> = {};
  for (const field of wanted) {
    if (!Object.hasOwn(node.values, field.name)) {
      throw badParameter(`Tried accessing nonexisting field (${field.name}) on node type (${node.type})`);
    }
    const value = selectValue(node.values[field.name], field);
    if (value !== undefined) selected[field.name] = value;
  }
  return { ...selected, id: node.values.id };
}

function selectValue(value: unknown, field: Field): unknown {
  const edge = Edge.safeParse(value);
  if (edge.success) return selectEdge(edge.data(field.args), field.children ?? [], field.args);
  const plain = z.record(z.string(), z.unknown()).safeParse(value);
  if (!plain.success || !field.children) return value;
  return Object.fromEntries(field.children.map(({ name }) => [name, plain.data[name]]));
}

/** One page of an edge: `limit` objects (25 unless told) after the cursor `after`. */
export function selectEdge(edge: GraphEdge, fields: readonly Field[], args: Record<string, string>): object {
  const limit = Math.min(Math.max(Number(args.limit ?? 25) || 25, 1), 100);
  const ids = edge.nodes.map((node) => String(node.values.id));
  const start = args.after ? ids.indexOf(Buffer.from(args.after, 'base64url').toString()) + 1 : 0;
  const nodes = edge.nodes.slice(start, start + limit);
  const data = nodes.map((node) => selectFields(node, fields));
  if (data.length === 0) return { data };
  const cursor = (id: string | undefined) => Buffer.from(id ?? '').toString('base64url');
  return {
    data,
    paging: { cursors: { before: cursor(ids[start]), after: cursor(ids[start + nodes.length - 1]) } },
  };
}
