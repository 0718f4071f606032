/** A reaction as people see it. */
export interface ReactionFace {
  face: string;
  label: string;
}

/** What may be felt about posts and comments, by the `reaction_type` of the feed, in the order of the picker. */
export const FEED_REACTIONS: Record<string, ReactionFace> = {
  like: { face: '👍', label: 'Like' },
  love: { face: '❤️', label: 'Love' },
  care: { face: '🤗', label: 'Care' },
  haha: { face: '😆', label: 'Haha' },
  wow: { face: '😮', label: 'Wow' },
  sorry: { face: '😢', label: 'Sad' },
  anger: { face: '😡', label: 'Angry' },
};

/** What may be felt about a message, by Messenger's names; the face is the `emoji` of the event. */
export const MESSAGE_REACTIONS: Record<string, ReactionFace> = {
  like: { face: '👍', label: 'Like' },
  love: { face: '❤️', label: 'Love' },
  smile: { face: '😆', label: 'Haha' },
  wow: { face: '😮', label: 'Wow' },
  sad: { face: '😢', label: 'Sad' },
  angry: { face: '😠', label: 'Angry' },
  dislike: { face: '👎', label: 'Dislike' },
};
