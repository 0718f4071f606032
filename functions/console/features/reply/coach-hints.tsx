import { Button, CloseButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { lazy, memo, Suspense, useEffect, useMemo, useState } from 'react';
import { dayAndHour } from '../../formats/time.ts';
import { useDesk } from '../../session/desk-context.ts';
import { reply as words } from '../../words/reply.ts';
import { type Coaching, coachQuery } from './coach.ts';
import type { Mode } from './draft.ts';
import styles from './reply.module.css';

const TimeDialog = lazy(() => import('../conversation/time-dialog.tsx'));

/** How long after the last letter the text is looked at, in milliseconds, and how long it has to be. */
const PAUSE = 900;
const SHORTEST = 12;

export type Promises = Coaching['promises'];

/** Above the button: what a good colleague would say before this is sent, and what it promises. */
export const CoachHints = memo(function CoachHints({
  conversationId,
  text,
  mode,
  dropped,
  onPromises,
  onDrop,
}: {
  conversationId: string;
  text: string;
  mode: Mode;
  /** Promises that the writer says are none. */
  dropped: readonly string[];
  onPromises: (promises: Promises) => void;
  onDrop: (text: string) => void;
}) {
  const { client } = useDesk();
  const [settled] = useDebouncedValue(text.trim(), PAUSE);
  const enabled = mode !== 'note' && settled.length >= SHORTEST;
  const visibility = mode === 'public' ? 'public' : 'private';
  const { data } = useQuery({ ...coachQuery(client, conversationId, settled, visibility), enabled });
  const shown = enabled ? data : undefined;
  // What the writer chose holds over what the text says, as long as it promises the same.
  const [times, setTimes] = useState<Readonly<Record<string, string>>>({});
  const [choosing, setChoosing] = useState<string>();
  const promises = useMemo(
    () => shown?.promises.map((one) => ({ ...one, dueAt: times[one.text] ?? one.dueAt })) ?? [],
    [shown, times],
  );
  useEffect(() => onPromises(promises), [promises, onPromises]);
  if (!shown) return null;
  const kept = promises.filter((promise) => !dropped.includes(promise.text));
  if (shown.findings.length === 0 && kept.length === 0 && !shown.needsApproval) return null;
  return (
    <ul className={styles.findings} aria-live="polite">
      {shown.findings.map(({ rule, why, suggestion }) => (
        <li key={`${rule} ${why}`} className={styles.finding}>
          {why} {suggestion}
        </li>
      ))}
      {shown.needsApproval && <li className={styles.finding}>{words.awaiting}</li>}
      {kept.map(({ text: promised, dueAt }) => (
        <li key={promised} className={styles.promise}>
          {words.promise(promised, dueAt ? dayAndHour(dueAt) : undefined)}
          <Button variant="subtle" size="compact-xs" flex="none" onClick={() => setChoosing(promised)}>
            {dueAt ? words.otherTime : words.untilWhen}
          </Button>
          <CloseButton size="xs" aria-label={words.noPromise(promised)} onClick={() => onDrop(promised)} />
        </li>
      ))}
      {choosing !== undefined && (
        <Suspense>
          <TimeDialog
            title={words.promiseTitle}
            label={words.scheduleWhen}
            yes={words.promiseYes}
            onClose={() => setChoosing(undefined)}
            onChosen={(at) => setTimes({ ...times, [choosing]: at })}
          />
        </Suspense>
      )}
    </ul>
  );
});
