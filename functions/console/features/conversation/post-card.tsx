import { Anchor } from '@mantine/core';
import '@mantine/core/styles/Anchor.css';
import type { Post } from '../../api/detail.ts';
import { Moment } from '../../formats/moment.tsx';
import { conversation as words } from '../../words/conversation.ts';
import { Media, safe } from './media.tsx';
import styles from './timeline.module.css';

/** The public post that messages hang under. */
export function PostCard({ post }: { post: Post }) {
  const { ours, author, text, attachments = [], permalink, at, deletedAt } = post;
  const by = author?.name ?? (author?.handle && `@${author.handle}`);
  const title = ours ? words.ourPost : by ? words.postBy(by) : words.post;
  const link = permalink === undefined ? undefined : safe(permalink);
  return (
    <article className={styles.post} aria-label={title}>
      <div className={styles.postHead}>
        <span>
          {title}
          {at && (
            <>
              {' · '}
              <Moment at={at} />
            </>
          )}
        </span>
        {link && (
          <Anchor href={link} target="_blank" rel="noreferrer" fz={12}>
            {words.openPost}
          </Anchor>
        )}
      </div>
      <p className={styles.postText}>{deletedAt ? words.postDeleted : (text ?? words.postUnknown)}</p>
      {!deletedAt && <Media attachments={attachments} />}
    </article>
  );
}
