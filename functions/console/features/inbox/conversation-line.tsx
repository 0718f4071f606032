import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Row } from '../../api/row.ts';
import { Moment } from '../../formats/moment.tsx';
import { Face } from '../../shell/face.tsx';
import styles from '../../shell/page.module.css';
import { inbox } from '../../words/inbox.ts';
import { ChannelIcon } from './channel-icon.tsx';
import { nameOf } from './person-name.ts';

/** A conversation in one line, where it stands beside something else than the inbox. */
export function ConversationLine({
  row,
  before,
  after,
  children,
}: {
  row: Row;
  before?: ReactNode;
  after?: ReactNode;
  /** What is to be said of it here. */
  children?: ReactNode;
}) {
  const name = nameOf(row.contact);
  return (
    <div className={`${styles.item} ${styles.lineItem}`}>
      {before}
      <Face name={name} size={28} />
      <div className={styles.grow}>
        <Link href={`/conversations/${row.id}`} className={styles.lineLink}>
          {name}
        </Link>{' '}
        <span className={styles.dim}>
          <ChannelIcon channel={row.channel} size={12} named /> <Moment at={row.lastMessageAt} />
        </span>
        <span className={styles.clip} title={row.preview}>
          {row.preview || inbox.noWords}
        </span>
        {children}
      </div>
      {after && <div className={styles.lineAfter}>{after}</div>}
    </div>
  );
}
