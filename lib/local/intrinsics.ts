import * as z from 'zod/mini';
import type { Template } from './template.ts';

/** The one made-up place in which local resources live. */
export const region = 'us-east-1';
/** fauxqs puts its queues into this account, so everything else is there too. */
export const accountId = '000000000000';

/** What a `Ref` or a `Fn::GetAtt` to one resource gives. */
export interface PhysicalResource {
  ref: string;
  attributes: Record<string, string>;
}

/** Replaces the intrinsic functions of a value by what they mean locally. */
export type Resolve = (value: unknown) => unknown;

type Call = (argument: unknown, resolve: Resolve) => unknown;

const Text = z.string();
const Texts = z.array(z.string());
const GetAttArgument = z.tuple([z.string(), z.string()]);
const JoinArgument = z.tuple([z.string(), z.unknown()]);
const SelectArgument = z.tuple([z.coerce.number(), z.unknown()]);
const SplitArgument = z.tuple([z.string(), z.unknown()]);
const SubArgument = z.tuple([z.string(), z.record(z.string(), z.unknown())]);
const IfArgument = z.tuple([z.string(), z.unknown(), z.unknown()]);
const List = z.array(z.unknown());

/** What names mean within one template. */
interface Scope {
  ref(name: string): unknown;
  attribute(id: string, name: string): string;
  /** The unresolved expression of a condition. */
  condition(name: string): unknown;
}

/**
 * Builds the resolver of one template. `Ref` to AWS::NoValue removes the property or list item that holds it.
 * @throws Error (when resolving) for an intrinsic function, a resource or an attribute that has no local meaning.
 */
export function createResolver(
  template: Template,
  stackName: string,
  physical: ReadonlyMap<string, PhysicalResource>,
): Resolve {
  const scope = scopeOf(template, stackName, physical);
  const calls: Record<string, Call> = { ...textCalls(scope), ...conditionCalls(scope) };
  const resolve: Resolve = (value) => {
    if (Array.isArray(value)) return value.map(resolve).filter((item) => item !== undefined);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [name, argument] = entries[0] ?? [];
    const call = entries.length === 1 && name !== undefined ? calls[name] : undefined;
    if (call) return call(argument, resolve);
    if (entries.length === 1 && name?.startsWith('Fn::')) {
      throw new Error(`The template uses ${name}, which the local runner does not know.`);
    }
    return Object.fromEntries(
      entries.map(([key, item]) => [key, resolve(item)]).filter(([, item]) => item !== undefined),
    );
  };
  return resolve;
}

function scopeOf(
  template: Template,
  stackName: string,
  physical: ReadonlyMap<string, PhysicalResource>,
): Scope {
  const pseudo = new Map<string, unknown>([
    ['AWS::Region', region],
    ['AWS::AccountId', accountId],
    ['AWS::Partition', 'aws'],
    ['AWS::URLSuffix', 'amazonaws.com'],
    ['AWS::StackName', stackName],
    ['AWS::StackId', `arn:aws:cloudformation:${region}:${accountId}:stack/${stackName}/local`],
    ['AWS::NoValue', undefined],
  ]);
  return {
    ref(name) {
      if (pseudo.has(name)) return pseudo.get(name);
      if (template.parameters.has(name)) return template.parameters.get(name);
      const resource = physical.get(name);
      if (!resource) throw new Error(`The template refers to ${name}, which has no local meaning.`);
      return resource.ref;
    },
    attribute(id, name) {
      const value = physical.get(id)?.attributes[name];
      if (value !== undefined) return value;
      throw new Error(`The template asks for the attribute ${id}.${name}, which has no local meaning.`);
    },
    condition(name) {
      if (template.conditions.has(name)) return template.conditions.get(name);
      throw new Error(`The template has no condition ${name}.`);
    },
  };
}

function textCalls(scope: Scope): Record<string, Call> {
  return {
    Ref: (argument) => scope.ref(Text.parse(argument)),
    'Fn::GetAtt': (argument) =>
      scope.attribute(...GetAttArgument.parse(typeof argument === 'string' ? splitOnce(argument) : argument)),
    'Fn::Join': (argument, resolve) => {
      const [separator, parts] = JoinArgument.parse(argument);
      return Texts.parse(resolve(parts)).join(separator);
    },
    'Fn::Select': (argument, resolve) => {
      const [index, list] = SelectArgument.parse(argument);
      return List.parse(resolve(list))[index];
    },
    'Fn::Split': (argument, resolve) => {
      const [separator, text] = SplitArgument.parse(argument);
      return Text.parse(resolve(text)).split(separator);
    },
    'Fn::Sub': (argument, resolve) => {
      const [text, own] = SubArgument.parse(typeof argument === 'string' ? [argument, {}] : argument);
      return text.replaceAll(/\$\{(!?)([^}]+)\}/g, (_match, literal: string, name: string) => {
        if (literal) return `\${${name}}`;
        if (name in own) return String(resolve(own[name]));
        return String(name.includes('.') ? scope.attribute(...splitOnce(name)) : scope.ref(name));
      });
    },
  };
}

function conditionCalls(scope: Scope): Record<string, Call> {
  return {
    Condition: (argument, resolve) => resolve(scope.condition(Text.parse(argument))),
    'Fn::If': (argument, resolve) => {
      const [name, whenTrue, whenFalse] = IfArgument.parse(argument);
      return resolve(resolve(scope.condition(name)) ? whenTrue : whenFalse);
    },
    'Fn::Equals': (argument, resolve) => {
      const [left, right] = List.parse(argument).map(resolve);
      return left === right;
    },
    'Fn::Not': (argument, resolve) => !resolve(List.parse(argument)[0]),
    'Fn::And': (argument, resolve) => List.parse(argument).every(resolve),
    'Fn::Or': (argument, resolve) => List.parse(argument).some(resolve),
  };
}

function splitOnce(text: string): [string, string] {
  const dot = text.indexOf('.');
  return [text.slice(0, dot), text.slice(dot + 1)];
}
