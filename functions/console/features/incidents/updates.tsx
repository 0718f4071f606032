import { Link } from 'wouter';
import type { Incident } from '../../api/incident.ts';
import { Moment } from '../../formats/moment.tsx';
import styles from '../../shell/page.module.css';
import { Pill, Section } from '../../shell/page.tsx';
import { phaseNames } from '../../words/broadcasts.ts';
import { incidents as words } from '../../words/incidents.ts';
import own from './incidents.module.css';

/** What was said of it, the latest first. */
export function Updates({ incident: { updates } }: { incident: Incident }) {
  return (
    <Section title={words.timeline}>
      {updates.length === 0 ? (
        <p className={styles.nothing}>{words.nothingSaid}</p>
      ) : (
        <ol className={styles.list}>
          {updates.toReversed().map(({ id, at, text, phase, by, broadcastId }) => (
            <li key={id} className={own.update}>
              <div className={own.updateHead}>
                <Pill tone={phase === 'resolved' ? 'calm' : 'accent'}>{phaseNames[phase]}</Pill>
                <span className={styles.dim}>
                  {by.name} · <Moment at={at} />
                </span>
                {broadcastId && (
                  <Link href={`/broadcasts/${broadcastId}`} className={styles.link}>
                    {words.broadcast}
                  </Link>
                )}
              </div>
              <p className={own.updateText}>{text}</p>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
