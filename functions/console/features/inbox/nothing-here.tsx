import { Button } from '@mantine/core';
import { IconCheck, IconEar, IconSearch } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDesk } from '../../session/desk-context.ts';
import { Empty } from '../../shell/states.tsx';
import { tellFailure } from '../../shell/toasts.tsx';
import { inbox } from '../../words/inbox.ts';
import { countFilters, inboxKey } from './inbox-query.ts';
import { anyConversationQuery } from './queries.ts';
import type { Place } from './use-views.ts';

/** An empty list says why it is empty: nothing fits, everything is done, or this desk has just begun. */
export function NothingHere({ place }: { place: Place }) {
  const { client } = useDesk();
  const { data: isNew } = useQuery(anyConversationQuery(client));
  const { empty } = inbox;
  if (place.filters.q !== undefined)
    return <Empty {...empty.search} icon={<IconSearch size={22} aria-hidden />} />;
  if (countFilters(place.filters) > 0) return <Empty {...empty.filtered} />;
  if (isNew === true) return <FirstStart />;
  if (place.view.id === 'unanswered')
    return <Empty {...empty.unanswered} icon={<IconCheck size={22} aria-hidden />} />;
  return <Empty {...(place.view.id === 'mine' ? empty.mine : empty.other)} />;
}

function FirstStart() {
  const { session } = useDesk();
  const queries = useQueryClient();
  const { outsideUrl } = session.configuration;
  const sample = useMutation({
    mutationFn: async () => {
      const answer = await fetch('/_local/sample', { method: 'POST' });
      if (!answer.ok) throw new Error(await answer.text());
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: inboxKey }),
    onError: tellFailure,
  });
  const { first } = inbox;
  return (
    <Empty title={first.title} text={first.text} icon={<IconEar size={22} aria-hidden />}>
      <p>{outsideUrl ? first.local : first.connect}</p>
      {outsideUrl && (
        <>
          <Button loading={sample.isPending} onClick={() => sample.mutate()}>
            {sample.isSuccess ? first.sampling : first.sample}
          </Button>
          <Button component="a" variant="default" href={outsideUrl} target="_blank" rel="noreferrer">
            {first.outside}
          </Button>
        </>
      )}
    </Empty>
  );
}
