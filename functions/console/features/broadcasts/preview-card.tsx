import { Button, Textarea, TextInput } from '@mantine/core';
import {
  IconBrandFacebook,
  IconBrandX,
  IconBroadcast,
  IconMail,
  IconMessageCircle,
} from '@tabler/icons-react';
import type { BroadcastFile, Preview } from '../../api/broadcast.ts';
import type { Audience } from '../../api/incident.ts';
import { compact } from '../../formats/number.ts';
import { audienceNames, broadcasts as words } from '../../words/broadcasts.ts';
import styles from './broadcasts.module.css';
import { type Spoken, sampleOf, withoutVariant, withVariant } from './spoken.ts';

export const audienceIcons: Record<Audience, typeof IconMail> = {
  facebook: IconBrandFacebook,
  x: IconBrandX,
  status: IconBroadcast,
  email: IconMail,
  personal: IconMessageCircle,
};

interface Props {
  audience: Audience;
  title: string;
  spoken: Spoken;
  preview: Preview | undefined;
  reach: number | null | undefined;
  media: BroadcastFile[];
  onChange?: ((spoken: Spoken) => void) | undefined;
}

/** How one audience will see it, what it takes, and the way to say it differently there. */
export function PreviewCard({ audience, title, spoken, preview, reach, media, onChange }: Props) {
  const Icon = audienceIcons[audience];
  const name = audienceNames[audience];
  const variant = spoken.variants[audience];
  const { length = 0, limit = 0, problems = [], parts = [] } = preview ?? {};
  const isLong = limit > 0 && length > limit;
  const subject = spoken.variants.email?.subject;
  return (
    <section className={styles.preview} aria-label={words.preview(name)}>
      <div className={styles.previewHead}>
        <Icon size={16} aria-hidden />
        <span className={styles.previewName}>{name}</span>
        <span className={styles.reach}>{reachWords(audience, reach)}</span>
        {limit > 0 && (
          <span className={isLong ? styles.over : styles.count}>
            {words.count(length, limit)}
            {parts.length > 1 && `, ${words.thread(parts.length)}`}
          </span>
        )}
      </div>
      <Shown
        audience={audience}
        title={subject || title}
        parts={partsOf(spoken, audience, parts)}
        media={media}
      />
      {problems.map(({ code, explanation, advice }) => (
        <p key={code} className={styles.against} role="alert">
          {explanation} {advice}
        </p>
      ))}
      {onChange && variant !== undefined && (
        <>
          {audience === 'email' && (
            <TextInput
              label={words.subject}
              value={subject ?? ''}
              onChange={({ currentTarget: { value } }) =>
                onChange(withVariant(spoken, 'email', variant.text, value))
              }
            />
          )}
          <Textarea
            aria-label={words.variantFor(name)}
            size="xs"
            autosize
            minRows={2}
            maxRows={10}
            value={variant.text}
            onChange={({ currentTarget: { value } }) =>
              onChange(withVariant(spoken, audience, value, subject))
            }
          />
        </>
      )}
      {onChange && (
        <Button
          className={styles.differ}
          variant="subtle"
          size="compact-xs"
          onClick={() =>
            onChange(
              variant === undefined
                ? withVariant(spoken, audience, spoken.text, title)
                : withoutVariant(spoken, audience),
            )
          }
        >
          {variant === undefined ? words.differently : words.same}
        </Button>
      )}
    </section>
  );
}

/** While somebody writes, the text itself is shown until the desk has divided it. */
function partsOf({ text, variants }: Spoken, audience: Audience, parts: string[]): string[] {
  const own = variants[audience]?.text ?? text;
  return parts.length > 1 ? parts : [own];
}

/** The words in the shape of the place where they will stand. */
function Shown({
  audience,
  title,
  parts,
  media,
}: {
  audience: Audience;
  title: string;
  parts: string[];
  media: BroadcastFile[];
}) {
  const sample = {
    name: words.sampleName,
    handle: words.sampleName,
    topic: words.sampleTopic,
    asked: words.sampleAsked,
  };
  const isPost = audience === 'facebook' || audience === 'x';
  return (
    <div className={`${styles.shown} ${styles[audience] ?? ''}`}>
      {isPost && (
        <div className={styles.poster}>
          <span className={styles.avatar} aria-hidden />
          <span>
            <b>{words.ourPage}</b>
            <small>{words.justNow}</small>
          </span>
        </div>
      )}
      {(audience === 'email' || audience === 'status') && title.trim() !== '' && (
        <b className={styles.subject}>{words.subjectLine(title)}</b>
      )}
      {parts.map((part, index) => (
        // Parts have no names of their own, and never change places.
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
        <p key={index} className={styles.part}>
          {audience === 'personal' ? sampleOf(part, sample) : part}
        </p>
      ))}
      {audience !== 'personal' && <Pictures media={media} />}
    </div>
  );
}

function Pictures({ media }: { media: BroadcastFile[] }) {
  return media.map(({ uploadId, url, title, alt, type }) =>
    url && type === 'image' ? (
      <img key={uploadId} className={styles.picture} src={url} alt={alt || (title ?? words.file)} />
    ) : (
      <span key={uploadId} className={styles.fileLine}>
        {title ?? words.file}
      </span>
    ),
  );
}

function reachWords(audience: Audience, reach: number | null | undefined): string {
  if (typeof reach === 'number') return words.reach(compact(reach));
  if (audience === 'status') return words.reachStatus;
  return audience === 'facebook' || audience === 'x' ? words.reachUnknown : '';
}
