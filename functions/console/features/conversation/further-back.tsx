import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { conversation as words } from '../../words/conversation.ts';
import styles from './timeline.module.css';

/** So many pixels before somebody scrolls to the first message that is shown, those before it are asked for. */
const AHEAD = 600;

/** Leads to earlier messages: by a press, and `alone` as soon as somebody comes near. */
export function FurtherBack({ alone, onWanted }: { alone: boolean; onWanted: () => void }) {
  const place = useRef<HTMLLIElement>(null);
  const latest = useRef(onWanted);
  useEffect(() => {
    latest.current = onWanted;
  });
  useEffect(() => {
    if (!alone || !place.current) return;
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) latest.current();
      },
      { root: place.current.closest('section'), rootMargin: `${AHEAD}px 0px 0px 0px` },
    );
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [alone]);
  return (
    <li ref={place} className={styles.earlier}>
      <Button variant="default" onClick={onWanted}>
        {words.earlier}
      </Button>
    </li>
  );
}
