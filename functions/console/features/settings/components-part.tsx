import '@mantine/core/styles/Anchor.css';
import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { StatusBook } from '../../api/settings.ts';
import { useDesk } from '../../session/desk-context.ts';
import styles from '../../shell/page.module.css';
import { settings } from '../../words/settings.ts';
import { DocumentPart } from './document-part.tsx';
import { Entries } from './entries.tsx';
import { OptionalField, TextField } from './fields.tsx';
import { idFrom, withoutBlanks } from './texts.ts';

const words = settings.components;
const Subscribers = z.object({ counts: z.record(z.string(), z.number()) });

/** What the public status page lists. */
export default function ComponentsPart() {
  return (
    <>
      <DocumentPart name="components" schema={StatusBook} title={settings.parts.components} hint={words.hint}>
        {(book, change) => (
          <div className={styles.form}>
            <OptionalField
              label={words.company}
              value={book.name}
              onChange={(name) => change(withoutBlanks({ ...book, name }))}
            />
            <div>
              <Entries
                entries={book.components}
                isOrdered
                addWords={words.add}
                otherwise={words.none}
                nameOf={({ name }) => name}
                summaryOf={({ group, description }) => group ?? description ?? ''}
                blank={() => ({
                  id: idFrom(
                    'part',
                    book.components.map(({ id }) => id),
                  ),
                  name: '',
                })}
                onChange={(components) => change({ ...book, components })}
              >
                {(part, put) => (
                  <div className={styles.fields}>
                    <TextField
                      label={settings.name}
                      required
                      value={part.name}
                      onChange={(name) => put({ ...part, name })}
                    />
                    <TextField
                      label={settings.id}
                      required
                      value={part.id}
                      onChange={(id) => put({ ...part, id })}
                    />
                    <OptionalField
                      label={words.description}
                      value={part.description}
                      onChange={(description) => put(withoutBlanks({ ...part, description }))}
                    />
                    <OptionalField
                      label={words.group}
                      value={part.group}
                      onChange={(group) => put(withoutBlanks({ ...part, group }))}
                    />
                  </div>
                )}
              </Entries>
            </div>
          </div>
        )}
      </DocumentPart>
      <PublicPage />
    </>
  );
}

function PublicPage() {
  const { client } = useDesk();
  const { data } = useQuery({
    queryKey: ['subscribers', 'counts'],
    queryFn: ({ signal }) => client.read('/api/subscribers?limit=1', Subscribers, signal),
  });
  const { confirmed = 0, pending = 0, suppressed = 0 } = data?.counts ?? {};
  return (
    <p className={styles.dim}>
      <Anchor href="/status" target="_blank" rel="noreferrer" fz={13}>
        {words.page}
      </Anchor>
      {data && ` · ${words.subscribers(confirmed, pending, suppressed)}`}
    </p>
  );
}
