import '@mantine/core/styles/ColorSwatch.css';
import '@mantine/core/styles/ColorPicker.css';
import '@mantine/core/styles/ColorInput.css';
import { ColorInput } from '@mantine/core';
import { TagBook } from '../../api/settings.ts';
import styles from '../../shell/page.module.css';
import { settings } from '../../words/settings.ts';
import { DocumentPart } from './document-part.tsx';
import { Entries } from './entries.tsx';
import { TextField } from './fields.tsx';
import { orNothing, withoutBlanks } from './texts.ts';

const words = settings.tags;

/** Colours that can be told from one another, in light and in dark. */
const swatches = ['#3451d1', '#2f6b47', '#8a5200', '#b3231a', '#6b32ad', '#5b626d'];

/** The words that agents put on conversations. */
export default function TagsPart() {
  return (
    <DocumentPart name="tags" schema={TagBook} title={settings.parts.tags} hint={words.hint} showsWarnings>
      {(book, change) => (
        <Entries
          entries={book.tags}
          addWords={words.add}
          otherwise={words.none}
          nameOf={({ name }) => name}
          blank={() => ({ name: '' })}
          onChange={(tags) => change({ ...book, tags })}
        >
          {(tag, put) => (
            <div className={styles.fields}>
              <TextField
                label={settings.name}
                required
                value={tag.name}
                onChange={(name) => put({ ...tag, name })}
              />
              <ColorInput
                size="xs"
                label={words.color}
                swatches={swatches}
                withEyeDropper={false}
                value={tag.color ?? ''}
                onChange={(color) => put(withoutBlanks({ ...tag, color: orNothing(color) }))}
              />
            </div>
          )}
        </Entries>
      )}
    </DocumentPart>
  );
}
