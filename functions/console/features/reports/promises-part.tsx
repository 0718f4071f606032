import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { PromiseReport } from '../../api/reports.ts';
import { teamsQuery } from '../../desk-queries.ts';
import { dayAndHour } from '../../formats/time.ts';
import { useDesk } from '../../session/desk-context.ts';
import styles from '../../shell/page.module.css';
import { Section } from '../../shell/page.tsx';
import { Failed, Loading } from '../../shell/states.tsx';
import table from '../../shell/table.module.css';
import { reports as words } from '../../words/reports.ts';
import { promiseReportQuery } from './queries.ts';
import own from './reports.module.css';

const fates = ['made', 'kept', 'keptLate', 'broken', 'withdrawn'] as const;

/** What we said we would do, and what became of it. */
export function PromisesPart({ days }: { days: number }) {
  const { client } = useDesk();
  const { data, error, refetch } = useQuery(promiseReportQuery(client, days));
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />;
  return (
    <Section title={words.promises}>
      {data.totals.made === 0 ? (
        <p className={styles.nothing}>{words.noPromises}</p>
      ) : (
        <>
          <dl className={styles.numbers}>
            {fates.map((fate) => (
              <div key={fate} className={styles.number}>
                <dt>{words.fates[fate]}</dt>
                <dd>{data.totals[fate]}</dd>
              </div>
            ))}
          </dl>
          {data.byDay.length > 1 && <ByDay byDay={data.byDay} />}
          <Teams teams={data.teams} />
          <Broken broken={data.broken} />
        </>
      )}
    </Section>
  );
}

function ByDay({ byDay }: Pick<PromiseReport, 'byDay'>) {
  return (
    <figure className={`${own.chart} ${own.part}`} aria-label={words.byDay}>
      <BarChart
        h={180}
        data={byDay}
        dataKey="day"
        type="stacked"
        tickLine="none"
        barChartProps={{ accessibilityLayer: false }}
        series={[
          { name: 'kept', label: words.fates.kept, color: 'teal.6' },
          { name: 'keptLate', label: words.fates.keptLate, color: 'yellow.6' },
          { name: 'broken', label: words.fates.broken, color: 'red.6' },
        ]}
        barProps={{ maxBarSize: 30, isAnimationActive: false }}
        yAxisProps={{ allowDecimals: false, width: 34 }}
      />
    </figure>
  );
}

function Teams({ teams }: Pick<PromiseReport, 'teams'>) {
  const { client } = useDesk();
  const { data: known = [] } = useQuery(teamsQuery(client));
  return (
    <table className={`${table.table} ${own.part}`}>
      <thead>
        <tr>
          <th scope="col">{words.team}</th>
          {fates.map((fate) => (
            <th key={fate} scope="col">
              {words.fates[fate]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {teams.map((team) => (
          <tr key={team.teamId}>
            <th scope="row">{known.find(({ id }) => id === team.teamId)?.name ?? team.teamId}</th>
            {fates.map((fate) => (
              <td key={fate}>{team[fate]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Broken({ broken }: Pick<PromiseReport, 'broken'>) {
  if (broken.length === 0) return null;
  return (
    <section className={own.part} aria-label={words.latestBroken}>
      <p className={styles.dim}>{words.latestBroken}</p>
      <ul className={styles.list}>
        {broken.map(({ promiseId, conversationId, person, text, dueAt }) => (
          <li key={`${conversationId} ${promiseId}`}>
            <Link href={`/conversations/${conversationId}`} className={styles.item}>
              <span className={styles.grow}>
                <span className={styles.strong}>{text ?? words.erased}</span>
                <span className={styles.dim}>
                  {person}
                  {dueAt && ` · ${words.due(dayAndHour(dueAt))}`}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
