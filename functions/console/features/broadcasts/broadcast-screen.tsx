import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { isMissing } from '../../api/problem.ts';
import { useDesk } from '../../session/desk-context.ts';
import { Page, Pill } from '../../shell/page.tsx';
import { Empty, Failed, Loading } from '../../shell/states.tsx';
import { broadcasts as words } from '../../words/broadcasts.ts';
import { Compose } from './compose.tsx';
import { Course } from './course.tsx';
import { PlanWork } from './plan-work.tsx';
import { broadcastQuery } from './queries.ts';
import { isEditable, stateTone } from './state-tone.ts';

const back = { href: '/broadcasts', label: words.back };

/** One broadcast: while it is written, and while it goes out. */
export default function BroadcastScreen() {
  const { id = '' } = useParams<{ id: string }>();
  if (id === 'new') return <Compose key="new" broadcast={undefined} />;
  if (id === 'work') return <PlanWork />;
  return <Known key={id} id={id} />;
}

function Known({ id }: { id: string }) {
  const { client } = useDesk();
  const { data, error, refetch } = useQuery(broadcastQuery(client, id));
  if (data && isEditable(data.state)) return <Compose broadcast={data} />;
  if (data)
    return (
      <Page
        title={data.title}
        back={back}
        sub={
          <>
            <Pill tone={stateTone(data.state)}>{words.states[data.state]}</Pill> {words.kinds[data.kind]}
          </>
        }
      >
        <Course broadcast={data} />
      </Page>
    );
  return (
    <Page title={words.title} back={back}>
      {isMissing(error) ? (
        <Empty title={words.notFound} />
      ) : error ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}
