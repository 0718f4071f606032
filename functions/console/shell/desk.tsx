import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { Suspense, use, useMemo, useState } from 'react';
import { createClient } from '../api/client.ts';
import { Problem } from '../api/problem.ts';
import { meQuery } from '../desk-queries.ts';
import { LiveProvider } from '../live/live-provider.tsx';
import { DeskContext } from '../session/desk-context.ts';
import { openSession, type Session } from '../session/session.ts';
import { theme } from '../styles/theme.ts';
import { desk } from '../words/desk.ts';
import { Boundary } from './boundary.tsx';
import { Failed, Loading } from './states.tsx';
import { Workspace } from './workspace.tsx';

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

/** The console, whole. */
export function Desk() {
  const [opening, setOpening] = useState(openSession);
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queries}>
        <Boundary
          fallback={(error, reset) => (
            <Failed
              whole
              title={desk.signInFailed}
              error={error}
              onRetry={() => {
                setOpening(openSession());
                reset();
              }}
            />
          )}
        >
          <Suspense fallback={<Loading whole words={desk.signingIn} />}>
            <SignedIn opening={opening} />
          </Suspense>
        </Boundary>
      </QueryClientProvider>
    </MantineProvider>
  );
}

function SignedIn({ opening }: { opening: Promise<Session> }) {
  const session = use(opening);
  const client = useMemo(() => createClient(session, fetch.bind(window)), [session]);
  const { data: me, error, refetch } = useQuery(meQuery(client));
  const tools = useMemo(() => me && { session, client, me }, [session, client, me]);
  if (tools)
    return (
      <DeskContext value={tools}>
        <LiveProvider>
          <Workspace />
        </LiveProvider>
      </DeskContext>
    );
  if (error) return <Failed whole error={error} onRetry={() => void refetch()} />;
  return <Loading whole words={desk.loading} />;
}
