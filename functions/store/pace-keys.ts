import type { Key, Native } from './keys.ts';

/** How fast posts draw people (A85, A86, A87, A93). */
export const minutePrefix = 'MIN#';
export const aboutPrefix = 'CONV#';
export const paceKey = ({ channel, accountId, nativeId }: Native, sk: string): Key => ({
  pk: `PACE#${channel}#${accountId}#${nativeId}`,
  sk,
});
export const crowdKey = (post: Native): Key => paceKey(post, 'CROWD');
export const usualPaceKey = (channel: string, accountId: string): Key => ({
  pk: `PACE#${channel}#${accountId}`,
  sk: 'USUAL',
});
