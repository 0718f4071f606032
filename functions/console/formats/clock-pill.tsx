import type { Clock } from '../api/row.ts';
import styles from './clock-pill.module.css';
import { clockWords } from './clock-words.ts';
import { exactTime } from './time.ts';
import { useWordsOfNow } from './use-words-of-now.ts';

/** How long is left until an answer is due: it ticks, and says by colour and in words how much it presses. */
export function ClockPill({ clock }: { clock: Clock }) {
  const shown = useWordsOfNow((now) => {
    const { tone, text } = clockWords(clock, now);
    return `${tone}|${text}`;
  });
  const [tone = '', text] = shown.split('|');
  return (
    <span className={`${styles.pill} ${styles[tone] ?? ''}`} title={exactTime(clock.dueAt)}>
      {text}
    </span>
  );
}
