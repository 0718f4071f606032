import type { Page, Row } from '../../api/row.ts';
import { belongs, type InboxQuery, type Looking, placeOf } from './inbox-query.ts';

/** The pages of one list that were loaded so far. */
export interface Loaded<P> {
  pages: Page[];
  pageParams: P[];
}

/**
 * The loaded pages of a list after one conversation changed: the row is taken out, put in or moved to where the desk would have it,
 * so that a push of one row spares loading the list again. A row beyond what is loaded comes with its page. The same object comes
 * back where nothing changes.
 */
export function patchPages<P>(loaded: Loaded<P>, row: Row, query: InboxQuery, me: Looking): Loaded<P> {
  const known = loaded.pages.flatMap(({ items }) => items).find(({ id }) => id === row.id);
  // Pushes may overtake one another, and an answer of the API may be newer than both.
  if (known && known.version > row.version) return loaded;
  const verdict = belongs(row, query, me);
  if (verdict === 'unknown') return known ? mapRows(loaded, row) : loaded;
  if (verdict === 'no') return known ? without(loaded, row.id) : loaded;
  return putIn(without(loaded, row.id), row);
}

function mapRows<P>(loaded: Loaded<P>, row: Row): Loaded<P> {
  const pages = loaded.pages.map((page) => ({
    ...page,
    items: page.items.map((item) => (item.id === row.id ? row : item)),
  }));
  return { ...loaded, pages };
}

function without<P>(loaded: Loaded<P>, id: string): Loaded<P> {
  const pages = loaded.pages.map((page) =>
    page.items.some((item) => item.id === id)
      ? { ...page, items: page.items.filter((item) => item.id !== id) }
      : page,
  );
  return { ...loaded, pages };
}

function putIn<P>(loaded: Loaded<P>, row: Row): Loaded<P> {
  const comesBefore = isBefore(row);
  for (const [index, page] of loaded.pages.entries()) {
    const at = page.items.findIndex(comesBefore);
    if (at >= 0) return withRow(loaded, index, at, row);
  }
  const last = loaded.pages.length - 1;
  const page = loaded.pages[last];
  if (!page || page.cursor) return loaded;
  return withRow(loaded, last, page.items.length, row);
}

/** Whether the row stands before another; resolved conversations come latest first. */
function isBefore(row: Row): (other: Row) => boolean {
  const place = placeOf(row);
  return row.status === 'resolved' ? (other) => place > placeOf(other) : (other) => place < placeOf(other);
}

function withRow<P>(loaded: Loaded<P>, pageIndex: number, at: number, row: Row): Loaded<P> {
  const pages = loaded.pages.map((page, index) =>
    index === pageIndex
      ? { ...page, items: [...page.items.slice(0, at), row, ...page.items.slice(at)] }
      : page,
  );
  return { ...loaded, pages };
}
