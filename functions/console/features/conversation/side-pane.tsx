import { lazy, memo, Suspense } from 'react';
import type { Detail } from '../../api/detail.ts';
import { whenIdle } from '../../browser/clock.ts';
import { secondsTo, spell, withTimes } from '../../formats/time.ts';
import { useWordsOfNow } from '../../formats/use-words-of-now.ts';
import { conversation } from '../../words/conversation.ts';
import { ClockCard } from './clock-card.tsx';
import styles from './conversation.module.css';
import { PersonBlock } from './person-block.tsx';
import { Properties } from './properties.tsx';
import type { Change } from './use-change.ts';

const loadAsideBlocks = () => import('./aside-blocks.tsx');
const AsideBlocks = lazy(loadAsideBlocks);
// Whoever gets this part is about to open a conversation, and the first letters of an answer shall not wait for a script.
whenIdle(() => void loadAsideBlocks().catch(() => undefined));
const words = conversation.side;

/** Beside the messages: the person, the clocks and why, and what kind of conversation it is. */
export const SidePane = memo(function SidePane({
  detail,
  onChange,
}: {
  detail: Detail;
  onChange: (change: Change) => void;
}) {
  const waiting = detail.clocks.filter((clock) => clock.waiting);
  const shown = waiting.length > 0 ? waiting : detail.clocks.slice(-1);
  const { scoreParts = [], score } = detail;
  return (
    <>
      <PersonBlock detail={detail} />
      <section className={styles.block} aria-label={words.details}>
        <Properties detail={detail} onChange={onChange} />
      </section>
      {shown.length > 0 && (
        <section className={styles.block} aria-label={words.clocks}>
          <h2 className={styles.heading}>{words.clocks}</h2>
          {shown.map((clock) => (
            <ClockCard key={clock.id} clock={clock} />
          ))}
          {detail.window && <Window endsAt={detail.window.humanEndsAt} />}
        </section>
      )}
      <Suspense>
        <AsideBlocks detail={detail} />
      </Suspense>
      {scoreParts.length > 0 && (
        <section className={styles.block} aria-label={words.whyHere}>
          <h2 className={styles.heading}>
            {words.whyHere}
            {typeof score === 'number' && ` · ${words.score(score)}`}
          </h2>
          <ul className={styles.steps}>
            {scoreParts.map(({ part, points, why }) => (
              <li key={part}>
                <span>{withTimes(why)}</span>
                <span>+{points}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
});

/** How long the platform still lets us write in private. */
export function Window({ endsAt }: { endsAt: string }) {
  const text = useWordsOfNow((now) => {
    const left = secondsTo(endsAt, now);
    return left > 0 ? words.window.open(spell(left)) : words.window.closed;
  });
  return <span className={styles.clockDue}>{text}</span>;
}
