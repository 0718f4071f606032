import type { TextLimits } from '../../api/detail.ts';

type Parse = (text: string) => { weightedLength: number };

let weigh: Parse | undefined;

/** Loads what weighs letters as X does; a desk without X never needs it. */
export async function loadWeights(): Promise<void> {
  weigh ??= (await import('twitter-text')).default.parseTweet;
}

/** Whether a limit is counted in a way that has to be loaded first. */
export const needsWeights = ({ counts }: TextLimits): boolean =>
  counts.public === 'weighted' || counts.private === 'weighted';

/** How long a text is by a channel's own measure. The desk counts again; this is for whoever is writing. */
export function lengthOf(text: string, measure: string): number {
  if (measure === 'code-points') return Array.from(text).length;
  if (measure !== 'weighted') return text.length;
  if (!weigh) return Array.from(text).length;
  const count = weigh;
  // Word by word, as the library takes very long for one that never ends.
  return text
    .split(/(\s+)/)
    .reduce((sum, run) => sum + (run.length > 4096 ? run.length : count(run).weightedLength), 0);
}
