/** How many differences a summary tells one by one, and how long a value may be to be repeated in it. */
const MOST_TOLD = 12;
const LONGEST_VALUE = 60;

/** What names an entry of a list, the first of these that it has. */
const names = ['id', 'name', 'handle', 'nativeId', 'title', 'email'];

/** What changed between two versions of a settings document, in words, for the list of changes that admins read. */
export function settingsSummary(before: unknown, after: unknown): string {
  const differences = differencesOf('', before, after);
  if (differences.length === 0) return 'Saved without a change.';
  const told = differences.slice(0, MOST_TOLD).join('; ');
  const rest = differences.length - MOST_TOLD;
  return rest > 0 ? `${told}; and ${rest} more.` : `${told}.`;
}

function differencesOf(path: string, before: unknown, after: unknown): string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (before === undefined) return [`${path} is now ${worded(after)}`];
  if (after === undefined) return [`${path} is gone, it was ${worded(before)}`];
  const lists = namedEntries(before) && namedEntries(after);
  if (lists) return entryDifferences(path, namedEntries(before) ?? [], namedEntries(after) ?? []);
  if (!isRecord(before) || !isRecord(after)) return [`${path}: ${worded(before)} → ${worded(after)}`];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    differencesOf(path === '' ? key : `${path}.${key}`, before[key], after[key]),
  );
}

type Entry = [name: string, value: unknown];

/** Entries of a list that are known by a name stay the same ones when they move; that they moved is told once. */
function entryDifferences(path: string, before: Entry[], after: Entry[]): string[] {
  const old = new Map(before);
  const now = new Map(after);
  const added = after.filter(([name]) => !old.has(name)).map(([name]) => `${path}: “${name}” added`);
  const removed = before.filter(([name]) => !now.has(name)).map(([name]) => `${path}: “${name}” removed`);
  const kept = before.map(([name]) => name).filter((name) => now.has(name));
  const order = after.map(([name]) => name).filter((name) => old.has(name));
  const moved = kept.join('\n') === order.join('\n') ? [] : [`${path}: the order changed`];
  const changed = kept.flatMap((name) => differencesOf(`${path} “${name}”`, old.get(name), now.get(name)));
  return [...added, ...removed, ...changed, ...moved];
}

function namedEntries(list: unknown): Entry[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const entries = list.flatMap((value: unknown): Entry[] => {
    const name = isRecord(value)
      ? names.map((key) => value[key]).find((text) => typeof text === 'string')
      : undefined;
    return typeof name === 'string' ? [[name, value]] : [];
  });
  const isUnique = new Set(entries.map(([name]) => name)).size === list.length;
  return isUnique ? entries : undefined;
}

function worded(value: unknown): string {
  const text = typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE - 1)}…`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
