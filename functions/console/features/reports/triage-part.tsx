import { useQuery } from '@tanstack/react-query';
import { percent } from '../../formats/number.ts';
import { useDesk } from '../../session/desk-context.ts';
import styles from '../../shell/page.module.css';
import { Section } from '../../shell/page.tsx';
import { Failed, Loading } from '../../shell/states.tsx';
import table from '../../shell/table.module.css';
import { reasons } from '../../words/inbox.ts';
import { reports as words } from '../../words/reports.ts';
import { triageReportQuery } from './queries.ts';
import own from './reports.module.css';

const labels = new Map<string, string>([...Object.entries(words.labels), ...Object.entries(reasons)]);
const labelOf = (label: string): string => labels.get(label) ?? label;

/** How far people agree with what is read from messages, and what is taken for what. */
export function TriagePart({ days }: { days: number }) {
  const { client } = useDesk();
  const { data, error, refetch } = useQuery(triageReportQuery(client, days));
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />;
  return (
    <Section title={words.triage} hint={words.triageHint}>
      {data.agreement.length === 0 ? (
        <p className={styles.nothing}>{words.noTriage}</p>
      ) : (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{words.label}</th>
              <th scope="col">{words.shown}</th>
              <th scope="col">{words.corrected}</th>
              <th scope="col">{words.agreement}</th>
            </tr>
          </thead>
          <tbody>
            {data.agreement.map(({ label, shown, corrected, agreement }) => (
              <tr key={label}>
                <th scope="row">{labelOf(label)}</th>
                <td>{shown}</td>
                <td>{corrected}</td>
                <td>{typeof agreement === 'number' ? percent(agreement) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {data.confusions.length > 0 && (
        <section className={own.part} aria-label={words.confusions}>
          <p className={styles.dim}>
            {words.confusions} · {words.corrections(data.corrections)}
          </p>
          <ul className={styles.list}>
            {data.confusions.slice(0, 12).map(({ shown, corrected, count }) => (
              <li key={`${shown} ${corrected}`} className={styles.item}>
                <span className={styles.grow}>{words.confusion(labelOf(shown), labelOf(corrected))}</span>
                {count}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Section>
  );
}
