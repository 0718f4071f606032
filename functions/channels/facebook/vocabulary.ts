/**
 * The words of Meta's field table (developers.facebook.com/docs/graph-api/webhooks/reference/page). Reasons name them and
 * become metric dimensions, so a word that is not here is `other`: their number stays bounded, whatever Meta sends.
 */
const fields = [
  'feed',
  'mention',
  'ratings',
  'messages',
  'messaging_postbacks',
  'message_echoes',
  'message_deliveries',
  'message_reads',
  'message_reactions',
  'message_edits',
  'messaging_referrals',
  'messaging_handovers',
  'standby',
  'messaging_policy_enforcement',
];

const items = [
  'album',
  'address',
  'comment',
  'connection',
  'coupon',
  'event',
  'experience',
  'group',
  'group_message',
  'interest',
  'like',
  'link',
  'mention',
  'milestone',
  'note',
  'page',
  'picture',
  'platform-story',
  'photo',
  'photo-album',
  'post',
  'profile',
  'question',
  'rating',
  'reaction',
  'relationship-status',
  'share',
  'status',
  'story',
  'timeline cover',
  'tag',
  'video',
];

const verbs = [
  'add',
  'block',
  'edit',
  'edited',
  'delete',
  'follow',
  'hide',
  'mute',
  'remove',
  'unblock',
  'unhide',
  'update',
];

const among = (words: string[]) => {
  const known = new Set(words);
  return (word: string | undefined): string => (word !== undefined && known.has(word) ? word : 'other');
};

export const fieldName = among(fields);
export const itemName = among(items);
export const verbName = among(verbs);
