import { IconFlag3, IconLock, IconRosetteDiscountCheck, IconWorld } from '@tabler/icons-react';
import { memo } from 'react';
import { Link } from 'wouter';
import type { Row } from '../../api/row.ts';
import { ClockPill } from '../../formats/clock-pill.tsx';
import { waitingClock } from '../../formats/clock-words.ts';
import { Moment } from '../../formats/moment.tsx';
import { compact } from '../../formats/number.ts';
import { Face } from '../../shell/face.tsx';
import { inbox, priorities, reasons } from '../../words/inbox.ts';
import { ChannelIcon } from './channel-icon.tsx';
import type { useOpenEarly } from './open-early.tsx';
import { nameOf } from './person-name.ts';
import styles from './row.module.css';

/** One conversation in the list: who, where, how far their voice reaches, their first words, why, and how long is left. */
export const InboxRow = memo(function InboxRow({
  row,
  href,
  open,
  owner,
  early,
}: {
  row: Row;
  href: string;
  open: boolean;
  owner: string | undefined;
  early: ReturnType<typeof useOpenEarly>;
}) {
  const { contact } = row;
  const clock = waitingClock(row);
  const name = nameOf(contact);
  return (
    <Link
      href={href}
      className={`${styles.row} ${row.unanswered > 0 ? styles.waiting : ''}`}
      aria-current={open ? 'true' : undefined}
      onPointerEnter={() => early.rest(row.id)}
      onPointerLeave={early.leave}
      onPointerDown={() => early.read(row.id)}
      onFocus={() => early.rest(row.id)}
      onBlur={early.leave}
    >
      <span className={styles.who}>
        <Face name={name} size={34} />
        <span className={styles.channel}>
          <ChannelIcon channel={row.channel} size={13} named />
        </span>
      </span>
      <span className={styles.body}>
        <span className={styles.line}>
          <span className={styles.name}>{name}</span>
          {contact.verified && (
            <IconRosetteDiscountCheck
              className={styles.verified}
              size={15}
              role="img"
              aria-label={inbox.verified}
            />
          )}
          <span className={styles.gap} />
          {clock ? <ClockPill clock={clock} /> : <Moment at={row.lastMessageAt} className={styles.time} />}
        </span>
        <span className={styles.preview}>{row.preview || inbox.noWords}</span>
        <span className={styles.line}>
          <Facts row={row} />
          {owner && (
            <span className={styles.owner} title={inbox.owner(owner)}>
              {owner}
            </span>
          )}
        </span>
      </span>
    </Link>
  );
});

function Facts({ row }: { row: Row }) {
  const { visibility, priority, reason, unanswered, tags } = row;
  const { followers } = row.contact;
  const isPrivate = visibility === 'private';
  return (
    <span className={styles.facts}>
      <span className={`${styles.fact} ${isPrivate ? styles.private : ''}`}>
        {isPrivate ? (
          <IconLock size={13} role="img" aria-label={inbox.privately} />
        ) : (
          <IconWorld size={13} role="img" aria-label={inbox.publicly} />
        )}
        {reason ? (reasons[reason] ?? reason) : undefined}
      </span>
      {(priority === 'high' || priority === 'urgent') && (
        <span className={`${styles.fact} ${styles.pressing}`}>
          <IconFlag3 size={13} aria-hidden />
          {priorities[priority]}
        </span>
      )}
      {followers !== undefined && <span>{inbox.reach(compact(followers))}</span>}
      {unanswered > 1 && <span>{inbox.unansweredMessages(unanswered)}</span>}
      {tags.slice(0, 2).map((tag) => (
        <span key={tag} className={styles.tag}>
          {tag}
        </span>
      ))}
    </span>
  );
}
