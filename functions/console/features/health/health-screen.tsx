import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Health, Recounted, Redriven } from '../../api/health.ts';
import { seconds } from '../../formats/number.ts';
import { countsKey } from '../../live/apply-change.ts';
import { may, useDesk } from '../../session/desk-context.ts';
import styles from '../../shell/page.module.css';
import { Page, Section } from '../../shell/page.tsx';
import { Empty, Failed, Loading } from '../../shell/states.tsx';
import table from '../../shell/table.module.css';
import { useAct } from '../../shell/use-act.ts';
import { desk } from '../../words/desk.ts';
import { health as words } from '../../words/health.ts';
import { AccountList } from '../settings/account-list.tsx';

const LOOK = 15_000;
const healthKey = ['health'];

/** Queues, what was given up or not understood, how late alerts are, and how the accounts fare. */
export default function HealthScreen() {
  const { me } = useDesk();
  return may(me, 'admin') ? <Shown /> : <Empty title={desk.notFoundTitle} text={desk.notFoundText} />;
}

function Shown() {
  const { client } = useDesk();
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: healthKey,
    queryFn: ({ signal }) => client.read('/api/health', Health, signal),
    refetchInterval: LOOK,
  });
  return (
    <Page
      title={words.title}
      sub={words.sub}
      actions={
        <Button variant="default" loading={isFetching} onClick={() => void refetch()}>
          {words.refresh}
        </Button>
      }
    >
      {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />)}
      {data && (
        <>
          <Section title={words.queues} hint={words.queuesHint}>
            <Queues queues={data.queues} />
          </Section>
          <Section title={words.lateness} hint={words.latenessHint}>
            <Lateness lateness={data.alertLateness} />
          </Section>
          <Section title={words.dropped} hint={words.droppedHint}>
            <Dropped dropped={data.dropped} />
          </Section>
          <Section title={words.counters} hint={words.countersHint}>
            <RecountButton />
          </Section>
          <Section title={words.accounts}>
            <AccountList accounts={data.accounts} />
          </Section>
        </>
      )}
    </Page>
  );
}

/** Has the numbers beside the views counted anew. */
function RecountButton() {
  const recount = useAct((client) => client.write('/api/conversations/counts/recount', Recounted), {
    done: ({ conversations, corrected }) => words.recounted(conversations, corrected.length),
    changes: [[...countsKey]],
  });
  return (
    <Button variant="default" loading={recount.isPending} onClick={() => recount.mutate(undefined)}>
      {words.recount}
    </Button>
  );
}

function Queues({ queues }: Pick<Health, 'queues'>) {
  const redrive = useAct(
    (client, queue: string) => client.write('/api/dead-letters', Redriven, { body: { queue } }),
    { done: ({ moved }) => words.redriven(moved), changes: [healthKey] },
  );
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{words.queue}</th>
          <th scope="col">{words.waiting}</th>
          <th scope="col">{words.inFlight}</th>
          <th scope="col">{words.deadLetters}</th>
        </tr>
      </thead>
      <tbody>
        {queues.map(({ name, waiting, inFlight, deadLetters }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{waiting ?? '–'}</td>
            <td>{inFlight ?? '–'}</td>
            <td className={deadLetters ? table.bad : ''}>
              {deadLetters ?? '–'}
              {deadLetters ? (
                <Button
                  ml={8}
                  size="compact-xs"
                  variant="default"
                  aria-label={words.redriveAll(name)}
                  loading={redrive.isPending && redrive.variables === name}
                  onClick={() => redrive.mutate(name)}
                >
                  {words.redrive}
                </Button>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Lateness({ lateness }: { lateness: Health['alertLateness'] }) {
  if (!lateness) return <p className={styles.nothing}>{words.noLateness}</p>;
  const shown = [
    [words.alerts, String(lateness.count)],
    [words.half, seconds(lateness.p50 / 1000)],
    [words.almostAll, seconds(lateness.p99 / 1000)],
  ] as const;
  return (
    <dl className={styles.numbers}>
      {shown.map(([name, value]) => (
        <div key={name} className={styles.number}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Dropped({ dropped }: Pick<Health, 'dropped'>) {
  if (dropped.length === 0) return <p className={styles.nothing}>{words.noDropped}</p>;
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{words.reason}</th>
          <th scope="col">{words.day}</th>
          <th scope="col">{words.count}</th>
        </tr>
      </thead>
      <tbody>
        {dropped.map(({ day, reason, count }) => (
          <tr key={`${day} ${reason}`}>
            <th scope="row">{reason}</th>
            <td>{day}</td>
            <td>{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
