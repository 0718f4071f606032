import { IconPaperclip } from '@tabler/icons-react';
import { memo } from 'react';
import { useFileDrag } from '../../browser/file-drag.ts';
import { reply as words } from '../../words/reply.ts';
import { type Mode, takesFiles } from './draft.ts';
import styles from './reply.module.css';

/**
 * Lies over the conversation while somebody drags files, and takes what is dropped. It takes every kind of file: the desk says what
 * the platform does not.
 */
export const DropFiles = memo(function DropFiles({
  mode,
  onFiles,
}: {
  mode: Mode;
  onFiles: (files: File[]) => void;
}) {
  const dragging = useFileDrag();
  if (!dragging) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a mouse alone can drop; everybody else has the button below the text
    <div
      className={styles.drop}
      onDrop={({ dataTransfer }) => takesFiles(mode) && onFiles([...dataTransfer.files])}
    >
      <IconPaperclip size={22} aria-hidden />
      {takesFiles(mode) ? words.drop[mode] : words.dropNone[mode]}
    </div>
  );
});
