import type { ChannelLimits } from '../channel.ts';

const hour = 3600;

/**
 * Comments hold about 8,000 characters and Messenger texts 2,000. Privately we may write for 24 hours after a person's last word,
 * and a person of ours for 7 days (the Human Agent tag); a private reply may follow a comment within 7 days. Source:
 * developers.facebook.com/documentation/business-messaging/messenger-platform/send-messages, and its private replies.
 */
export const limits: ChannelLimits = {
  text: { public: 8000, private: 2000 },
  counts: { public: 'code-points', private: 'code-points' },
  privateWindow: { any: 24 * hour, human: 7 * 24 * hour },
  invitationWindow: 7 * 24 * hour,
};
