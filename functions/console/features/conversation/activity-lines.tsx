import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Activity } from '../../api/detail.ts';
import { Moment } from '../../formats/moment.tsx';
import { conversation as words } from '../../words/conversation.ts';
import { channelName } from '../inbox/views.ts';
import { activityWords } from './activity-words.ts';
import styles from './timeline.module.css';

/** What happened between two messages, in one line until somebody wants to know. */
export function ActivityLines({ items, nameOf }: { items: Activity[]; nameOf: (id: string) => string }) {
  const [open, setOpen] = useState(false);
  const [first] = items;
  if (!first) return null;
  const summary =
    items.length === 1
      ? activityWords(first, nameOf)
      : `${activityWords(first, nameOf)} · ${words.activity.many(items.length)}`;
  return (
    <div className={styles.activity}>
      <UnstyledButton
        className={styles.activityButton}
        aria-expanded={open}
        title={words.activity.show}
        onClick={() => setOpen(!open)}
      >
        {summary}
      </UnstyledButton>
      {open && (
        <ul className={styles.activityList}>
          {items.map((item) => (
            <li key={item.id}>
              {activityWords(item, nameOf)}
              {words.activity.by(actorName(item.actor, nameOf))}
              {' · '}
              <Moment at={item.at} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function actorName(actor: string, nameOf: (id: string) => string): string {
  if (actor === 'hark' || actor === 'clock' || actor === '') return words.activity.hark;
  return nameOf(actor) === actor ? channelName(actor) : nameOf(actor);
}
