import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Problem } from '../api/problem.ts';
import { desk } from '../words/desk.ts';
import { toastsWanted } from './overlays.ts';
import styles from './toasts.module.css';

/** Says that something did not work, in the desk's own words. */
export function tellFailure(error: unknown): void {
  toastsWanted.set(true);
  const message = error instanceof Error ? error.message : String(error);
  notifications.show({
    color: 'red',
    message,
    autoClose: 9000,
    closeButtonProps: { 'aria-label': desk.close },
    role: 'alert',
    // What fails again says so once.
    id: `failed-${error instanceof Problem ? error.status : ''}-${message.slice(0, 60)}`,
  });
}

/** Says that something was done; with `undo`, for as long as it can be taken back. */
export function tellDone(message: string, undo?: { run: () => void; milliseconds: number }): string {
  toastsWanted.set(true);
  const id = notifications.show({
    color: 'green',
    autoClose: undo?.milliseconds ?? 4000,
    closeButtonProps: { 'aria-label': desk.close },
    message: undo ? (
      <span className={styles.withUndo}>
        {message}
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={() => {
            undo.run();
            notifications.hide(id);
          }}
        >
          {desk.undo}
        </Button>
      </span>
    ) : (
      message
    ),
  });
  return id;
}
