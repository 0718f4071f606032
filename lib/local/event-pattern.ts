import { BlockList, isIP } from 'node:net';
import * as z from 'zod/mini';

/** Says whether an event matches; made once from a pattern, used for every event. */
export type Matcher = (event: unknown) => boolean;

/**
 * Compiles an EventBridge event pattern, as rules and Lambda's event source mappings use it. Knows exact values, `prefix`,
 * `suffix`, `equals-ignore-case`, `anything-but`, `exists`, `numeric`, `wildcard`, `cidr` and `$or`.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 * @throws Error for a pattern that EventBridge would not take, or an operator that is not known here.
 */
export function compilePattern(pattern: unknown): Matcher {
  const fields = Fields.parse(pattern);
  const matchers = Object.entries(fields).map(([name, part]) => {
    if (name === '$or') {
      const choices = z.array(z.unknown()).parse(part).map(compilePattern);
      return (event: unknown) => choices.some((matches) => matches(event));
    }
    const matches = Array.isArray(part) ? compileLeaf(part) : compileBelow(part);
    return (event: unknown) => matches(fieldOf(event, name));
  });
  return (event) => matchers.every((matches) => matches(event));
}

const Fields = z.record(z.string(), z.unknown());

function fieldOf(event: unknown, name: string): unknown {
  const fields = Fields.safeParse(event);
  return fields.success && !Array.isArray(event) ? fields.data[name] : undefined;
}

/** An array of objects in the event matches when one of them does. */
function compileBelow(pattern: unknown): Matcher {
  const matches = compilePattern(pattern);
  return (value) => (Array.isArray(value) ? value.some(matches) : matches(value));
}

/** A leaf is a list of alternatives. An array in the event matches when one of its values does. */
function compileLeaf(alternatives: unknown[]): Matcher {
  const tests = alternatives.map(compileTest);
  return (value) => tests.some((test) => test(value));
}

const Test = z.record(z.string(), z.unknown());

function compileTest(alternative: unknown): Matcher {
  if (typeof alternative !== 'object' || alternative === null) {
    return someValue((value) => value === alternative);
  }
  const entries = Object.entries(Test.parse(alternative));
  const [entry] = entries;
  if (!entry || entries.length > 1) throw new Error(`Not one operator: ${JSON.stringify(alternative)}`);
  const [operator, operand] = entry;
  if (operator === 'exists') {
    const wanted = z.boolean().parse(operand);
    return (value) => (value !== undefined) === wanted;
  }
  if (operator === 'anything-but') return compileAnythingBut(operand);
  return someValue(compileOperator(operator, operand));
}

function someValue(test: Matcher): Matcher {
  return (value) => (Array.isArray(value) ? value.some(test) : value !== undefined && test(value));
}

/** Needs a value that is there, and none of whose parts is what is excluded. */
function compileAnythingBut(operand: unknown): Matcher {
  const excluded = Array.isArray(operand) ? compileLeaf(operand) : compileTest(operand);
  return (value) => value !== undefined && !excluded(value);
}

function compileOperator(operator: string, operand: unknown): Matcher {
  switch (operator) {
    case 'prefix':
      return textTest(operand, (value, wanted) => value.startsWith(wanted));
    case 'suffix':
      return textTest(operand, (value, wanted) => value.endsWith(wanted));
    case 'equals-ignore-case':
      return textTest(operand, (value, wanted) => value.toLowerCase() === wanted.toLowerCase());
    case 'wildcard':
      return compileWildcard(z.string().parse(operand));
    case 'numeric':
      return compileNumeric(z.array(z.union([z.string(), z.number()])).parse(operand));
    case 'cidr':
      return compileCidr(z.string().parse(operand));
    default:
      throw new Error(`The event pattern operator '${operator}' is not known to the local runner.`);
  }
}

const IgnoringCase = z.object({ 'equals-ignore-case': z.string() });

/** `prefix` and `suffix` also take `{ "equals-ignore-case": text }`; anything-but gives them lists. */
function textTest(operand: unknown, compare: (value: string, wanted: string) => boolean): Matcher {
  if (Array.isArray(operand)) {
    const tests = operand.map((each) => textTest(each, compare));
    return (value) => tests.some((test) => test(value));
  }
  const folded = IgnoringCase.safeParse(operand);
  if (folded.success) {
    const wanted = folded.data['equals-ignore-case'].toLowerCase();
    return (value) => typeof value === 'string' && compare(value.toLowerCase(), wanted);
  }
  const wanted = z.string().parse(operand);
  return (value) => typeof value === 'string' && compare(value, wanted);
}

/** `*` stands for any characters; a backslash takes the next character as it is. */
function compileWildcard(pattern: string): Matcher {
  const source = pattern.replaceAll(/\\(.)|\*|[^*\\]+/gs, (part, escaped: string | undefined) => {
    return part === '*' ? '.*' : (escaped ?? part).replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  });
  const expression = new RegExp(`^${source}$`, 's');
  return (value) => typeof value === 'string' && expression.test(value);
}

const comparisons: Record<string, (value: number, bound: number) => boolean> = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

function compileNumeric(operand: (string | number)[]): Matcher {
  const tests: ((value: number) => boolean)[] = [];
  for (let index = 0; index < operand.length; index += 2) {
    const compare = comparisons[String(operand[index])];
    const bound = operand[index + 1];
    if (!compare || typeof bound !== 'number')
      throw new Error(`Not a numeric test: ${JSON.stringify(operand)}`);
    tests.push((value) => compare(value, bound));
  }
  return (value) => typeof value === 'number' && tests.every((test) => test(value));
}

function compileCidr(range: string): Matcher {
  const [address = '', bits] = range.split('/');
  const list = new BlockList();
  list.addSubnet(address, Number(bits), isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return (value) =>
    typeof value === 'string' && isIP(value) !== 0 && list.check(value, isIP(value) === 6 ? 'ipv6' : 'ipv4');
}
