import type { Post } from '../../../functions/live/tell.ts';

/** A way to pages that keeps what each was told; some are gone, and some cannot be reached. */
export function recordPosts(unreachable: Record<string, 'gone' | 'broken'> = {}) {
  const told: { to: string; message: unknown }[] = [];
  const post: Post = async (connectionId, message) => {
    if (unreachable[connectionId] === 'broken') throw new Error('throttled');
    if (unreachable[connectionId] === 'gone') return 'gone';
    told.push({ to: connectionId, message: JSON.parse(message) });
    return 'sent';
  };
  return { post, told };
}
