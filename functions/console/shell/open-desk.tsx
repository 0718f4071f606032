import { QueryClient } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createClient } from '../api/client.ts';
import { Problem } from '../api/problem.ts';
import type { Session } from '../session/session.ts';
import { Desk } from './desk.tsx';
import { readEarly } from './read-early.ts';

/** How often a read is tried again when nothing answered or the desk stumbled; what it refuses it will refuse again. */
const RETRIES = 2;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, error) =>
        count < RETRIES && !(error instanceof Problem && error.status >= 400 && error.status < 500),
      // Pushes keep what is shown current; coming back to the tab is no reason to ask for everything.
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

/** Draws the desk of somebody whose signing in has begun. */
export function openDesk(root: HTMLElement, opening: Promise<Session>): void {
  opening.then(
    (session) => readEarly(queries, createClient(session, fetch.bind(window)), location),
    // The desk itself tells why nobody could be signed in.
    () => undefined,
  );
  createRoot(root).render(
    <StrictMode>
      <Desk opening={opening} queries={queries} />
    </StrictMode>,
  );
}
