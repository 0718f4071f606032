import { type Calendar, PolicyBook } from '../../api/settings.ts';
import { deviceZone } from '../../formats/local-field.ts';
import { settings } from '../../words/settings.ts';
import { CalendarFields } from './calendar-fields.tsx';
import { DocumentPart } from './document-part.tsx';
import { Entries } from './entries.tsx';
import { TextField } from './fields.tsx';
import { idFrom } from './texts.ts';
import { nineToFive } from './week.ts';

const words = settings.calendars;

/** When somebody is there to answer. */
export default function CalendarsPart() {
  return (
    <DocumentPart
      name="policies"
      schema={PolicyBook}
      title={settings.parts.calendars}
      hint={words.hint}
      showsWarnings
    >
      {(book, change) => (
        <Entries
          entries={Object.entries(book.calendars)}
          addWords={words.add}
          otherwise={words.none}
          nameOf={([name]) => name}
          summaryOf={([, { timeZone, holidays }]) =>
            [timeZone, ...(holidays.length > 0 ? [words.dates(holidays.length)] : [])].join(', ')
          }
          blank={(): [string, Calendar] => [
            idFrom('hours', Object.keys(book.calendars)),
            nineToFive(deviceZone()),
          ]}
          onChange={(entries) => change({ ...book, calendars: Object.fromEntries(entries) })}
        >
          {([name, calendar], put) => (
            <>
              <TextField
                label={settings.name}
                value={name}
                onChange={(value) => put([value, calendar])}
                required
              />
              <CalendarFields calendar={calendar} onChange={(value) => put([name, value])} />
            </>
          )}
        </Entries>
      )}
    </DocumentPart>
  );
}
