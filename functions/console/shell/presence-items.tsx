import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { colleaguesQuery } from '../desk-queries.ts';
import { useDesk } from '../session/desk-context.ts';
import { desk } from '../words/desk.ts';
import { useAct } from './use-act.ts';

const states = ['online', 'away', 'offline'] as const;
type State = (typeof states)[number];
const Reported = z.object({ state: z.enum(states) });

/** Whether one is there: only who is online is given work by the desk. */
export function PresenceItems() {
  const { client, me } = useDesk();
  const { data: colleagues } = useQuery({ ...colleaguesQuery(client), staleTime: 0 });
  const report = useAct(
    (desk, state: State) => desk.write('/api/me/presence', Reported, { method: 'PUT', body: { state } }),
    { changes: [colleaguesQuery(client).queryKey] },
  );
  const current = colleagues?.find(({ id }) => id === me.id)?.presence;
  return states.map((state) => (
    <Menu.Item
      key={state}
      role="menuitemradio"
      aria-checked={state === current}
      leftSection={<IconCheck size={16} opacity={state === current ? 1 : 0} />}
      onClick={() => report.mutate(state)}
    >
      {desk.presence[state]}
    </Menu.Item>
  ));
}
