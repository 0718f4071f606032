import { Button } from '@mantine/core';
import type { Message } from '../../api/detail.ts';
import { useWordsOfNow } from '../../formats/use-words-of-now.ts';
import { may, useDesk } from '../../session/desk-context.ts';
import { conversation as words } from '../../words/conversation.ts';
import { canUndo, deliveryWords, isTrouble } from './delivery-words.ts';
import styles from './timeline.module.css';
import type { useMessageAction } from './use-message-action.ts';

type Act = ReturnType<typeof useMessageAction>;

/** How far a message of ours came, with the way to take it back while there is one. */
export function Delivery({ message, act }: { message: Message; act: Act }) {
  const text = useWordsOfNow((now) => deliveryWords(message, now));
  const open = useWordsOfNow((now) => (canUndo(message, now) ? 'yes' : 'no'));
  return (
    <>
      <span>{text}</span>
      {open === 'yes' && (
        <Button
          variant="subtle"
          size="compact-xs"
          loading={act.isPending}
          onClick={() => act.mutate({ id: message.id, action: 'undo' })}
        >
          {words.actions.undo}
        </Button>
      )}
    </>
  );
}

/** A message that did not leave, or may not have arrived: what the platform says, in words, and what can be done. */
export function Trouble({ message, act }: { message: Message; act: Act }) {
  if (!isTrouble(message)) return null;
  const { id, state, outbound } = message;
  const title = { failed: words.states.failed, unconfirmed: words.states.unconfirmed }[state];
  const run = (action: 'resend' | 'handled') => act.mutate({ id, action });
  return (
    <div className={styles.trouble} role="alert">
      <span>
        <span className={styles.troubleTitle}>{title ?? words.states.held}.</span>{' '}
        {outbound?.refusal?.explanation} {outbound?.refusal?.advice}
      </span>
      <span className={styles.buttons}>
        <Button size="compact-xs" variant="default" loading={act.isPending} onClick={() => run('resend')}>
          {words.actions.resend}
        </Button>
        <Button size="compact-xs" variant="default" loading={act.isPending} onClick={() => run('handled')}>
          {words.actions.handled}
        </Button>
      </span>
    </div>
  );
}

/** An answer that waits for somebody who may let it leave. */
export function Approval({ message, act }: { message: Message; act: Act }) {
  const { me } = useDesk();
  if (message.state !== 'awaiting-approval' || !may(me, 'lead')) return null;
  const run = (action: 'approve' | 'reject') => act.mutate({ id: message.id, action });
  return (
    <span className={styles.buttons}>
      <Button size="compact-xs" loading={act.isPending} onClick={() => run('approve')}>
        {words.actions.approve}
      </Button>
      <Button size="compact-xs" variant="default" loading={act.isPending} onClick={() => run('reject')}>
        {words.actions.reject}
      </Button>
    </span>
  );
}
