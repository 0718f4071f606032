import { agoWords, exactTime } from './time.ts';
import { useWordsOfNow } from './use-words-of-now.ts';

/** How long ago something was, with the exact instant for whoever points at it. */
export function Moment({ at, className }: { at: string; className?: string | undefined }) {
  const words = useWordsOfNow((now) => agoWords(at, now));
  return (
    <time dateTime={at} title={exactTime(at)} className={className}>
      {words}
    </time>
  );
}
