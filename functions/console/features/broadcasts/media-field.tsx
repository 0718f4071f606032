import { Button, CloseButton, FileButton, Loader, TextInput } from '@mantine/core';
import { useState } from 'react';
import * as z from 'zod/mini';
import type { BroadcastFile } from '../../api/broadcast.ts';
import { useDesk } from '../../session/desk-context.ts';
import { broadcasts as words } from '../../words/broadcasts.ts';
import styles from './broadcasts.module.css';

const Allowed = z.object({
  id: z.string(),
  url: z.string(),
  method: z.string(),
  headers: z.record(z.string(), z.string()),
});

interface Loading {
  name: string;
  /** Why it could not be taken. */
  why?: string;
}

/** The pictures or the film that go with a broadcast. */
export function MediaField({
  media,
  onChange,
}: {
  media: BroadcastFile[];
  onChange: (media: BroadcastFile[]) => void;
}) {
  const { client } = useDesk();
  const [loading, setLoading] = useState<Loading[]>([]);
  async function upload(file: File): Promise<BroadcastFile> {
    const body = {
      ...{ channel: 'facebook', visibility: 'public', use: 'post' },
      ...{ contentType: file.type, size: file.size, name: file.name },
    };
    const { id, url, method, headers } = await client.write('/api/uploads', Allowed, { body });
    const answer = await fetch(url, { method, headers, body: file });
    if (!answer.ok) throw new Error(words.uploadFailed);
    const type = file.type.startsWith('video/') ? 'video' : 'image';
    return { uploadId: id, type, contentType: file.type, size: file.size, title: file.name };
  }
  async function add(files: File[]): Promise<void> {
    setLoading(files.map(({ name }) => ({ name })));
    const done = await Promise.allSettled(files.map(upload));
    onChange([...media, ...done.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))]);
    setLoading(
      done.flatMap((one, index) =>
        one.status === 'fulfilled' ? [] : [{ name: files[index]?.name ?? '', why: whyOf(one.reason) }],
      ),
    );
  }
  return (
    <div className={styles.files}>
      <FileButton onChange={(files) => void add(files)} accept="image/*,video/*" multiple>
        {(button) => (
          <Button {...button} variant="default" aria-label={`${words.addMedia}: ${words.media}`}>
            {words.addMedia}
          </Button>
        )}
      </FileButton>
      {media.map(({ uploadId, title }) => (
        <span key={uploadId} className={styles.fileChip}>
          <span>{title ?? words.file}</span>
          <CloseButton
            size="xs"
            aria-label={words.removeMedia(title ?? words.file)}
            onClick={() => onChange(media.filter((other) => other.uploadId !== uploadId))}
          />
        </span>
      ))}
      {loading.map(({ name, why }) => (
        <span key={name} className={styles.fileChip} data-failed={why !== undefined} title={why}>
          <span>
            {name}: {why ?? words.uploading}
          </span>
          {why === undefined && <Loader size={12} />}
        </span>
      ))}
      {media.map(({ uploadId, title, alt }) => (
        <TextInput
          key={uploadId}
          className={styles.alt}
          size="xs"
          label={words.altOf(title ?? words.file)}
          placeholder={words.altHint}
          maxLength={1000}
          value={alt ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChange(media.map((one) => (one.uploadId === uploadId ? { ...one, alt: value } : one)))
          }
        />
      ))}
    </div>
  );
}

function whyOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : words.uploadFailed;
}
