import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import * as z from 'zod/mini';
import type { Client } from '../api/client.ts';
import { isMissing } from '../api/problem.ts';
import { countsQuery } from '../desk-queries.ts';
import { useDesk } from '../session/desk-context.ts';
import { applyChange, refreshCountsSoon } from './apply-change.ts';
import { type Live, LiveContext } from './live-context.ts';
import { type LiveSocket, type LiveState, type Looker, openLive } from './live-socket.ts';

const Ticket = z.object({ ticket: z.string() });
const nobody: readonly Looker[] = [];

/** Keeps what is shown current by what the desk pushes. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const { client, me, session } = useDesk();
  const queries = useQueryClient();
  const [live] = useState(createLive);
  const { liveUrl } = session.configuration;
  useEffect(() => {
    const socket = openLive({
      address: () => addressOf(client, liveUrl),
      onState: live.setState,
      onOpen(again) {
        if (again) void resync(queries);
        // What changed between reading the counters and being told of changes is in neither.
        refreshCountsSoon(queries);
      },
      onPush(push) {
        if (push.type === 'conversation') applyChange(queries, push, me);
        if (push.type === 'counts') queries.setQueryData(countsQuery(client).queryKey, push.counts);
        if (push.type === 'presence')
          live.setLookers(
            push.conversationId,
            push.people.filter(({ agentId }) => agentId !== me.id),
          );
      },
    });
    live.setSocket(socket);
    return () => {
      live.setSocket(undefined);
      socket.close();
    };
  }, [client, liveUrl, queries, me, live]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

async function addressOf(client: Client, liveUrl: string | null | undefined): Promise<string | undefined> {
  try {
    const { ticket } = await client.write('/api/live/tickets', Ticket);
    const base = liveUrl ?? `${location.origin.replace(/^http/, 'ws')}/live`;
    return `${base}?${new URLSearchParams({ ticket })}`;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** What is on the screen is asked for again, as pushes were missed; the rest when it is next looked at. */
async function resync(queries: QueryClient): Promise<void> {
  await queries.invalidateQueries({ predicate: ({ queryKey: [first] }) => first !== 'me' });
}

function createLive() {
  const listeners = new Set<() => void>();
  const lookers = new Map<string, readonly Looker[]>();
  let state: LiveState = 'connecting';
  let socket: LiveSocket | undefined;
  const changed = () => {
    for (const listener of listeners) listener();
  };
  return {
    state: () => state,
    lookers: (id) => lookers.get(id) ?? nobody,
    tell: (told) => socket?.tell(told),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setState(next: LiveState) {
      state = next;
      changed();
    },
    setLookers(id: string, people: readonly Looker[]) {
      lookers.set(id, people);
      changed();
    },
    setSocket(next: LiveSocket | undefined) {
      socket = next;
    },
  } satisfies Live & Record<string, unknown>;
}
