/** Words between commas as a list. */
export function listOf(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** A list as words between commas. */
export const textOf = (list: string | readonly string[] | undefined): string =>
  list === undefined ? '' : typeof list === 'string' ? list : list.join(', ');

/** A text, or nothing where it is empty. */
export const orNothing = (text: string): string | undefined => (text.trim() === '' ? undefined : text);

/** A name as an id: lower case, with hyphens; one that `taken` has already gets a number. */
export function idFrom(name: string, taken: readonly string[]): string {
  const base =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 50) || 'entry';
  if (!taken.includes(base)) return base;
  let number = 2;
  while (taken.includes(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}

/** A copy of a list with one entry in another place; as it was where there is no such place. */
export function moved<T>(list: readonly T[], index: number, by: 1 | -1): T[] {
  const copy = [...list];
  const [entry] = copy.splice(index, 1);
  if (entry === undefined || index + by < 0 || index + by > copy.length) return [...list];
  copy.splice(index + by, 0, entry);
  return copy;
}

/** A copy without members that are undefined: what is left out of a document is not in it. */
export function withoutBlanks<T extends object>(entry: T): T {
  const kept = { ...entry };
  for (const [name, value] of Object.entries(entry)) {
    if (value === undefined) Reflect.deleteProperty(kept, name);
  }
  return kept;
}
