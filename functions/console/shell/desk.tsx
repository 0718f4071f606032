import { MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { Suspense, use, useMemo, useState } from 'react';
import { createClient } from '../api/client.ts';
import { meQuery } from '../desk-queries.ts';
import { LiveProvider } from '../live/live-provider.tsx';
import { DeskContext } from '../session/desk-context.ts';
import { openSession, type Session } from '../session/session.ts';
import { theme } from '../styles/theme.ts';
import { desk } from '../words/desk.ts';
import { Boundary } from './boundary.tsx';
import { Failed, Loading } from './states.tsx';
import { Workspace } from './workspace.tsx';

/** The console, whole. */
export function Desk({ opening: first, queries }: { opening: Promise<Session>; queries: QueryClient }) {
  const [opening, setOpening] = useState(first);
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
