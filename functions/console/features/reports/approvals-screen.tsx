import { Button, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import * as z from 'zod/mini';
import type { Approval } from '../../api/reports.ts';
import { Moment } from '../../formats/moment.tsx';
import { may, useDesk } from '../../session/desk-context.ts';
import styles from '../../shell/page.module.css';
import { Page } from '../../shell/page.tsx';
import { Empty, Failed, Loading } from '../../shell/states.tsx';
import { useAct } from '../../shell/use-act.ts';
import { inbox } from '../../words/inbox.ts';
import { approvals as words } from '../../words/reports.ts';
import { coachRules } from '../../words/settings.ts';
import { ChannelIcon } from '../inbox/channel-icon.tsx';
import { approvalsKey, approvalsQuery } from './queries.ts';
import own from './reports.module.css';

/** Answers that wait for a lead's consent; agents see their own. */
export default function ApprovalsScreen() {
  const { client } = useDesk();
  const { data, error, refetch } = useQuery(approvalsQuery(client));
  return (
    <Page title={words.title} sub={words.sub}>
      {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />)}
      {data?.items.length === 0 && (
        <Empty title={words.none} text={words.noneText} icon={<IconCheck size={22} aria-hidden />} />
      )}
      <div className={styles.cards}>
        {data?.items.map((approval) => (
          <ApprovalCard key={approval.message.id} approval={approval} />
        ))}
      </div>
    </Page>
  );
}

function ApprovalCard({ approval }: { approval: Approval }) {
  const { me } = useDesk();
  const { conversationId, contact, channel, message } = approval;
  const [note, setNote] = useState('');
  const decide = useAct(
    (client, step: 'approve' | 'reject') =>
      client
        .write(`/api/messages/${message.id}/${step}`, z.looseObject({}), {
          ...(note.trim() !== '' && { body: { note: note.trim() } }),
        })
        .then(() => step),
    {
      done: (step) => (step === 'approve' ? words.approved : words.rejected),
      changes: [approvalsKey, ['conversation', conversationId]],
    },
  );
  const rule = message.outbound?.approval?.rule;
  const name = contact?.name ?? contact?.handle ?? inbox.person;
  return (
    <article className={styles.card} aria-label={words.to(name)}>
      <div className={styles.buttons}>
        <b>{words.to(name)}</b>
        {channel && <ChannelIcon channel={channel} size={14} named />}
        <span className={styles.dim}>
          {message.author.name && `${words.by(message.author.name)} · `}
          <Moment at={message.at} />
        </span>
      </div>
      <p className={`${own.answer} ${message.visibility === 'private' ? own.privately : ''}`}>
        {message.text}
      </p>
      <span className={styles.dim}>
        {rule && `${words.because(coachRules[rule] ?? rule)} · `}
        <Link href={`/conversations/${conversationId}`} className={styles.link}>
          {words.conversation}
        </Link>
      </span>
      {may(me, 'lead') && (
        <div className={own.decide}>
          <TextInput
            aria-label={words.note}
            placeholder={words.note}
            value={note}
            onChange={({ currentTarget: { value } }) => setNote(value)}
          />
          <Button variant="default" disabled={decide.isPending} onClick={() => decide.mutate('reject')}>
            {words.reject}
          </Button>
          <Button loading={decide.isPending} onClick={() => decide.mutate('approve')}>
            {words.approve}
          </Button>
        </div>
      )}
    </article>
  );
}
