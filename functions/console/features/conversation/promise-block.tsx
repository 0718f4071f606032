import '@mantine/core/styles/Menu.css';
import { ActionIcon, Button, Menu, TextInput } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import * as z from 'zod/mini';
import type { Detail } from '../../api/detail.ts';
import type { Promised } from '../../api/row.ts';
import { fromLocalField } from '../../formats/local-field.ts';
import { dayAndHour } from '../../formats/time.ts';
import { detailKey } from '../../live/apply-change.ts';
import { FormDialog } from '../../shell/dialog.tsx';
import { useAct } from '../../shell/use-act.ts';
import { aside as words } from '../../words/aside.ts';
import styles from './conversation.module.css';

const TimeDialog = lazy(() => import('./time-dialog.tsx'));
const Answer = z.looseObject({});
const states = new Map<string, string>(Object.entries(words.states));

/** What we said we would do here: kept, moved or taken back by a press, and more can be promised. */
export function PromiseBlock({ detail }: { detail: Detail }) {
  const [adding, setAdding] = useState(false);
  const { id, promises = [], status } = detail;
  const isOpen = status !== 'resolved';
  if (promises.length === 0 && !isOpen) return null;
  return (
    <section className={styles.block} aria-label={words.promises}>
      <h2 className={styles.heading}>{words.promises}</h2>
      {promises.length > 0 && (
        <ul className={styles.steps}>
          {promises.map((promise) => (
            <Line key={promise.id} conversationId={id} promise={promise} isOpen={isOpen} />
          ))}
        </ul>
      )}
      {isOpen && (
        <Button variant="subtle" size="compact-xs" ml={-8} onClick={() => setAdding(true)}>
          {words.promise}
        </Button>
      )}
      {adding && <PromiseDialog conversationId={id} onClose={() => setAdding(false)} />}
    </section>
  );
}

function Line({
  conversationId,
  promise: { id, text, dueAt, state },
  isOpen,
}: {
  conversationId: string;
  promise: Promised;
  isOpen: boolean;
}) {
  const [moving, setMoving] = useState(false);
  const change = useAct(
    (client, body: { state?: 'kept' | 'withdrawn'; dueAt?: string }) =>
      client.write(`/api/conversations/${conversationId}/promises/${id}`, Answer, { method: 'PATCH', body }),
    { done: words.done, changes: [[...detailKey(conversationId)]] },
  );
  const isUnsettled = state === 'running' || state === 'broken';
  return (
    <li>
      <span>
        {text}
        <br />
        {dueAt && dayAndHour(dueAt)} · {states.get(state) ?? state}
      </span>
      {isOpen && isUnsettled && (
        <Menu>
          <Menu.Target>
            <ActionIcon size="sm" aria-label={words.actions(text)} loading={change.isPending}>
              <IconDots size={15} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => change.mutate({ state: 'kept' })}>{words.kept}</Menu.Item>
            <Menu.Item onClick={() => setMoving(true)}>{words.change}</Menu.Item>
            <Menu.Item onClick={() => change.mutate({ state: 'withdrawn' })}>{words.withdraw}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {moving && (
        <Suspense>
          <TimeDialog
            title={words.timeTitle}
            label={words.until}
            yes={words.timeYes}
            onClose={() => setMoving(false)}
            onChosen={(at) => change.mutate({ dueAt: at })}
          />
        </Suspense>
      )}
    </li>
  );
}

function PromiseDialog({ conversationId, onClose }: { conversationId: string; onClose: () => void }) {
  const [text, setText] = useState('');
  const [until, setUntil] = useState('');
  const dueAt = fromLocalField(until);
  const make = useAct(
    (client) =>
      client.write(`/api/conversations/${conversationId}/promises`, Answer, {
        body: { text: text.trim(), dueAt },
      }),
    { done: words.promised, changes: [[...detailKey(conversationId)]], quiet: true },
  );
  return (
    <FormDialog
      title={words.promise}
      yes={words.promiseYes}
      size="sm"
      busy={make.isPending}
      disabled={text.trim() === '' || dueAt === undefined}
      error={make.error}
      onClose={onClose}
      onSubmit={() => make.mutate(undefined, { onSuccess: onClose })}
    >
      <TextInput
        label={words.promiseText}
        data-autofocus
        value={text}
        onChange={({ currentTarget: { value } }) => setText(value)}
      />
      <TextInput
        type="datetime-local"
        label={words.until}
        value={until}
        onChange={({ currentTarget: { value } }) => setUntil(value)}
      />
    </FormDialog>
  );
}
