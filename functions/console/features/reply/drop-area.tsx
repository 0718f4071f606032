import '@mantine/core/styles/LoadingOverlay.css';
import '@mantine/dropzone/styles.css';
import { Dropzone } from '@mantine/dropzone';
import { IconPaperclip } from '@tabler/icons-react';
import { reply as words } from '../../words/reply.ts';
import { type Mode, takesFiles } from './draft.ts';
import styles from './reply.module.css';

/** Lies over the conversation and takes what is dropped. It takes every kind of file: the desk says what the platform does not. */
export default function DropArea({ mode, onFiles }: { mode: Mode; onFiles: (files: File[]) => void }) {
  return (
    <div className={styles.drop}>
      <Dropzone
        classNames={{ root: styles.dropPlace ?? '', inner: styles.dropWords ?? '' }}
        disabled={!takesFiles(mode)}
        activateOnClick={false}
        activateOnKeyboard={false}
        onDrop={onFiles}
      >
        <IconPaperclip size={22} aria-hidden />
        {takesFiles(mode) ? words.drop[mode] : words.dropNone[mode]}
      </Dropzone>
    </div>
  );
}
