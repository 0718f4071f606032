import type { ChannelName } from '../domain/channel-name.ts';

/**
 * Where each platform keeps the files that people attach; nothing is fetched from anywhere else. `*.` stands for one or more labels.
 * Facebook: the host names of Meta's content network (scontent-….fbcdn.net, cdn.fbsbx.com, lookaside.fbsbx.com). X: posts on
 * twimg.com; direct messages on ton.twitter.com, for a signed request only.
 */
export const mediaHosts: Readonly<Record<ChannelName, readonly string[]>> = {
  facebook: ['https://*.fbcdn.net', 'https://*.fbsbx.com'],
  x: ['https://pbs.twimg.com', 'https://video.twimg.com', 'https://ton.twitter.com', 'https://ton.x.com'],
};
