import { CloseButton, Loader } from '@mantine/core';
import { reply as words } from '../../words/reply.ts';
import type { Upload } from './draft.ts';
import styles from './reply.module.css';

/** The files that go with an answer, and how far each came. */
export function FileChips({
  files,
  onRemove,
}: {
  files: readonly Upload[];
  onRemove: (key: string) => void;
}) {
  if (files.length === 0) return null;
  return (
    <div className={styles.files}>
      {files.map(({ key, name, state, why }) => (
        <span key={key} className={`${styles.file} ${state === 'failed' ? styles.failed : ''}`} title={why}>
          {state === 'uploading' && <Loader size={12} aria-label={words.uploading} />}
          <span className={styles.fileName}>{state === 'failed' ? `${name}: ${why}` : name}</span>
          <CloseButton size="xs" aria-label={words.removeFile(name)} onClick={() => onRemove(key)} />
        </span>
      ))}
    </div>
  );
}
