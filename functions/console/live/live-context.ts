import { createContext, use, useEffect, useSyncExternalStore } from 'react';
import type { LiveState, Looker, Told } from './live-socket.ts';

/** What screens see of the live connection. */
export interface Live {
  state(): LiveState;
  /** Who else looks at a conversation. */
  lookers(conversationId: string): readonly Looker[];
  tell(told: Told): void;
  onChange(listener: () => void): () => void;
}

const nobody: readonly Looker[] = [];

/** No connection at all, as before signing in. */
const silent: Live = {
  state: () => 'off',
  lookers: () => nobody,
  tell: () => undefined,
  onChange: () => () => undefined,
};

export const LiveContext = createContext<Live>(silent);

export const useLive = (): Live => use(LiveContext);

export function useLiveState(): LiveState {
  const { onChange, state } = useLive();
  return useSyncExternalStore(onChange, state);
}

/** Tells the desk that one looks at a conversation, and who else does. */
export function useLookers(conversationId: string): readonly Looker[] {
  const live = useLive();
  const state = useLiveState();
  useEffect(() => {
    if (state === 'on') live.tell({ action: 'look', conversationId });
  }, [live, state, conversationId]);
  useEffect(() => () => live.tell({ action: 'look', conversationId: null }), [live]);
  return useSyncExternalStore(live.onChange, () => live.lookers(conversationId));
}
