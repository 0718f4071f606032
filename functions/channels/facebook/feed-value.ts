import * as z from 'zod/mini';
import type { Profile } from '../../domain/contact.ts';
import type { Attachment } from '../../domain/message.ts';
import { FromSeconds, lenient, NativeId } from './meta-fields.ts';

const Id = lenient(NativeId);
const Text = z.optional(z.nullable(z.string()));
const Url = lenient(z.string());

/**
 * `value` of a change of the fields `feed`, `mention` and `ratings`. Meta publishes a table of members and no examples
 * (developers.facebook.com/docs/graph-api/webhooks/reference/page), and members come and go by item, verb and permission: only
 * what somebody wrote must be readable, the rest may be missing. `sender_*` are older names of `from`.
 */
export const FeedValue = z.object({
  item: lenient(z.string()),
  verb: lenient(z.string()),
  from: lenient(z.object({ id: NativeId, name: lenient(z.string()) })),
  sender_id: Id,
  sender_name: lenient(z.string()),
  comment_id: Id,
  post_id: Id,
  /** The comment that a reply answers, or the post when it answers that. */
  parent_id: Id,
  message: Text,
  created_time: lenient(FromSeconds),
  edited_time: lenient(FromSeconds),
  post: lenient(z.object({ permalink_url: Url })),
  permalink_url: Url,
  photo: Url,
  photos: lenient(z.array(z.string())),
  video: Url,
  link: Url,
  open_graph_story_id: Id,
  reviewer_id: Id,
  reviewer_name: lenient(z.string()),
  review_text: Text,
});
export type FeedValue = z.infer<typeof FeedValue>;

/** Who did it; undefined when Meta withholds that, for lack of a permission or by the person's own privacy settings. */
export function author(value: FeedValue): Profile | undefined {
  if (value.from !== undefined) return { nativeId: value.from.id, name: value.from.name };
  if (value.sender_id !== undefined) return { nativeId: value.sender_id, name: value.sender_name };
  if (value.reviewer_id !== undefined) return { nativeId: value.reviewer_id, name: value.reviewer_name };
  return undefined;
}

/** A photo post and a video post name their file as `link`; with every other item a link is a link. */
export function attachments(value: FeedValue): Attachment[] {
  const linked = value.item === 'photo' ? 'image' : value.item === 'video' ? 'video' : 'link';
  const images = [value.photo, ...(value.photos ?? [])].filter((url) => url !== undefined);
  return [
    ...images.map((url) => ({ type: 'image' as const, url })),
    ...(value.video === undefined ? [] : [{ type: 'video' as const, url: value.video }]),
    ...(value.link === undefined ? [] : [{ type: linked, url: value.link } as const]),
  ];
}
