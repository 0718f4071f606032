import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { whenIdle } from '../../browser/clock.ts';
import { useDesk } from '../../session/desk-context.ts';
import { loadedLater } from '../../shell/loaded-later.tsx';
import { Loading } from '../../shell/states.tsx';
import { detailQuery } from '../conversation/queries.ts';

/** The screen of a conversation. */
export const conversationPart = loadedLater(
  () => import('../conversation/conversation-screen.tsx'),
  <Loading />,
);

/** So long after the list came the page is done with what came with it, in milliseconds. */
const SETTLED = 500;

/** Loads the screen of a conversation once the list is there and nothing else is to do: who sees a list opens one next. */
export function usePreloadedConversation(listIsThere: boolean): void {
  useEffect(() => {
    if (!listIsThere) return;
    let callOff: (() => void) | undefined;
    const timer = setTimeout(() => {
      callOff = whenIdle(() => void conversationPart.preload());
    }, SETTLED);
    return () => {
      clearTimeout(timer);
      callOff?.();
    };
  }, [listIsThere]);
}

/** A pointer that rests so long on a row, in milliseconds, does not only pass over it. */
const REST = 80;

/** Reads a conversation before it is opened: when somebody rests on its row, and when they press. */
export function useOpenEarly() {
  const { client } = useDesk();
  const queries = useQueryClient();
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const read = useCallback(
    (id: string) => {
      clearTimeout(resting.current);
      void conversationPart.preload();
      void queries.prefetchQuery(detailQuery(client, id));
    },
    [client, queries],
  );
  useEffect(() => () => clearTimeout(resting.current), []);
  return useMemo(
    () => ({
      read,
      rest(id: string) {
        clearTimeout(resting.current);
        resting.current = setTimeout(() => read(id), REST);
      },
      leave: () => clearTimeout(resting.current),
    }),
    [read],
  );
}
