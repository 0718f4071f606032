import { Button, Loader } from '@mantine/core';
import { IconAlertTriangle, IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { desk } from '../words/desk.ts';
import styles from './states.module.css';

const stateClass = (whole: boolean | undefined) => (whole ? `${styles.state} ${styles.whole}` : styles.state);

/** Something is on its way. */
export function Loading({ whole, words = desk.loading }: { whole?: boolean; words?: string }) {
  return (
    <div className={stateClass(whole)} role="status">
      <Loader size="sm" type="dots" />
      <span>{words}</span>
    </div>
  );
}

/** Something did not come, and why; always with a way to try again. */
export function Failed({
  whole,
  title = desk.failedTitle,
  error,
  onRetry,
}: {
  whole?: boolean;
  title?: string;
  error: unknown;
  onRetry: () => void;
}) {
  return (
    <div className={stateClass(whole)} role="alert">
      <span className={styles.icon}>
        <IconAlertTriangle size={22} aria-hidden />
      </span>
      <p className={styles.title}>{title}</p>
      <p className={styles.text}>{error instanceof Error ? error.message : String(error)}</p>
      <Button variant="default" onClick={onRetry}>
        {desk.tryAgain}
      </Button>
    </div>
  );
}

/** Nothing is here, and what to make of it. */
export function Empty({
  whole,
  title,
  text,
  icon = <IconInbox size={22} aria-hidden />,
  children,
}: {
  /** Whether the page has nothing else, and this is its heading. */
  whole?: boolean;
  title: string;
  text?: string | undefined;
  icon?: ReactNode;
  children?: ReactNode;
}) {
  const Title = whole ? 'h1' : 'p';
  return (
    <div className={styles.state}>
      <span className={styles.icon}>{icon}</span>
      <Title className={styles.title}>{title}</Title>
      {text && <p className={styles.text}>{text}</p>}
      {children}
    </div>
  );
}
