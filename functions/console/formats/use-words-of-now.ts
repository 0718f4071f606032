import { useSyncExternalStore } from 'react';
import { deviceTime, onSecond } from '../browser/clock.ts';

/** Words that change with time. Whoever shows them renders again only when the words are others. */
export function useWordsOfNow(words: (now: number) => string): string {
  return useSyncExternalStore(onSecond, () => words(deviceTime()));
}
