import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import { Button, Group, Modal } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { desk } from '../words/desk.ts';
import styles from './page.module.css';

/** A form that lies over the page until it is sent or closed. */
export function FormDialog({
  title,
  yes,
  busy = false,
  disabled = false,
  size = 'md',
  error,
  onClose,
  onSubmit,
  children,
}: {
  title: string;
  /** What the button says that does it. */
  yes: string;
  busy?: boolean;
  disabled?: boolean;
  size?: 'sm' | 'md' | 'lg' | 'xl';
  error?: unknown;
  onClose: () => void;
  onSubmit: () => void;
  children: ReactNode;
}) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Modal opened onClose={onClose} title={title} size={size} closeButtonProps={{ 'aria-label': desk.close }}>
      <form onSubmit={submit} className={styles.form}>
        {children}
        <ProblemLine error={error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {desk.cancel}
          </Button>
          <Button type="submit" loading={busy} disabled={disabled}>
            {yes}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

/** Why the desk did not do something, where it was asked for. */
export function ProblemLine({ error }: { error: unknown }) {
  if (error === undefined || error === null) return null;
  return (
    <div className={styles.problem} role="alert">
      {error instanceof Error ? error.message : String(error)}
    </div>
  );
}
