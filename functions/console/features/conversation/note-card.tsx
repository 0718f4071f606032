import type { ReactNode } from 'react';
import type { Note } from '../../api/detail.ts';
import { Moment } from '../../formats/moment.tsx';
import { conversation as words } from '../../words/conversation.ts';
import styles from './timeline.module.css';

/** A note among colleagues. It looks like nothing that a customer could see. */
export function NoteCard({ note, agentName }: { note: Note; agentName: (id: string) => string }) {
  const { id, name } = note.author;
  const known = agentName(id);
  const author = known === id ? (name ?? id) : known;
  return (
    <article className={styles.note} aria-label={words.noteBy(author)}>
      <div className={styles.noteHead}>
        <span>{words.noteBy(author)}</span>
        <Moment at={note.at} />
      </div>
      {withMentions(
        note.text,
        note.mentions.map((id) => `@${agentName(id)}`),
      )}
    </article>
  );
}

/** The text with the names of the mentioned set off. */
function withMentions(text: string, names: string[]): ReactNode {
  if (names.length === 0) return text;
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return text.split(new RegExp(`(${escaped.join('|')})`)).map((part, index) =>
    names.includes(part) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, which does not change
      <span key={index} className={styles.mention}>
        {part}
      </span>
    ) : (
      part
    ),
  );
}
