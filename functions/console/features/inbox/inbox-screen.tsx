import { IconMessages } from '@tabler/icons-react';
import { Empty } from '../../shell/states.tsx';
import { inbox } from '../../words/inbox.ts';
import { ConversationList } from './conversation-list.tsx';
import styles from './inbox.module.css';
import { ListHead } from './list-head.tsx';
import { conversationPart } from './open-early.tsx';
import { usePlace, useViews } from './use-views.ts';

/** The list, and the conversation beside it. On a phone one lies over the other. */
export function Inbox() {
  const place = usePlace(useViews());
  const { openId } = place;
  return (
    <div className={styles.inbox} data-open={openId !== undefined}>
      <section className={styles.list} aria-label={place.view.label}>
        <ListHead place={place} />
        <ConversationList place={place} />
      </section>
      <section className={styles.open}>
        {openId === undefined ? (
          <Empty title={inbox.choose} text={inbox.chooseHint} icon={<IconMessages size={22} aria-hidden />} />
        ) : (
          <conversationPart.Part key={openId} id={openId} listHref={place.listHref} />
        )}
      </section>
    </div>
  );
}
