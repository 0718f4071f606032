import '@mantine/core/styles/Menu.css';
import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconMoodSad, IconMoodSmile } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import * as z from 'zod/mini';
import type { Message, Triage } from '../../api/detail.ts';
import { detailKey } from '../../live/apply-change.ts';
import { useDesk } from '../../session/desk-context.ts';
import { tellDone, tellFailure } from '../../shell/toasts.tsx';
import { reasons, triage as words } from '../../words/inbox.ts';
import styles from './timeline.module.css';

/** What somebody sets right. */
type Correction = Partial<Pick<Triage, 'reason' | 'sentiment' | 'needsReply' | 'spam'>>;

/** What the desk reads from a message, and the way to set it right with one press. */
export function TriageChips({ message }: { message: Message }) {
  const [wanted, setWanted] = useState(false);
  const { triage } = message;
  if (!triage?.reason) return null;
  const { reason, sentiment, spam, correctedBy } = triage;
  const Mood = { negative: IconMoodSad, positive: IconMoodSmile }[String(sentiment)];
  const chip = (
    <UnstyledButton
      className={styles.chip}
      aria-haspopup="menu"
      title={correctedBy ? words.corrected : words.guess}
      onClick={() => setWanted(true)}
    >
      {Mood && <Mood size={13} aria-hidden />}
      {spam ? words.spam : (reasons[reason] ?? reason)}
      {correctedBy && <IconCheck size={12} aria-hidden />}
    </UnstyledButton>
  );
  if (!wanted) return chip;
  return (
    <Menu defaultOpened width={240} position="bottom-start">
      <Menu.Target>{chip}</Menu.Target>
      <Menu.Dropdown>
        <Corrections messageId={message.id} triage={triage} />
      </Menu.Dropdown>
    </Menu>
  );
}

function Corrections({ messageId, triage }: { messageId: string; triage: Triage }) {
  const { client } = useDesk();
  const queries = useQueryClient();
  const correct = useMutation({
    mutationFn: (body: Correction) =>
      client.write(`/api/messages/${messageId}/triage`, z.looseObject({}), { body }),
    onSuccess: () => tellDone(words.thanks),
    onError: tellFailure,
    onSettled: () => queries.invalidateQueries({ queryKey: detailKey(messageId.split('.')[0] ?? '') }),
  });
  const item = (label: string, isSo: boolean, correction: Correction) => (
    <Menu.Item
      key={label}
      rightSection={isSo ? <IconCheck size={14} aria-hidden /> : undefined}
      onClick={() => isSo || correct.mutate(correction)}
    >
      {label}
    </Menu.Item>
  );
  const decisive = (triage.words ?? []).filter(({ weight }) => weight > 0).slice(0, 4);
  return (
    <>
      <Menu.Label>{words.why}</Menu.Label>
      {Object.entries(reasons).map(([reason, label]) => item(label, triage.reason === reason, { reason }))}
      <Menu.Divider />
      <Menu.Label>{words.mood}</Menu.Label>
      {Object.entries(words.moods).map(([sentiment, label]) =>
        item(label, triage.sentiment === sentiment, { sentiment }),
      )}
      <Menu.Divider />
      {triage.needsReply
        ? item(words.needsNone, false, { needsReply: false })
        : item(words.needsOne, false, { needsReply: true })}
      {triage.spam ? item(words.noSpam, false, { spam: false }) : item(words.spam, false, { spam: true })}
      {decisive.length > 0 && (
        <Menu.Label>{words.because(decisive.map(({ word }) => `“${word}”`).join(', '))}</Menu.Label>
      )}
    </>
  );
}
