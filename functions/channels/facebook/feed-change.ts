import type { RemovalEvent } from '../../domain/inbound-event.ts';
import { author, type FeedValue } from './feed-value.ts';

/** A change that was read, with the two instants and the verb that all items share. */
export interface FeedChange {
  base: { channel: 'facebook'; accountId: string };
  value: FeedValue;
  /** When the object came to be: an edit repeats the instant of the original. */
  createdAt: string;
  /** When Meta told of the change: the only instant of a removal, or of an edit without one of its own. */
  toldAt: string;
  /** Undefined for verbs that we do not know. */
  verb: Verb | undefined;
}

type Verb = 'add' | 'edited' | 'remove' | 'hide' | 'unhide';

/** Edits of visitors' posts were seen as `edit` and others as `edited` (restfb/restfb#749); the field table has `delete` too. */
const verbs = new Map<string, Verb>([
  ['add', 'add'],
  ['edit', 'edited'],
  ['edited', 'edited'],
  ['remove', 'remove'],
  ['delete', 'remove'],
  ['hide', 'hide'],
  ['unhide', 'unhide'],
]);

export const verbOf = (verb: string | undefined): Verb | undefined => verbs.get(verb ?? '');

/** Whether the page itself did it: an agent in Meta's own tools, or our own call to the API. */
export const isOurs = ({ base, value }: FeedChange): boolean => author(value)?.nativeId === base.accountId;

/** When it was edited, if this is an edit. */
export const editedAt = ({ verb, value, toldAt }: FeedChange): string | undefined =>
  verb === 'edited' ? (value.edited_time ?? toldAt) : undefined;

const removals = { remove: 'deleted', hide: 'hidden', unhide: 'unhidden' } as const;

/** The removal, hiding or showing again of an object; undefined when the verb is another. */
export function removalOf({ base, verb, toldAt }: FeedChange, nativeId: string): RemovalEvent | undefined {
  if (verb !== 'remove' && verb !== 'hide' && verb !== 'unhide') return undefined;
  return { ...base, at: toldAt, kind: 'removal', nativeId, removal: removals[verb] };
}
