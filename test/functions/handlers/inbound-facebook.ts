import type { FixtureRow } from './inbound-desk.ts';

/** What each recorded delivery of Facebook gives, alone or after others, as the fact sheet has it. */
export const facebookRows: FixtureRow[] = [
  {
    event: 'batch-messaging-two-pages',
    counted: ['Received', 'Received'],
    gives: [
      'conversation open, private, with 7200000000000001: firstResponse running',
      'conversation open, private, with 7200000000000001: firstResponse running',
      'message inbound, private: “one”',
      'message inbound, private: “two”',
    ],
  },
  {
    event: 'batch-mixed',
    counted: ['Received', 'Received', 'Received'],
    gives: [
      '1 likes and 0 shares of 108200000000002_1',
      'conversation open, public, with Ines Okoro: firstResponse running',
      'conversation open, public, with Tomas Vidal: firstResponse running',
      'message inbound, public: “My order LS-20431 still has not shipped, can someone help?”',
      'message inbound, public: “My order LS-20431 still has not shipped, can someone help?”',
      'post: unknown text',
    ],
  },
  {
    event: 'feed-comment-add-by-page',
    after: ['feed-comment-add'],
    counted: ['Received'],
    gives: [
      'conversation open, public, with Ines Okoro: firstResponse met',
      'message inbound, public: “My order LS-20431 still has not shipped, can someone help?”',
      'message outbound, public: “Hi Ines, looking into it now.”',
      'post: unknown text',
    ],
  },
  {
    event: 'feed-comment-add-no-from',
    counted: ['Received'],
    gives: [
      'conversation open, public, with unknown:122100000000000101_889000000000207: firstResponse running',
      'message inbound, public: “My order LS-20431 still has not shipped, can someone help?”',
      'post: unknown text',
    ],
  },
  {
    event: 'feed-comment-add-photo',
    counted: ['Received'],
    gives: [
      'conversation open, public, with Ines Okoro: firstResponse running',
      'message inbound, public: “Arrived like this.” (image)',
      'post: unknown text',
    ],
  },
  {
    event: 'feed-comment-add-reply',
    counted: ['Received'],
    gives: [
      'conversation open, public, with Tomas Vidal: firstResponse running',
      'message inbound, public: “Same here.”',
      'post: unknown text',
    ],
  },
  {
    event: 'feed-comment-add-sticker-only',
    counted: ['Received'],
    gives: [
      'conversation open, public, with Ines Okoro: firstResponse running',
      'message inbound, public: “”',
      'post: unknown text',
    ],
  },
  {
    event: 'feed-comment-add-unicode',
    counted: ['Received'],
    gives: [
      'conversation open, public, with Ines Okoro: firstResponse running',
      'message inbound, public: “Où est ma commande ? Größe äöå 📦/⏳”',
      'post: unknown text',
    ],
  },
  {
    event: 'feed-comment-add',
    counted: ['Received'],
    gives: [
      'conversation open, public, with Ines Okoro: firstResponse running',
      'message inbound, public: “My order LS-20431 still has not shipped, can someone help?”',
      'post: unknown text',
    ],
  },
  {
    event: 'feed-comment-edited',
    after: ['feed-comment-add'],
    counted: ['Received'],
    gives: [
      'conversation open, public, with Ines Okoro: firstResponse running',
      'message inbound, public: “My order LS-20431 still has not shipped (ordered 9 Nov).” (edited from “My order LS-20431 still has not shipped, can someone help?”)',
      'post: unknown text',
    ],
  },
  {
    event: 'feed-comment-hide',
    after: ['feed-comment-add'],
    counted: ['Received'],
    gives: [
      'conversation open, public, with Ines Okoro: firstResponse running',
      'message inbound, public: “My order LS-20431 still has not shipped, can someone help?” (hidden)',
      'post: unknown text',
    ],
  },
  {
    event: 'feed-comment-remove',
    after: ['feed-comment-add'],
    counted: ['Received'],
    gives: [
      'conversation open, public, with Ines Okoro: firstResponse ended',
      'message inbound, public: “My order LS-20431 still has not shipped, can someone help?” (deleted)',
      'post: unknown text',
    ],
  },
  {
    event: 'feed-comment-unhide',
    after: ['feed-comment-add', 'feed-comment-hide'],
    counted: ['Received'],
    gives: [
      'conversation open, public, with Ines Okoro: firstResponse running',
      'message inbound, public: “My order LS-20431 still has not shipped, can someone help?”',
      'post: unknown text',
    ],
  },
  { event: 'feed-photo-add', counted: ['Received'], gives: ['our post: “Lanterns are back.”'] },
  {
    event: 'feed-post-add-visitor',
    counted: ['Received'],
    gives: [
      'conversation open, public, with Tomas Vidal: firstResponse running',
      'message inbound, public: “Do you ship to Portugal?”',
    ],
  },
  {
    event: 'feed-post-remove',
    after: ['feed-post-add-visitor'],
    counted: ['Received'],
    gives: [
      'conversation open, public, with Tomas Vidal: firstResponse ended',
      'message inbound, public: “Do you ship to Portugal?” (deleted)',
    ],
  },
  {
    event: 'feed-reaction-add-comment',
    counted: ['Received'],
    gives: ['1 likes and 0 shares of 122100000000000101_889000000000201'],
  },
  {
    event: 'feed-reaction-add',
    counted: ['Received'],
    gives: ['1 likes and 0 shares of 108200000000001_122100000000000101'],
  },
  {
    event: 'feed-reaction-edit',
    after: ['feed-reaction-add'],
    counted: ['Duplicate'],
    gives: ['1 likes and 0 shares of 108200000000001_122100000000000101'],
  },
  {
    event: 'feed-reaction-remove',
    after: ['feed-reaction-add'],
    counted: ['Received'],
    gives: ['0 likes and 0 shares of 108200000000001_122100000000000101'],
  },
  { event: 'feed-share-add', counted: ['Received'], gives: ['our post: “Read our guide.”'] },
  {
    event: 'feed-status-add-page',
    counted: ['Received'],
    gives: ['our post: “New autumn catalogue is live.”'],
  },
  { event: 'feed-status-add-photos', counted: ['Received'], gives: ['our post: “Three new colours.”'] },
  {
    event: 'feed-status-edited',
    after: ['feed-status-add-page'],
    counted: ['Received'],
    gives: ['our post: “New autumn catalogue is live (updated).” (edited)'],
  },
  { event: 'feed-video-add', counted: ['Received'], gives: ['our post: “How to assemble it.”'] },
  {
    event: 'mention-comment-add',
    counted: ['Received'],
    gives: [
      'conversation open, public, with unknown:122100000000000902_889000000000401: firstResponse running',
      'message inbound, public: “Try Larkspur Supply instead”',
      'post: unknown text',
    ],
  },
  {
    event: 'mention-post-add',
    counted: ['Received'],
    gives: [
      'conversation open, public, with unknown:25100000000000002_122100000000000901: firstResponse running',
      'message inbound, public: “Shout-out to Larkspur Supply for the quick fix”',
    ],
  },
  {
    event: 'messenger-delivery',
    after: ['messenger-message-text', 'messenger-echo-app'],
    counted: ['Received'],
    gives: [
      'conversation open, private, with 7200000000000001: firstResponse met',
      'message inbound, private: “Hi, I need to change the address on order LS-20431”',
      'message outbound, private: “Done, address updated.” (delivered)',
    ],
  },
  {
    event: 'messenger-echo-app',
    after: ['messenger-message-text'],
    counted: ['Received'],
    gives: [
      'conversation open, private, with 7200000000000001: firstResponse met',
      'message inbound, private: “Hi, I need to change the address on order LS-20431”',
      'message outbound, private: “Done, address updated.”',
    ],
  },
  {
    event: 'messenger-echo-page-inbox',
    after: ['messenger-message-text'],
    counted: ['Received'],
    gives: [
      'conversation open, private, with 7200000000000001: firstResponse met',
      'message inbound, private: “Hi, I need to change the address on order LS-20431”',
      'message outbound, private: “Answered from Business Suite”',
    ],
  },
  {
    event: 'messenger-message-ad-referral',
    counted: ['Received'],
    gives: [
      'conversation open, private, with 7200000000000001: firstResponse running',
      'message inbound, private: “Is this available?”',
    ],
  },
  {
    event: 'messenger-message-audio',
    counted: ['Received'],
    gives: [
      'conversation open, private, with 7200000000000001: firstResponse running',
      'message inbound, private: “” (audio)',
    ],
  },
  {
    event: 'messenger-message-edit',
    after: ['messenger-message-text'],
    counted: ['Received'],
    gives: [
      'conversation open, private, with 7200000000000001: firstResponse running',
      'message inbound, private: “Hi, I need to change the address on order LS-20432” (edited from “Hi, I need to change the address on order LS-20431”)',
    ],
  },
  {
    event: 'messenger-message-fallback',
    counted: ['Received'],
    gives: [
      'conversation open, private, with 7200000000000001: firstResponse running',
      'message inbound, private: “https://www.example.com/p/77” (link)',
    ],
  },
  {
    event: 'messenger-message-file',
    counted: ['Received'],
    gives: [
      'conversation open, private, with 7200000000000001: firstResponse running',
      'message inbound, private: “” (file)',
    ],
  },
  {
    event: 'messenger-message-image',
    counted: ['Received'],
    gives: [
      'conversation open, private, with 7200000000000001: firstResponse running',
      'message inbound, private: “” (image)',
    ],
  },
  {
    event: 'messenger-message-multi-image',
    counted: ['Received'],
    gives: [
      'conversation open, private, with 7200000000000001: firstResponse running',
      'message inbound, private: “” (image, image)',
    ],
  },
  {
    event: 'messenger-message-quick-reply',
    counted: ['Received'],
    gives: [
      'conversation open, private, with 7200000000000001: firstResponse running',
      'message inbound, private: “Track order”',
    ],
  },
  {
    event: 'messenger-message-reply-to',
    counted: ['Received'],
    gives: [
      'conversation open, private, with 7200000000000001: firstResponse running',
      'message inbound, private: “Yes, that one”',
    ],
  },
  {
    event: 'messenger-message-shared-post',
    counted: ['Received'],
    gives: [
      'conversation open, private, with 7200000000000001: firstResponse running',
      'message inbound, private: “” (link)',
    ],
  },
  {
    event: 'messenger-message-sticker',
    counted: ['Received'],
    gives: [
      'conversation open, private, with 7200000000000001: firstResponse running',
      'message inbound, private: “” (sticker)',
    ],
  },
  {
    event: 'messenger-message-text-unicode',
    counted: ['Received'],
    gives: [
      'conversation open, private, with 7200000000000001: firstResponse running',
      'message inbound, private: “¿Podéis ayudarme? 🙏 äöå”',
    ],
  },
  {
    event: 'messenger-message-text',
    counted: ['Received'],
    gives: [
      'conversation open, private, with 7200000000000001: firstResponse running',
      'message inbound, private: “Hi, I need to change the address on order LS-20431”',
    ],
  },
  {
    event: 'messenger-message-unsupported',
    counted: ['Received'],
    gives: [
      'conversation open, private, with 7200000000000001: firstResponse running',
      'message inbound, private: “” (unsupported)',
    ],
  },
  {
    event: 'messenger-message-video',
    counted: ['Received'],
    gives: [
      'conversation open, private, with 7200000000000001: firstResponse running',
      'message inbound, private: “” (video)',
    ],
  },
  { event: 'messenger-pass-thread-control', counted: ['Ignored'], gives: [] },
  { event: 'messenger-policy-enforcement', counted: ['Ignored'], gives: [] },
  {
    event: 'messenger-postback-referral',
    counted: ['Received'],
    gives: [
      'conversation open, private, with 7200000000000001: firstResponse running',
      'message inbound, private: “Get Started” (postback)',
    ],
  },
  {
    event: 'messenger-postback',
    counted: ['Received'],
    gives: [
      'conversation open, private, with 7200000000000001: firstResponse running',
      'message inbound, private: “Get Started” (postback)',
    ],
  },
  {
    event: 'messenger-reaction-react',
    counted: ['Received'],
    gives: ['1 likes and 0 shares of m_Lk8Zc0aQ4vN1e7rT5uXw2yB9dG6hJ30030'],
  },
  {
    event: 'messenger-reaction-unreact',
    after: ['messenger-reaction-react'],
    counted: ['Received'],
    gives: ['0 likes and 0 shares of m_Lk8Zc0aQ4vN1e7rT5uXw2yB9dG6hJ30030'],
  },
  {
    event: 'messenger-read',
    after: ['messenger-message-text', 'messenger-echo-app'],
    counted: ['Received'],
    gives: [
      'conversation open, private, with 7200000000000001: firstResponse met',
      'message inbound, private: “Hi, I need to change the address on order LS-20431”',
      'message outbound, private: “Done, address updated.” (read)',
    ],
  },
  { event: 'messenger-referral', counted: ['Ignored'], gives: [] },
  { event: 'messenger-request-thread-control', counted: ['Ignored'], gives: [] },
  { event: 'messenger-response-feedback', counted: ['Ignored'], gives: [] },
  {
    event: 'messenger-standby-message',
    counted: ['Received'],
    gives: [
      'conversation open, private, with 7200000000000001: firstResponse running',
      'message inbound, private: “Anyone there?”',
    ],
  },
  { event: 'messenger-take-thread-control', counted: ['Ignored'], gives: [] },
  {
    event: 'ratings-rating-add',
    counted: ['Received'],
    gives: [
      'conversation open, public, with Tomas Vidal: firstResponse running',
      'message inbound, public: “Slow delivery, kind support.” (review)',
    ],
  },
  {
    event: 'feed-comment-add',
    after: ['feed-comment-remove'],
    counted: ['Received'],
    gives: [
      'conversation open, public, with Ines Okoro: no clock',
      'message inbound, public: “My order LS-20431 still has not shipped, can someone help?” (deleted)',
      'post: unknown text',
    ],
  },
  {
    event: 'feed-comment-add',
    after: ['feed-comment-hide'],
    counted: ['Received'],
    gives: [
      'conversation open, public, with Ines Okoro: firstResponse running',
      'message inbound, public: “My order LS-20431 still has not shipped, can someone help?” (hidden)',
      'post: unknown text',
    ],
  },
  {
    event: 'feed-comment-add',
    after: ['feed-comment-add-by-page'],
    counted: ['Received'],
    gives: [
      'conversation open, public, with Ines Okoro: firstResponse met',
      'message inbound, public: “My order LS-20431 still has not shipped, can someone help?”',
      'message outbound, public: “Hi Ines, looking into it now.”',
      'post: unknown text',
    ],
  },
  {
    event: 'feed-comment-add',
    after: ['feed-comment-edited'],
    counted: ['Duplicate'],
    gives: [
      'conversation open, public, with Ines Okoro: firstResponse running',
      'message inbound, public: “My order LS-20431 still has not shipped (ordered 9 Nov).” (edited)',
      'post: unknown text',
    ],
  },
  {
    event: 'feed-comment-add-by-page',
    counted: ['Received'],
    gives: ['remembered for later: answers'],
  },
  {
    event: 'feed-status-add-page',
    after: ['feed-status-edited'],
    counted: ['Duplicate'],
    gives: ['our post: “New autumn catalogue is live (updated).” (edited)'],
  },
  {
    event: 'messenger-message-text',
    after: ['messenger-message-edit'],
    counted: ['Received'],
    gives: [
      'conversation open, private, with 7200000000000001: firstResponse running',
      'message inbound, private: “Hi, I need to change the address on order LS-20432” (edited from “Hi, I need to change the address on order LS-20431”)',
    ],
  },
  { event: 'feed-reaction-remove', counted: ['Duplicate'], gives: [] },
];
