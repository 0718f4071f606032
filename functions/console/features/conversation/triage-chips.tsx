import type { Message } from '../../api/detail.ts';
import { reasons } from '../../words/inbox.ts';
import styles from './timeline.module.css';

/** What triage found in a message. */
export function TriageChips({ message: { triage } }: { message: Message }) {
  if (!triage?.reason) return null;
  return <span className={styles.seen}>{reasons[triage.reason] ?? triage.reason}</span>;
}
