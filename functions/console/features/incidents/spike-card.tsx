import { Button } from '@mantine/core';
import { IconTrendingUp } from '@tabler/icons-react';
import { useState } from 'react';
import * as z from 'zod/mini';
import type { Spike } from '../../api/incident.ts';
import { Moment } from '../../formats/moment.tsx';
import styles from '../../shell/page.module.css';
import { useAct } from '../../shell/use-act.ts';
import { incidents as words } from '../../words/incidents.ts';
import { ConversationLine } from '../inbox/conversation-line.tsx';
import own from './incidents.module.css';
import { spikesKey } from './queries.ts';

/** Many more than usual speak of the same: the numbers, those who do, and what may be done about it. */
export function SpikeCard({ spike, onDeclare }: { spike: Spike; onDeclare: (() => void) | undefined }) {
  const { id, topic, count, usual, windowMinutes, noticedAt, conversations } = spike;
  const [shown, setShown] = useState(false);
  const dismiss = useAct((client) => client.write(`/api/spikes/${id}/dismiss`, z.looseObject({})), {
    done: words.dismissed,
    changes: [[...spikesKey]],
  });
  return (
    <article className={`${styles.card} ${own.spike}`}>
      <p className={own.spikeWords}>
        <IconTrendingUp size={18} aria-hidden />
        <span>
          {words.spike(count, topic.slice(0, 3).join(', '), windowMinutes, Math.round(usual))}{' '}
          <span className={styles.dim}>
            <Moment at={noticedAt} />
          </span>
        </span>
      </p>
      <div className={styles.buttons}>
        {onDeclare && <Button onClick={onDeclare}>{words.openIncident}</Button>}
        <Button variant="default" loading={dismiss.isPending} onClick={() => dismiss.mutate(undefined)}>
          {words.dismiss}
        </Button>
        {conversations.length > 0 && (
          <Button variant="subtle" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {shown ? words.hideThem : words.showThem(conversations.length)}
          </Button>
        )}
      </div>
      {shown && (
        <ul className={`${styles.list} ${own.shown}`}>
          {conversations.map((row) => (
            <li key={row.id}>
              <ConversationLine row={row} />
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
