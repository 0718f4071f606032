import { Button } from '@mantine/core';
import * as z from 'zod/mini';
import type { Detail } from '../../api/detail.ts';
import { useDesk } from '../../session/desk-context.ts';
import { tellDone } from '../../shell/toasts.tsx';
import { useAct } from '../../shell/use-act.ts';
import { aside as words } from '../../words/aside.ts';
import { draftOf } from '../reply/drafts.ts';
import styles from './conversation.module.css';

const Written = z.object({ text: z.string(), by: z.string() });

/** Where an operator switched it on: what happened so far in short, and an answer to adapt. */
export function WritingBlock({ detail: { id } }: { detail: Detail }) {
  const { me } = useDesk();
  const summary = useAct((client) => client.write(`/api/conversations/${id}/summary`, Written));
  const draft = useAct((client) => client.write(`/api/conversations/${id}/draft`, Written));
  if (me.features?.writing !== true) return null;
  const put = (text: string) => {
    const held = draftOf(id, me.id);
    const before = held.get();
    held.set({ ...before, text: before.text.trim() === '' ? text : `${before.text}\n${text}` });
    tellDone(words.drafted);
  };
  return (
    <section className={styles.block} aria-label={words.writing}>
      <h2 className={styles.heading}>{words.writing}</h2>
      <Button
        variant="default"
        size="compact-xs"
        loading={summary.isPending}
        onClick={() => summary.mutate(undefined)}
      >
        {words.summary}
      </Button>{' '}
      <Button
        variant="default"
        size="compact-xs"
        loading={draft.isPending}
        onClick={() => draft.mutate(undefined, { onSuccess: ({ text }) => put(text) })}
      >
        {words.draft}
      </Button>
      {summary.data && <p className={styles.whyText}>{summary.data.text}</p>}
    </section>
  );
}
