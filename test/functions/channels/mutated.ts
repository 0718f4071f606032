import fc from 'fast-check';

type Path = (string | number)[];

/** The way to every value inside a JSON value, the value itself first. */
function paths(value: unknown, above: Path = []): Path[] {
  if (Array.isArray(value)) return [above, ...value.flatMap((item, index) => paths(item, [...above, index]))];
  if (typeof value !== 'object' || value === null) return [above];
  return [above, ...Object.entries(value).flatMap(([key, item]) => paths(item, [...above, key]))];
}

/** A copy with another value at the end of the way; `undefined` takes the member away. */
function replaced(value: unknown, [step, ...rest]: Path, other: unknown): unknown {
  if (step === undefined) return other;
  if (Array.isArray(value))
    return value.map((item, at) => (at === step ? replaced(item, rest, other) : item));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [
    key,
    key === step ? replaced(item, rest, other) : item,
  ]);
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}

/** Values that readers trip over more often than over random ones. */
const awkward = fc.constantFrom(null, undefined, '', 0, -1, 1.5, 1e300, 2 ** 53, 8.64e15, true, [], {}, [
  null,
]);

/** One of the JSON values with up to three of its parts taken away or replaced by something else. */
export function mutated(values: unknown[]): fc.Arbitrary<unknown> {
  const change = fc.record({ place: fc.nat(), other: fc.oneof(awkward, fc.jsonValue()) });
  return fc
    .record({ value: fc.constantFrom(...values), changes: fc.array(change, { minLength: 1, maxLength: 3 }) })
    .map(({ value, changes }) =>
      changes.reduce<unknown>((body, { place, other }) => {
        const ways = paths(body);
        return replaced(body, ways[place % ways.length] ?? [], other);
      }, value),
    );
}
