import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as z from 'zod/mini';
import type { Detail } from '../../api/detail.ts';
import { type KnownExpert, KnownExperts } from '../../api/expert.ts';
import { Moment } from '../../formats/moment.tsx';
import { detailKey } from '../../live/apply-change.ts';
import { useDesk } from '../../session/desk-context.ts';
import { FormDialog } from '../../shell/dialog.tsx';
import { tellDone } from '../../shell/toasts.tsx';
import { useAct } from '../../shell/use-act.ts';
import { aside as words } from '../../words/aside.ts';
import { draftOf } from '../reply/drafts.ts';
import styles from './conversation.module.css';

/** How many are offered. */
const MOST = 3;

/** Who knows about this: to be asked by mail, or named to the customer. */
export function ExpertsBlock({ detail }: { detail: Detail }) {
  const { client, me } = useDesk();
  const { id, questions = [] } = detail;
  const [asking, setAsking] = useState<KnownExpert>();
  const { data } = useQuery({
    queryKey: ['experts', id, detail.lastMessageAt],
    queryFn: ({ signal }) => client.read(`/api/conversations/${id}/experts`, KnownExperts, signal),
    staleTime: 300_000,
    retry: false,
  });
  const experts = data?.experts.slice(0, MOST) ?? [];
  if (experts.length === 0 && questions.length === 0) return null;
  const name = ({ name: called, tell }: KnownExpert) => {
    const draft = draftOf(id, me.id);
    const said = `${called}${tell ? `, ${tell}` : ''}`;
    const before = draft.get();
    draft.set({ ...before, text: before.text.trim() === '' ? said : `${before.text.trimEnd()} ${said}` });
    tellDone(words.named);
  };
  return (
    <section className={styles.block} aria-label={words.experts}>
      <h2 className={styles.heading}>{words.experts}</h2>
      {experts.map((expert) => (
        <div key={expert.id} className={styles.clock}>
          <span className={styles.clockLine}>
            <b>{expert.name}</b>
            {expert.isOpen && <span className={styles.clockDue}>{words.open}</span>}
          </span>
          <span className={styles.clockDue}>{[expert.role, expert.why].filter(Boolean).join(' · ')}</span>
          <span>
            <Button variant="subtle" size="compact-xs" ml={-8} onClick={() => setAsking(expert)}>
              {words.ask}
            </Button>
            <Button variant="subtle" size="compact-xs" onClick={() => name(expert)}>
              {words.name}
            </Button>
          </span>
        </div>
      ))}
      {questions.length > 0 && (
        <ul className={styles.steps}>
          {questions.map((question) => (
            <li key={question.id}>
              <span title={question.text}>{question.name}</span>
              <span>
                {question.answeredAt ? words.answered : words.askedAt}{' '}
                <Moment at={question.answeredAt ?? question.askedAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {asking && <AskDialog conversationId={id} expert={asking} onClose={() => setAsking(undefined)} />}
    </section>
  );
}

function AskDialog({
  conversationId,
  expert,
  onClose,
}: {
  conversationId: string;
  expert: KnownExpert;
  onClose: () => void;
}) {
  const [text, setText] = useState('');
  const [remindAfter, setRemindAfter] = useState('PT4H');
  const ask = useAct(
    (client) =>
      client.write(`/api/conversations/${conversationId}/questions`, z.looseObject({}), {
        body: {
          expertId: expert.id,
          text: text.trim(),
          ...(remindAfter !== '' && { remindAfter }),
        },
      }),
    { done: words.asked(expert.name), changes: [[...detailKey(conversationId)]], quiet: true },
  );
  return (
    <FormDialog
      title={words.askTitle(expert.name)}
      yes={words.ask}
      busy={ask.isPending}
      disabled={text.trim() === ''}
      error={ask.error}
      onClose={onClose}
      onSubmit={() => ask.mutate(undefined, { onSuccess: onClose })}
    >
      <Textarea
        size="xs"
        label={words.askText}
        description={words.askHint}
        autosize
        minRows={3}
        data-autofocus
        value={text}
        onChange={({ currentTarget: { value } }) => setText(value)}
      />
      <NativeSelect
        label={words.remind}
        value={remindAfter}
        data={words.reminders}
        onChange={({ currentTarget: { value } }) => setRemindAfter(value)}
      />
    </FormDialog>
  );
}
