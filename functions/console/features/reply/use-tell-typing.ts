import { useEffect, useRef } from 'react';
import type { Detail } from '../../api/detail.ts';
import { deviceTime } from '../../browser/clock.ts';
import { useLive } from '../../live/live-context.ts';
import { useSoftClaim } from '../conversation/use-change.ts';
import type { Mode } from './draft.ts';

/** How often at most the desk is told that somebody goes on writing, and after which pause that they stopped, in milliseconds. */
const EVERY = 4000;
const PAUSE = 6000;

/** Tells colleagues that an answer is being written; the first letter of one takes a conversation that nobody has. */
export function useTellTyping({ id, ownerId }: Detail, text: string, mode: Mode): void {
  const live = useLive();
  const { mutate: claim } = useSoftClaim(id);
  const told = useRef({ at: 0, claimed: false, text });
  useEffect(() => {
    const state = told.current;
    if (text === state.text) return;
    state.text = text;
    if (text === '') {
      state.at = 0;
      live.tell({ action: 'type', conversationId: id, typing: false });
      return;
    }
    if (!ownerId && !state.claimed && mode !== 'note') {
      state.claimed = true;
      claim();
    }
    const now = deviceTime();
    if (now - state.at >= EVERY) {
      state.at = now;
      live.tell({ action: 'type', conversationId: id, typing: true });
    }
    const timer = setTimeout(() => {
      state.at = 0;
      live.tell({ action: 'type', conversationId: id, typing: false });
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [text, id, ownerId, mode, live, claim]);
}
