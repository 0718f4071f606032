import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  GraphError,
  type GraphErrorSpec,
  graphErrors,
} from '../../../../lib/local/platforms/facebook/errors.ts';
import { commentValue, postValue, reactionValue } from '../../../../lib/local/platforms/facebook/events.ts';
import type { Comment, Post } from '../../../../lib/local/platforms/facebook/feed.ts';
import {
  appSecretProof,
  encodeBody,
  signatureHeaders,
  signedRequest,
} from '../../../../lib/local/platforms/facebook/signature.ts';
import { recorded, recordedJson, secrets } from '../../../fixtures/recorded.ts';

/** Forms are no JSON, and the shared post has a number that JavaScript cannot hold. */
const isExact = ({ event }: { event: string }) =>
  !event.startsWith('callback') && event !== 'messenger-message-shared-post';

test.each(recorded('facebook', 'webhook').filter(isExact))(
  'The recorded $event is serialised to its very bytes and signed alike',
  ({ body, headers }) => {
    const bytes = encodeBody(JSON.parse(body.toString()));
    expect(bytes.toString()).toBe(body.toString());
    expect(headers).toMatchObject(signatureHeaders(secrets.facebook, bytes));
  },
);

test('The proof of a token and the signed request of a callback match the known vectors', () => {
  expect(appSecretProof(secrets.facebook, 'EAAtestPageToken0000000000')).toBe(
    '0046d6a01a10f344db8aef8778ef594f8a4e9a170caa078631f9d71e8b7815de',
  );
  expect(signedRequest(secrets.facebook, '10220000000000001', 1795169700)).toBe(
    'NgtXirjCAHQ5LbHjNUX0gxss1qiKsInq3cdDkN7_M9g.eyJhbGdvcml0aG0iOiJITUFDLVNIQTI1NiIsImlzc3VlZF9hdCI6MTc5NTE2OTcwMCwidXNlcl9pZCI6IjEwMjIwMDAwMDAwMDAwMDAxIn0',
  );
});

const ErrorBody = z.object({
  error: z.looseObject({ code: z.number(), error_subcode: z.optional(z.number()), fbtrace_id: z.string() }),
});
/** Their texts hold an id or a time, so the tests of the API look at them. */
const DYNAMIC = ['error-100-33-object-gone', 'error-190-463-token-expired'];

test.each(
  recorded('facebook', 'response').filter(
    ({ event }) => event.startsWith('error-') && !DYNAMIC.includes(event),
  ),
)('The recorded $event is what the simulator answers, but for the trace id', ({ event }) => {
  const { error } = ErrorBody.parse(recordedJson('facebook', event));
  const specs: GraphErrorSpec[] = Object.values(graphErrors);
  const spec = specs.find(({ code, subcode }) => code === error.code && subcode === error.error_subcode);
  const fbtrace_id = expect.stringMatching(/^\w{22}$/);
  expect(spec && new GraphError(spec).body()).toEqual({ error: { ...error, fbtrace_id } });
});

const CREATED = 1795169700_000;
const post: Post = {
  id: '108200000000001_122100000000000101',
  pageId: '108200000000001',
  authorId: '108200000000001',
  kind: 'photo',
  message: null,
  link: null,
  photos: [],
  createdAt: Date.parse('2026-11-20T10:15:00Z'),
  editedAt: null,
  published: true,
  publishAt: null,
  deleted: false,
  privateReplyMid: null,
};
const comment: Comment = {
  id: '122100000000000101_889000000000201',
  postId: post.id,
  pageId: post.pageId,
  parentId: null,
  authorId: '25100000000000001',
  message: 'My order LS-20431 still has not shipped, can someone help?',
  photo: null,
  createdAt: CREATED,
  editedAt: null,
  hidden: false,
  deleted: false,
  privateReplyMid: null,
};
const ines = { id: '25100000000000001', name: 'Ines Okoro' };
const tomas = { id: '25100000000000002', name: 'Tomas Vidal' };
const page = { id: '108200000000001', name: 'Larkspur Supply' };
const visitorPost: Post = {
  ...post,
  id: '108200000000001_122100000000000102',
  authorId: tomas.id,
  kind: 'post',
  message: 'Do you ship to Portugal?',
  createdAt: CREATED,
};
const ours = (number: string, kind: Post['kind'], fields: Partial<Post>): Post => ({
  ...post,
  id: `${page.id}_${number}`,
  kind,
  createdAt: CREATED,
  ...fields,
});

const values: { event: string; value: object }[] = [
  { event: 'feed-comment-add', value: commentValue(post, comment, ines, 'add') },
  {
    event: 'feed-comment-add-no-from',
    value: commentValue(post, { ...comment, id: '122100000000000101_889000000000207' }, undefined, 'add'),
  },
  {
    event: 'feed-comment-add-reply',
    value: commentValue(
      post,
      { ...comment, id: '122100000000000101_889000000000202', parentId: comment.id, message: 'Same here.' },
      tomas,
      'add',
    ),
  },
  {
    event: 'feed-comment-add-photo',
    value: commentValue(
      post,
      {
        ...comment,
        id: '122100000000000101_889000000000204',
        message: 'Arrived like this.',
        photo: 'https://scontent.example.fbcdn.net/v/t39/comment-photo.jpg?oh=abc&oe=123',
      },
      ines,
      'add',
    ),
  },
  {
    event: 'feed-comment-edited',
    value: commentValue(
      post,
      { ...comment, message: 'My order LS-20431 still has not shipped (ordered 9 Nov).' },
      ines,
      'edited',
    ),
  },
  { event: 'feed-comment-hide', value: commentValue(post, comment, ines, 'hide') },
  { event: 'feed-comment-unhide', value: commentValue(post, comment, ines, 'unhide') },
  { event: 'feed-comment-remove', value: commentValue(post, comment, ines, 'remove') },
  { event: 'feed-post-add-visitor', value: postValue(visitorPost, tomas, 'add') },
  { event: 'feed-post-remove', value: postValue(visitorPost, tomas, 'remove') },
  {
    event: 'feed-status-add-page',
    value: postValue(
      ours('122100000000000103', 'status', { message: 'New autumn catalogue is live.' }),
      page,
      'add',
    ),
  },
  {
    event: 'feed-status-add-photos',
    value: postValue(
      ours('122100000000000105', 'status', {
        message: 'Three new colours.',
        photos: ['https://scontent.example.fbcdn.net/a.jpg', 'https://scontent.example.fbcdn.net/b.jpg'],
      }),
      page,
      'add',
    ),
  },
  {
    event: 'feed-photo-add',
    value: postValue(
      ours('122100000000000104', 'photo', {
        message: 'Lanterns are back.',
        photos: ['https://scontent.example.fbcdn.net/v/t39/post.jpg'],
      }),
      page,
      'add',
    ),
  },
  {
    event: 'feed-share-add',
    value: postValue(
      ours('122100000000000107', 'share', {
        message: 'Read our guide.',
        link: 'https://www.example.com/guide',
      }),
      page,
      'add',
    ),
  },
  {
    event: 'feed-reaction-add',
    value: reactionValue(post, undefined, ines, { type: 'love', verb: 'add', at: CREATED }),
  },
  {
    event: 'feed-reaction-add-comment',
    value: reactionValue(post, comment.id, ines, { type: 'haha', verb: 'add', at: CREATED }),
  },
  {
    event: 'feed-reaction-remove',
    value: reactionValue(post, undefined, ines, { type: 'wow', verb: 'remove', at: CREATED }),
  },
];

const Feed = z.object({
  entry: z.tuple([
    z.looseObject({ changes: z.tuple([z.object({ value: z.unknown(), field: z.literal('feed') })]) }),
  ]),
});

test.each(values)('The value of $event is built byte for byte', ({ event, value }) => {
  const sample = Feed.parse(recordedJson('facebook', event)).entry[0].changes[0].value;
  expect(JSON.stringify(value)).toBe(JSON.stringify(sample));
});
