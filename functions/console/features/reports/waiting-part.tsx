import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { useQuery } from '@tanstack/react-query';
import { useDesk } from '../../session/desk-context.ts';
import styles from '../../shell/page.module.css';
import { Section } from '../../shell/page.tsx';
import { Failed, Loading } from '../../shell/states.tsx';
import table from '../../shell/table.module.css';
import { reports as words } from '../../words/reports.ts';
import { channelName } from '../inbox/views.ts';
import { waitingQuery } from './queries.ts';
import own from './reports.module.css';

interface Bar {
  name: string;
  count: number;
}

/** Who waits for an answer now. */
export function WaitingPart() {
  const { client } = useDesk();
  const { data, error, refetch } = useQuery(waitingQuery(client));
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />;
  const channels = Object.entries(data.unansweredByChannel).map(([channel, count]) => ({
    name: channelName(channel),
    count,
  }));
  const ages = data.unansweredByAge.map(({ upToHours, count }) => ({
    name: upToHours === null ? words.longer : words.upTo(upToHours),
    count,
  }));
  return (
    <Section title={`${words.waiting}: ${data.unanswered}`}>
      {data.unanswered === 0 ? (
        <p className={styles.nothing}>{words.everybody}</p>
      ) : (
        <div className={own.charts}>
          <Bars title={words.byChannel} bars={channels} />
          <Bars title={words.byAge} bars={ages} />
        </div>
      )}
    </Section>
  );
}

/** A chart, and the same numbers for whoever does not see it. */
function Bars({ title, bars }: { title: string; bars: Bar[] }) {
  return (
    <figure className={own.chart}>
      <figcaption>{title}</figcaption>
      <div aria-hidden>
        <BarChart
          h={190}
          data={bars}
          dataKey="name"
          series={[{ name: 'count', label: words.people, color: 'indigo.6' }]}
          gridAxis="x"
          barChartProps={{ accessibilityLayer: false }}
          tickLine="none"
          withTooltip
          barProps={{ radius: 4, maxBarSize: 46, isAnimationActive: false }}
          yAxisProps={{ allowDecimals: false, width: 34 }}
        />
      </div>
      <table className={`${table.table} hk-hidden`}>
        <tbody>
          {bars.map(({ name, count }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
