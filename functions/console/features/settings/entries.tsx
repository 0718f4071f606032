import { ActionIcon, Button, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconChevronUp, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import styles from '../../shell/page.module.css';
import { settings as words } from '../../words/settings.ts';
import own from './settings.module.css';
import { moved } from './texts.ts';

/** A list of things of one kind: each is one line until somebody opens it. */
export function Entries<T>({
  entries,
  onChange,
  nameOf,
  summaryOf,
  flagOf,
  blank,
  addWords,
  otherwise,
  isOrdered = false,
  children,
}: {
  entries: readonly T[];
  onChange: (entries: T[]) => void;
  nameOf: (entry: T) => string;
  summaryOf?: (entry: T) => string;
  /** What is the matter with one, in a word or two; nothing where all is well. */
  flagOf?: (entry: T) => string | undefined;
  /** A new one. */
  blank: () => NoInfer<T>;
  addWords: string;
  /** What is said while there is none. */
  otherwise: string;
  /** Whether their order means something. */
  isOrdered?: boolean;
  children: (entry: T, change: (entry: T) => void) => ReactNode;
}) {
  const [open, setOpen] = useState<number>();
  const put = (index: number, entry: T) => onChange(entries.map((one, at) => (at === index ? entry : one)));
  const shift = (index: number, by: 1 | -1) => {
    onChange(moved(entries, index, by));
    setOpen(undefined);
  };
  return (
    <>
      {entries.length === 0 && <p className={styles.nothing}>{otherwise}</p>}
      <ul className={`${styles.list} ${entries.length === 0 ? own.hidden : ''}`}>
        {entries.map((entry, index) => {
          const isOpen = open === index;
          const Chevron = isOpen ? IconChevronDown : IconChevronRight;
          const name = nameOf(entry) || words.unnamed;
          const flag = flagOf?.(entry);
          return (
            // What is being written has no name that lasts.
            // biome-ignore lint/suspicious/noArrayIndexKey: an entry is its place
            <li key={index}>
              <div className={styles.item}>
                <UnstyledButton
                  className={own.entry}
                  aria-expanded={isOpen}
                  onClick={() => setOpen(isOpen ? undefined : index)}
                >
                  <Chevron size={15} aria-hidden />
                  <span className={styles.strong}>{name}</span>
                  {flag !== undefined && <span className={own.flag}>{flag}</span>}
                  <span className={`${styles.dim} ${styles.clip}`}>{summaryOf?.(entry)}</span>
                </UnstyledButton>
                {isOrdered && (
                  <>
                    <ActionIcon
                      size="sm"
                      aria-label={words.moveUp(name)}
                      disabled={index === 0}
                      onClick={() => shift(index, -1)}
                    >
                      <IconChevronUp size={15} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      size="sm"
                      aria-label={words.moveDown(name)}
                      disabled={index === entries.length - 1}
                      onClick={() => shift(index, 1)}
                    >
                      <IconChevronDown size={15} aria-hidden />
                    </ActionIcon>
                  </>
                )}
                <ActionIcon
                  size="sm"
                  aria-label={words.remove(name)}
                  onClick={() => {
                    onChange(entries.filter((_, at) => at !== index));
                    setOpen(undefined);
                  }}
                >
                  <IconTrash size={15} aria-hidden />
                </ActionIcon>
              </div>
              {isOpen && (
                <div className={`${own.opened} ${styles.form}`}>
                  {children(entry, (changed) => put(index, changed))}
                </div>
              )}
            </li>
          );
        })}
      </ul>
      <Button
        variant="default"
        mt={10}
        onClick={() => {
          onChange([...entries, blank()]);
          setOpen(entries.length);
        }}
      >
        {addWords}
      </Button>
    </>
  );
}
