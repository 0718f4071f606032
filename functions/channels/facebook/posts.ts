import type { Access, MediaFile, Order, PostSender, Publication, Refusal } from '../sending.ts';
import { lookForComment, sendComment } from './comments.ts';
import { followers } from './followers.ts';
import { foreseen } from './foreseen.ts';
import { againstMedia } from './media-limits.ts';
import { lookForPost, publishPost } from './page-posts.ts';
import { lengthOf } from './text-length.ts';

/** The longest text of a page's post (developers.facebook.com, Page Feed). */
const LONGEST = 63_206;
/** How many pictures one post shows. */
const MOST_PICTURES = 10;

/** Posts of a page. An update goes on below the first post, as a comment of the page. */
export const posts: PostSender = {
  measure: (text) => ({ length: lengthOf(text), limit: LONGEST }),
  inParts: (text) => [text],
  refusesMedia,
  publish: (publication, access) =>
    publication.under === undefined
      ? publishPost(publication, access)
      : sendComment(commentOf(publication, access), access),
  look: (publication, access, since) =>
    publication.under === undefined
      ? lookForPost(publication, access, since)
      : lookForComment(commentOf(publication, access), access, since),
  followers,
};

/** A post shows several pictures, or one film. */
function refusesMedia(files: MediaFile[]): Refusal | undefined {
  const hasFilm = files.some(({ type }) => type === 'video');
  const most = hasFilm ? 1 : MOST_PICTURES;
  // What a file may be is the same as in Messenger.
  return againstMedia(files, 'private') ?? (files.length > most ? foreseen.tooManyInPost : undefined);
}

function commentOf({ text, media, under }: Publication, { accountId }: Access): Order {
  return {
    messageId: '',
    visibility: 'public',
    text,
    media,
    personId: accountId,
    inReplyTo: under,
    human: true,
  };
}
