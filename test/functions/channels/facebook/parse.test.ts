import { describe, expect, it } from 'vitest';
import { parse } from '../../../../functions/channels/facebook/parse.ts';
import { split } from '../../../../functions/channels/facebook/split.ts';
import { recorded, recordedJson } from '../../../fixtures/recorded.ts';

const page = '108200000000001';
const base = { channel: 'facebook', accountId: page };
/** 1795169700 s, the instant of most feed payloads, and 1795169700123 ms, that of most of Messenger's. */
const at = '2026-11-20T10:15:00.000Z';
const atMs = '2026-11-20T10:15:00.123Z';

const ines = { nativeId: '25100000000000001', name: 'Ines Okoro' };
const tomas = { nativeId: '25100000000000002', name: 'Tomas Vidal' };
const larkspur = { nativeId: page, name: 'Larkspur Supply' };
const psid = '7200000000000001';

const postId = (last: string) => `${page}_122100000000000${last}`;
const commentId = (last: string) => `122100000000000101_889000000000${last}`;
const mid = (last: string) => `m_Lk8Zc0aQ4vN1e7rT5uXw2yB9dG6hJ3${last}`;
const post = {
  nativeId: postId('101'),
  permalink: `https://www.facebook.com/${page}/posts/122100000000000101`,
};

const comment = (last: string, members: object) => ({
  ...base,
  kind: 'message',
  at,
  nativeId: commentId(last),
  direction: 'inbound',
  visibility: 'public',
  person: ines,
  attachments: [],
  post,
  ...members,
});
const ourPost = (last: string, members: object) => ({
  ...base,
  kind: 'post',
  at,
  nativeId: postId(last),
  ours: true,
  author: larkspur,
  attachments: [],
  ...members,
});
const removal = (nativeId: string, how: string) => ({ ...base, kind: 'removal', at, nativeId, removal: how });
const like = (targetId: string, added: boolean) => ({
  ...base,
  kind: 'engagement',
  at,
  sort: 'like',
  targetId,
  personId: ines.nativeId,
  added,
});
const dm = (last: string, members: object) => ({
  ...base,
  kind: 'message',
  at: atMs,
  nativeId: mid(last),
  direction: 'inbound',
  visibility: 'private',
  person: { nativeId: psid },
  text: '',
  attachments: [],
  ...members,
});
const file = (type: string, name: string) => [
  { type, url: `https://cdn.fbsbx.example/v/t59/${name}?oh=1&oe=2` },
];
const scontent = (type: string, path: string) => ({
  type,
  url: `https://scontent.example.fbcdn.net/${path}`,
});
const account = (notice: string, detail: string) => ({ ...base, kind: 'account', at: atMs, notice, detail });
const ignored = (reason: string) => ({ ...base, kind: 'ignored', at: atMs, reason });

const shipped = 'My order LS-20431 still has not shipped, can someone help?';

const rows: [event: string, ...understood: object[]][] = [
  ['feed-comment-add', comment('201', { text: shipped })],
  ['feed-comment-add-unicode', comment('203', { text: 'Où est ma commande ? Größe äöå 📦/⏳' })],
  [
    'feed-comment-add-reply',
    comment('202', { person: tomas, text: 'Same here.', inReplyTo: commentId('201') }),
  ],
  [
    'feed-comment-add-photo',
    comment('204', {
      text: 'Arrived like this.',
      attachments: [scontent('image', 'v/t39/comment-photo.jpg?oh=abc&oe=123')],
    }),
  ],
  ['feed-comment-add-sticker-only', comment('205', { text: '' })],
  ['feed-comment-add-no-from', comment('207', { person: undefined, text: shipped })],
  [
    'feed-comment-add-by-page',
    comment('206', {
      direction: 'outbound',
      person: undefined,
      text: 'Hi Ines, looking into it now.',
      inReplyTo: commentId('201'),
    }),
  ],
  [
    'feed-comment-edited',
    comment('201', { text: 'My order LS-20431 still has not shipped (ordered 9 Nov).', editedAt: at }),
  ],
  ['feed-comment-remove', removal(commentId('201'), 'deleted')],
  ['feed-comment-hide', removal(commentId('201'), 'hidden')],
  ['feed-comment-unhide', removal(commentId('201'), 'unhidden')],
  [
    'feed-post-add-visitor',
    comment('', {
      nativeId: postId('102'),
      person: tomas,
      text: 'Do you ship to Portugal?',
      post: undefined,
    }),
  ],
  ['feed-post-remove', removal(postId('102'), 'deleted')],
  ['feed-status-add-page', ourPost('103', { text: 'New autumn catalogue is live.' })],
  [
    'feed-status-edited',
    ourPost('103', {
      at: '2026-11-20T10:14:00.000Z',
      text: 'New autumn catalogue is live (updated).',
      editedAt: at,
    }),
  ],
  [
    'feed-status-add-photos',
    ourPost('105', {
      text: 'Three new colours.',
      attachments: [scontent('image', 'a.jpg'), scontent('image', 'b.jpg')],
    }),
  ],
  [
    'feed-photo-add',
    ourPost('104', { text: 'Lanterns are back.', attachments: [scontent('image', 'v/t39/post.jpg')] }),
  ],
  [
    'feed-video-add',
    ourPost('106', {
      text: 'How to assemble it.',
      attachments: [{ type: 'video', url: 'https://video.example.fbcdn.net/v/t42/post.mp4' }],
    }),
  ],
  [
    'feed-share-add',
    ourPost('107', {
      text: 'Read our guide.',
      attachments: [{ type: 'link', url: 'https://www.example.com/guide' }],
    }),
  ],
  ['feed-reaction-add', like(postId('101'), true)],
  ['feed-reaction-add-comment', like(commentId('201'), true)],
  ['feed-reaction-edit', like(postId('101'), true)],
  ['feed-reaction-remove', like(postId('101'), false)],
  [
    'mention-post-add',
    comment('', {
      nativeId: '25100000000000002_122100000000000901',
      person: undefined,
      text: 'Shout-out to Larkspur Supply for the quick fix',
      post: undefined,
    }),
  ],
  [
    'mention-comment-add',
    comment('', {
      nativeId: '122100000000000902_889000000000401',
      person: undefined,
      text: 'Try Larkspur Supply instead',
      post: { nativeId: '25100000000000003_122100000000000902' },
    }),
  ],
  [
    'ratings-rating-add',
    comment('', {
      nativeId: '889000000000501',
      messageKind: 'review',
      person: tomas,
      text: 'Slow delivery, kind support.',
      post: undefined,
    }),
  ],
  [
    'batch-mixed',
    comment('201', { text: shipped }),
    comment('202', { person: tomas, text: shipped, inReplyTo: commentId('201') }),
    { ...like('108200000000002_1', true), accountId: '108200000000002' },
  ],
  [
    'batch-messaging-two-pages',
    dm('0040', { text: 'one' }),
    { ...dm('0041', { text: 'two' }), accountId: '108200000000002' },
  ],
  ['messenger-message-text', dm('0001', { text: 'Hi, I need to change the address on order LS-20431' })],
  ['messenger-message-text-unicode', dm('0002', { text: '¿Podéis ayudarme? 🙏 äöå' })],
  ['messenger-message-quick-reply', dm('0003', { text: 'Track order' })],
  ['messenger-message-reply-to', dm('0004', { text: 'Yes, that one', inReplyTo: mid('0001') })],
  ['messenger-message-ad-referral', dm('0019', { text: 'Is this available?' })],
  ['messenger-message-image', dm('0010', { attachments: file('image', 'att.jpg') })],
  ['messenger-message-video', dm('0011', { attachments: file('video', 'att.mp4') })],
  ['messenger-message-audio', dm('0012', { attachments: file('audio', 'att.mp4') })],
  ['messenger-message-file', dm('0013', { attachments: file('file', 'att.pdf') })],
  [
    'messenger-message-multi-image',
    dm('0015', { attachments: [scontent('image', '1.jpg'), scontent('image', '2.jpg')] }),
  ],
  ['messenger-message-sticker', dm('0016', { attachments: [scontent('sticker', 'like.png')] })],
  [
    'messenger-message-fallback',
    dm('0017', {
      text: 'https://www.example.com/p/77',
      attachments: [{ type: 'link', url: 'https://l.facebook.example/l.php?u=x', title: 'Lantern 77' }],
    }),
  ],
  [
    'messenger-message-shared-post',
    dm('0018', {
      attachments: [
        { type: 'link', url: `https://www.facebook.com/${page}/posts/1`, title: 'Lanterns are back.' },
      ],
    }),
  ],
  ['messenger-message-unsupported', dm('0020', { messageKind: 'unsupported' })],
  ['messenger-standby-message', dm('0035', { text: 'Anyone there?' })],
  [
    'messenger-echo-app',
    dm('0031', {
      direction: 'outbound',
      text: 'Done, address updated.',
      clientReference: 'desk:msg:01JD0000000000000000000000',
    }),
  ],
  ['messenger-echo-page-inbox', dm('0032', { direction: 'outbound', text: 'Answered from Business Suite' })],
  ['messenger-postback', dm('0033', { messageKind: 'postback', text: 'Get Started' })],
  ['messenger-postback-referral', dm('0034', { messageKind: 'postback', text: 'Get Started' })],
  [
    'messenger-message-edit',
    {
      ...base,
      kind: 'edit',
      at: atMs,
      nativeId: mid('0001'),
      text: 'Hi, I need to change the address on order LS-20432',
    },
  ],
  ['messenger-reaction-react', { ...like(mid('0030'), true), at: atMs, personId: psid }],
  ['messenger-reaction-unreact', { ...like(mid('0030'), false), at: atMs, personId: psid }],
  [
    'messenger-delivery',
    {
      ...base,
      kind: 'receipt',
      at: '2026-11-20T10:15:05.123Z',
      receipt: 'delivered',
      personId: psid,
      nativeIds: [mid('0031')],
    },
  ],
  [
    'messenger-read',
    { ...base, kind: 'receipt', at: '2026-11-20T10:15:09.123Z', receipt: 'read', personId: psid },
  ],
  ['messenger-referral', ignored('facebook: messaging referral')],
  ['messenger-response-feedback', ignored('facebook: messaging response_feedback')],
  ['messenger-pass-thread-control', account('thread-control', 'pass_thread_control: app 990000000000001')],
  ['messenger-take-thread-control', account('thread-control', 'take_thread_control: app 263902037430900')],
  [
    'messenger-request-thread-control',
    account('thread-control', 'request_thread_control: app 990000000000002'),
  ],
  ['messenger-policy-enforcement', account('policy', 'warning: Example reason text')],
];

describe('parse', () => {
  it.each(rows.map(([event, ...understood]) => [event, understood] as const))(
    'understands %s',
    (event, understood) => {
      const events = split(recordedJson('facebook', event)).map(({ body }) => parse(body));
      expect(events).toEqual(understood);
    },
  );

  it('is tried on every recorded webhook', () => {
    const names = recorded('facebook', 'webhook').map(({ event }) => event);
    expect(rows.map(([event]) => event).sort()).toEqual(names.sort());
  });

  it.each([
    ['seconds', 1795169700, at],
    ['milliseconds', 1795169700123, atMs],
  ])('keeps an entry of a new sort that counts in %s', (_unit, time, instant) => {
    expect(parse({ source: 'entry', page, time, event: {} })).toEqual({
      ...base,
      kind: 'unknown',
      at: instant,
      reason: 'facebook: entry other',
    });
  });

  it.each([
    ['nothing', undefined, 'facebook: unreadable fragment'],
    [
      'a fragment of an unknown source',
      { source: 'dreams', page, event: {} },
      'facebook: unreadable fragment',
    ],
    ['an entry without an instant', { source: 'entry', page, event: {} }, 'facebook: entry without time'],
  ])('drops %s', (_name, body, reason) => {
    expect(() => parse(body)).toThrow(expect.objectContaining({ name: 'Drop', reason }));
  });
});
