import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import { Checkbox } from '@mantine/core';
import { DirectoryBook } from '../../api/settings.ts';
import { deviceZone } from '../../formats/local-field.ts';
import styles from '../../shell/page.module.css';
import { settings } from '../../words/settings.ts';
import { CalendarFields } from './calendar-fields.tsx';
import { DocumentPart } from './document-part.tsx';
import { Entries } from './entries.tsx';
import { ListField, OptionalField, TextField } from './fields.tsx';
import { idFrom, textOf, withoutBlanks } from './texts.ts';
import { nineToFive } from './week.ts';

const words = settings.directory;

/** The people who know. */
export default function DirectoryPart() {
  return (
    <DocumentPart name="directory" schema={DirectoryBook} title={settings.parts.directory} hint={words.hint}>
      {(book, change) => (
        <Entries
          entries={book.people}
          addWords={words.add}
          otherwise={words.none}
          nameOf={({ name }) => name}
          summaryOf={({ topics }) => textOf(topics)}
          blank={() => ({
            id: idFrom(
              'person',
              book.people.map(({ id }) => id),
            ),
            name: '',
            email: '',
            topics: [],
          })}
          onChange={(people) => change({ ...book, people })}
        >
          {(person, put) => (
            <>
              <div className={styles.fields}>
                <TextField
                  label={settings.name}
                  required
                  value={person.name}
                  onChange={(name) => put({ ...person, name })}
                />
                <TextField
                  label={words.email}
                  required
                  value={person.email}
                  onChange={(email) => put({ ...person, email })}
                />
                <OptionalField
                  label={words.role}
                  value={person.role}
                  onChange={(role) => put(withoutBlanks({ ...person, role }))}
                />
              </div>
              <ListField
                label={words.topics}
                description={words.topicsHint}
                value={person.topics}
                onChange={(topics) => put({ ...person, topics })}
              />
              <OptionalField
                label={words.tell}
                value={person.tell}
                onChange={(tell) => put(withoutBlanks({ ...person, tell }))}
              />
              <Checkbox
                label={words.hours}
                description={words.hoursHint}
                checked={person.hours !== undefined}
                onChange={({ currentTarget: { checked } }) =>
                  put(withoutBlanks({ ...person, hours: checked ? nineToFive(deviceZone()) : undefined }))
                }
              />
              {person.hours && (
                <CalendarFields calendar={person.hours} onChange={(hours) => put({ ...person, hours })} />
              )}
            </>
          )}
        </Entries>
      )}
    </DocumentPart>
  );
}
