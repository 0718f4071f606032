import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Clock } from '../../api/row.ts';
import { ClockPill } from '../../formats/clock-pill.tsx';
import { dayAndHour, withTimes } from '../../formats/time.ts';
import { conversation } from '../../words/conversation.ts';
import { clock as clockWords } from '../../words/inbox.ts';
import styles from './conversation.module.css';

const words = conversation.side;
const kinds = new Map<string, string>(Object.entries(clockWords.kinds));

/** A clock, when it is due, and on request why then and who is told. */
export function ClockCard({ clock }: { clock: Clock }) {
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.clock}>
      <span className={styles.clockLine}>
        <span>{kinds.get(clock.kind) ?? clock.kind}</span>
        <ClockPill clock={clock} />
      </span>
      <span className={styles.clockDue}>
        {clockWords.due} {dayAndHour(clock.dueAt)}
      </span>
      <UnstyledButton className={styles.why} aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.why}
      </UnstyledButton>
      {open && (
        <>
          <p className={styles.whyText}>{withTimes(clock.why.sentence)}</p>
          <ul className={styles.steps}>
            {clock.steps.map(({ name, at, to, firedAt }) => (
              <li key={name}>
                <span>
                  {stepWords(name)}
                  {words.step.to(to)}
                  {firedAt && ` · ${words.step.fired}`}
                </span>
                <time dateTime={at}>{dayAndHour(at)}</time>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function stepWords(name: string): string {
  if (name === 'warning') return words.step.warning;
  if (name === 'breach') return words.step.breach;
  return words.step.escalation(name.replace('escalation-', ''));
}
