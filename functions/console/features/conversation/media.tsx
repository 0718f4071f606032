import { IconFile, IconLink, IconPhotoOff } from '@tabler/icons-react';
import type { Attachment } from '../../api/detail.ts';
import { fileSize } from '../../formats/number.ts';
import { attachmentKinds, conversation as words } from '../../words/conversation.ts';
import styles from './timeline.module.css';

/** Pictures, films, sound and files of a message or post, shown where they are. */
export function Media({ attachments }: { attachments: readonly Attachment[] }) {
  if (attachments.length === 0) return null;
  return (
    <div className={styles.media}>
      {attachments.map((attachment, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: their order is theirs, and nothing else names them
        <One key={index} attachment={attachment} />
      ))}
    </div>
  );
}

function One({ attachment }: { attachment: Attachment }) {
  const { type, url, title, contentType = '', size, notCopied } = attachment;
  const kind = attachmentKinds[type] ?? type;
  const name = title ?? kind;
  if (url === undefined || notCopied !== undefined)
    return (
      <span className={styles.file} title={notCopied?.explanation}>
        <IconPhotoOff size={16} aria-hidden />
        {name} · {notCopied?.explanation ?? words.notCopied}
      </span>
    );
  if ((type === 'image' || type === 'sticker') && !contentType.includes('svg'))
    return (
      <a href={url} target="_blank" rel="noreferrer">
        <img className={styles.picture} src={url} alt={name} loading="lazy" />
      </a>
    );
  if (type === 'video')
    // biome-ignore lint/a11y/useMediaCaption: what customers send has no captions
    return <video className={styles.picture} src={url} controls preload="metadata" aria-label={name} />;
  if (type === 'audio')
    // biome-ignore lint/a11y/useMediaCaption: what customers send has no captions
    return <audio src={url} controls preload="none" aria-label={name} />;
  return (
    <a className={styles.file} href={safe(url)} target="_blank" rel="noreferrer">
      {type === 'link' ? <IconLink size={16} aria-hidden /> : <IconFile size={16} aria-hidden />}
      {name}
      {size !== undefined && ` · ${fileSize(size)}`}
    </a>
  );
}

/** A customer's link is followed only over the web: `javascript:` and its kind are no addresses. */
export function safe(url: string): string | undefined {
  return /^https?:\/\//i.test(url) ? url : undefined;
}
