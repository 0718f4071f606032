import { invalidRequest, Problem } from './problems.ts';

/** Cuts one page out of a list that is newest first. The token names the last item that was given out. */
export function page<T extends { id: string }>(
  all: readonly T[],
  size: number,
  token: string | null,
): { items: T[]; next: string | undefined } {
  const start = token === null ? 0 : all.findIndex((item) => item.id === lastId(token)) + 1;
  if (token !== null && start === 0) {
    const message = `The \`pagination_token\` query parameter value [${token}] is not valid`;
    throw new Problem(invalidRequest({ name: 'pagination_token', value: token, message }));
  }
  const items = all.slice(start, start + size);
  const last = items.at(-1);
  const more = last !== undefined && start + size < all.length;
  return { items, next: more ? Buffer.from(last.id).toString('base64url') : undefined };
}

function lastId(token: string): string {
  return Buffer.from(token, 'base64url').toString('utf8');
}
