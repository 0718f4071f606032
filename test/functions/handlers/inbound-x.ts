import type { FixtureRow } from './inbound-desk.ts';

/** What each recorded delivery of X gives, alone or after others, as the fact sheet has it. */
export const xRows: FixtureRow[] = [
  { event: 'aaa-block', counted: ['Ignored'], gives: [] },
  {
    event: 'aaa-dm-read',
    after: ['aaa-dm-received', 'aaa-dm-sent'],
    counted: ['Received'],
    gives: [
      'conversation open, private, with ines_okoro_ex: firstResponse met',
      'message inbound, private: “Order LS-20431, thanks”',
      'message outbound, private: “On it!” (read)',
    ],
  },
  {
    event: 'aaa-dm-received-photo',
    counted: ['Received'],
    gives: [
      'conversation open, private, with ines_okoro_ex: firstResponse running',
      'message inbound, private: “here https://t.co/dm1” (image)',
    ],
  },
  {
    event: 'aaa-dm-received',
    counted: ['Received'],
    gives: [
      'conversation open, private, with ines_okoro_ex: firstResponse running',
      'message inbound, private: “Order LS-20431, thanks”',
    ],
  },
  {
    event: 'aaa-dm-sent',
    after: ['aaa-dm-received'],
    counted: ['Received'],
    gives: [
      'conversation open, private, with ines_okoro_ex: firstResponse met',
      'message inbound, private: “Order LS-20431, thanks”',
      'message outbound, private: “On it!”',
    ],
  },
  { event: 'aaa-dm-typing', counted: ['Ignored'], gives: [] },
  { event: 'aaa-favorite', counted: ['Received'], gives: ['1 likes and 0 shares of 2100000000000000000'] },
  {
    event: 'aaa-follow',
    after: ['aaa-dm-received'],
    counted: ['Received'],
    gives: [
      'conversation open, private, with ines_okoro_ex: firstResponse running',
      'message inbound, private: “Order LS-20431, thanks”',
    ],
  },
  { event: 'aaa-mute', counted: ['Ignored'], gives: [] },
  { event: 'aaa-replay-complete', counted: ['Ignored'], gives: [] },
  {
    event: 'aaa-tweet-create-extended',
    counted: ['Received'],
    gives: [
      'conversation open, public, with ines_okoro_ex: firstResponse running',
      'message inbound, public: “@larkspursupply Long story about the lantern I bought and everything that went wrong with it since the day it arrived, and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on and so on please help.”',
    ],
  },
  {
    event: 'aaa-tweet-create-mention',
    counted: ['Received'],
    gives: [
      'conversation open, public, with ines_okoro_ex: firstResponse running',
      'message inbound, public: “@larkspursupply my parcel LS-20431 is late”',
    ],
  },
  {
    event: 'aaa-tweet-create-own',
    after: ['aaa-tweet-create-reply'],
    counted: ['Received'],
    gives: [
      'conversation open, public, with ines_okoro_ex: firstResponse met',
      'message inbound, public: “@larkspursupply still waiting”',
      'message outbound, public: “@ines_okoro_ex Sorry! DM us your order number.”',
    ],
  },
  {
    event: 'aaa-tweet-create-photos',
    counted: ['Received'],
    gives: [
      'conversation open, public, with ines_okoro_ex: firstResponse running',
      'message inbound, public: “@larkspursupply broken lid https://t.co/media1” (image, image)',
    ],
  },
  {
    event: 'aaa-tweet-create-quote',
    counted: ['Received'],
    gives: [
      'conversation open, public, with ines_okoro_ex: firstResponse running',
      'message inbound, public: “Never ordering here again https://t.co/abc” (quote)',
      'post: “Autumn catalogue is live”',
    ],
  },
  {
    event: 'aaa-tweet-create-reply',
    counted: ['Received'],
    gives: [
      'conversation open, public, with ines_okoro_ex: firstResponse running',
      'message inbound, public: “@larkspursupply still waiting”',
    ],
  },
  {
    event: 'aaa-tweet-create-retweet',
    counted: ['Received'],
    gives: ['0 likes and 1 shares of 2100000000000000000'],
  },
  {
    event: 'aaa-tweet-delete',
    after: ['aaa-tweet-create-reply', 'aaa-tweet-create-own'],
    counted: ['Received'],
    gives: [
      'conversation open, public, with ines_okoro_ex: firstResponse met',
      'message inbound, public: “@larkspursupply still waiting”',
      'message outbound, public: “@ines_okoro_ex Sorry! DM us your order number.” (deleted)',
    ],
  },
  {
    event: 'aaa-unfollow',
    after: ['aaa-dm-received', 'aaa-follow'],
    counted: ['Received'],
    gives: [
      'conversation open, private, with ines_okoro_ex: firstResponse running',
      'message inbound, private: “Order LS-20431, thanks”',
    ],
  },
  { event: 'aaa-user-revoke', counted: ['Ignored'], gives: [] },
  {
    event: 'filtered-stream-webhook',
    counted: ['Received'],
    gives: [
      'conversation open, public, with ines_okoro_ex: firstResponse running',
      'message inbound, public: “Larkspur lanterns are overpriced”',
    ],
  },
  {
    event: 'xaa-chat-received-encrypted',
    counted: ['Received'],
    gives: [
      'conversation open, private, with 1800000000000000002: firstResponse running',
      'message inbound, private: “” (encrypted)',
    ],
  },
  {
    event: 'xaa-dm-read',
    after: ['xaa-dm-received', 'xaa-dm-sent'],
    counted: ['Received'],
    gives: [
      'conversation open, private, with ines_okoro_ex: firstResponse met',
      'message inbound, private: “Order LS-20431, thanks”',
      'message outbound, private: “On it!” (read)',
    ],
  },
  {
    event: 'xaa-dm-received',
    counted: ['Received'],
    gives: [
      'conversation open, private, with ines_okoro_ex: firstResponse running',
      'message inbound, private: “Order LS-20431, thanks”',
    ],
  },
  {
    event: 'xaa-dm-sent',
    after: ['xaa-dm-received'],
    counted: ['Received'],
    gives: [
      'conversation open, private, with ines_okoro_ex: firstResponse met',
      'message inbound, private: “Order LS-20431, thanks”',
      'message outbound, private: “On it!”',
    ],
  },
  {
    event: 'xaa-follow-follow',
    after: ['xaa-dm-received'],
    counted: ['Received'],
    gives: [
      'conversation open, private, with ines_okoro_ex: firstResponse running',
      'message inbound, private: “Order LS-20431, thanks”',
    ],
  },
  {
    event: 'xaa-like-create-inbound',
    counted: ['Received'],
    gives: ['1 likes and 0 shares of 2100000000000000000'],
  },
  { event: 'xaa-oauth-revoke', counted: ['Ignored'], gives: [] },
  {
    event: 'xaa-post-create-own',
    after: ['xaa-post-reply-create'],
    counted: ['Received'],
    gives: [
      'conversation open, public, with 1800000000000000002: firstResponse met',
      'message inbound, public: “@larkspursupply still waiting”',
      'message outbound, public: “@ines_okoro_ex Sorry! DM us your order number.”',
    ],
  },
  {
    event: 'xaa-post-delete',
    after: ['xaa-post-reply-create', 'xaa-post-create-own'],
    counted: ['Received'],
    gives: [
      'conversation open, public, with 1800000000000000002: firstResponse met',
      'message inbound, public: “@larkspursupply still waiting”',
      'message outbound, public: “@ines_okoro_ex Sorry! DM us your order number.” (deleted)',
    ],
  },
  {
    event: 'xaa-post-mention-create',
    counted: ['Received'],
    gives: [
      'conversation open, public, with ines_okoro_ex: firstResponse running',
      'message inbound, public: “@larkspursupply my parcel LS-20431 is late”',
    ],
  },
  {
    event: 'xaa-post-quote-create',
    counted: ['Received'],
    gives: [
      'conversation open, public, with 1800000000000000002: firstResponse running',
      'message inbound, public: “Never ordering here again https://t.co/abc” (quote)',
      'post: unknown text',
    ],
  },
  {
    event: 'xaa-post-reply-create',
    counted: ['Received'],
    gives: [
      'conversation open, public, with 1800000000000000002: firstResponse running',
      'message inbound, public: “@larkspursupply still waiting”',
    ],
  },
  {
    event: 'xaa-post-repost-create',
    counted: ['Received'],
    gives: ['0 likes and 1 shares of 2100000000000000000'],
  },
  {
    event: 'aaa-tweet-create-reply',
    after: ['aaa-tweet-create-own'],
    counted: ['Received'],
    gives: [
      'conversation open, public, with ines_okoro_ex: firstResponse met',
      'message inbound, public: “@larkspursupply still waiting”',
      'message outbound, public: “@ines_okoro_ex Sorry! DM us your order number.”',
    ],
  },
  {
    event: 'xaa-post-mention-create',
    after: ['aaa-tweet-create-mention'],
    counted: ['Duplicate'],
    gives: [
      'conversation open, public, with ines_okoro_ex: firstResponse running',
      'message inbound, public: “@larkspursupply my parcel LS-20431 is late”',
    ],
  },
  {
    event: 'xaa-dm-received',
    after: ['aaa-dm-received'],
    counted: ['Duplicate'],
    gives: [
      'conversation open, private, with ines_okoro_ex: firstResponse running',
      'message inbound, private: “Order LS-20431, thanks”',
    ],
  },
  {
    event: 'aaa-tweet-create-mention',
    after: ['aaa-dm-received'],
    counted: ['Received'],
    gives: [
      'conversation open, private, with ines_okoro_ex: firstResponse running',
      'message inbound, private: “Order LS-20431, thanks”',
      'message inbound, public: “@larkspursupply my parcel LS-20431 is late”',
    ],
  },
  { event: 'aaa-follow', counted: ['Duplicate'], gives: [] },
];
