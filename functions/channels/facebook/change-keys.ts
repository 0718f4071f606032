import * as z from 'zod/mini';
import { queueKey } from '../dedup-key.ts';
import { lenient, NativeId } from './meta-fields.ts';

/** The members of a change that name whose it is; anything unreadable counts as missing, so that no change is refused here. */
const Change = z.object({ field: lenient(z.string()), value: z.unknown() });
const Value = z.object({
  item: lenient(z.string()),
  verb: lenient(z.string()),
  from: lenient(z.object({ id: NativeId })),
  sender_id: lenient(NativeId),
  reviewer_id: lenient(NativeId),
  comment_id: lenient(NativeId),
  post_id: lenient(NativeId),
  parent_id: lenient(NativeId),
  open_graph_story_id: lenient(NativeId),
  created_time: lenient(z.number()),
  edited_time: lenient(z.number()),
  message: lenient(z.string()),
  review_text: lenient(z.string()),
});
type Value = z.infer<typeof Value>;

/** Queue keys of one element of `entry[].changes[]`. */
export function changeKeys(page: string, time: number | undefined, event: unknown) {
  const change = z.safeParse(Change, event);
  const read = z.safeParse(Value, change.data?.value);
  const value = read.success ? read.data : undefined;
  const field = change.data?.field ?? 'other';
  const target = value?.comment_id ?? value?.post_id ?? value?.open_graph_story_id;
  if (value === undefined || target === undefined)
    return {
      threadKey: queueKey(['facebook', page, (value && author(value)) ?? field]),
      dedupKey: queueKey(['facebook', page, field, JSON.stringify(event) ?? '']),
    };
  return {
    threadKey: queueKey(['facebook', page, thread(page, value, target)]),
    dedupKey: queueKey(['facebook', page, field, target, ...occurrence(time, value)]),
  };
}

const author = (value: Value) => value.from?.id ?? value.sender_id ?? value.reviewer_id;
const isReaction = (value: Value) => value.item === 'reaction' || value.item === 'like';

/**
 * What a change must stay in order with: what else its author does; reactions with others to the same target; what we did
 * ourselves with what else we did in that place; and where Meta withholds the author, with other changes of the same object.
 */
function thread(page: string, value: Value, target: string): string {
  if (isReaction(value)) return target;
  if (author(value) === page) return value.parent_id ?? target;
  return author(value) ?? target;
}

/** What tells this change of its target from earlier and later ones. Hiding repeats nothing but the entry's instant. */
function occurrence(time: number | undefined, value: Value): string[] {
  const { item = '', verb = '' } = value;
  if (isReaction(value)) return [item, verb, author(value) ?? '', String(value.created_time ?? time ?? '')];
  if (verb === 'hide' || verb === 'unhide') return [item, verb, String(time ?? '')];
  return [item, verb, String(value.edited_time ?? ''), value.message ?? value.review_text ?? ''];
}
