import '@mantine/core/styles/Progress.css';
import { Progress, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Progress as Counted } from '../../api/broadcast.ts';
import type { Audience } from '../../api/incident.ts';
import { useDesk } from '../../session/desk-context.ts';
import page from '../../shell/page.module.css';
import { audienceNames, broadcasts as words } from '../../words/broadcasts.ts';
import styles from './broadcasts.module.css';
import { audienceIcons } from './preview-card.tsx';
import { unreachedQuery } from './queries.ts';

type Unreached = 'failed' | 'skipped';

/** How far a broadcast came with one audience, and why it did not reach some. */
export function ProgressRow({
  broadcastId,
  audience,
  progress = { planned: 0, sent: 0, failed: 0, skipped: 0 },
  isDone,
}: {
  broadcastId: string;
  audience: Audience;
  progress: Counted | undefined;
  isDone: boolean;
}) {
  const [shown, setShown] = useState<Unreached>();
  const { planned, sent, failed, skipped } = progress;
  const waiting = Math.max(0, planned - sent - failed - skipped);
  const Icon = audienceIcons[audience];
  const share = (count: number) => (planned === 0 ? 0 : (100 * count) / planned);
  const why = (state: Unreached, text: string) => (
    <UnstyledButton
      className={state === 'failed' ? styles.bad : ''}
      fz={12.5}
      td="underline"
      aria-expanded={shown === state}
      title={words.reasons}
      onClick={() => setShown(shown === state ? undefined : state)}
    >
      {text}
    </UnstyledButton>
  );
  return (
    <div className={styles.progressRow}>
      <span className={styles.progressName}>
        <Icon size={16} aria-hidden />
        {audienceNames[audience]}
      </span>
      <Progress.Root size={8} radius="xl" aria-label={words.progressOf(audienceNames[audience])}>
        <Progress.Section value={share(sent)} color="teal" aria-label={words.sent(sent)} />
        <Progress.Section value={share(failed)} color="red" aria-label={words.failed(failed)} />
        <Progress.Section value={share(skipped)} color="gray" aria-label={words.skipped(skipped)} />
      </Progress.Root>
      <span className={styles.progressWords}>
        <span>
          {planned === 0
            ? isDone
              ? words.nobody
              : words.nothingPlanned
            : `${words.sent(sent)} ${words.of(planned)}`}
        </span>
        {failed > 0 && why('failed', words.failed(failed))}
        {skipped > 0 && why('skipped', words.skipped(skipped))}
        {waiting > 0 && !isDone && <span>{words.waiting(waiting)}</span>}
      </span>
      {shown && <UnreachedList broadcastId={broadcastId} audience={audience} state={shown} />}
    </div>
  );
}

function UnreachedList({
  broadcastId,
  audience,
  state,
}: {
  broadcastId: string;
  audience: Audience;
  state: Unreached;
}) {
  const { client } = useDesk();
  const { data } = useQuery(unreachedQuery(client, broadcastId, audience, state));
  return (
    <ul className={styles.unreached}>
      {data?.items.map(({ name, reason, conversationId }) => (
        <li key={name}>
          {conversationId && (
            <>
              <Link href={`/conversations/${conversationId}`} className={page.link}>
                {words.conversation}
              </Link>
              :{' '}
            </>
          )}
          {reason ? `${reason.explanation} ${reason.advice ?? ''}` : words.noReason}
        </li>
      ))}
    </ul>
  );
}
