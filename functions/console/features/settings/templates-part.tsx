import { BroadcastTemplateBook } from '../../api/settings.ts';
import { settings } from '../../words/settings.ts';
import { DocumentPart } from './document-part.tsx';
import { Entries } from './entries.tsx';
import { LongField, TextField } from './fields.tsx';
import { idFrom } from './texts.ts';

const words = settings.templates;

/** Texts that broadcasts and updates begin with. */
export default function TemplatesPart() {
  return (
    <DocumentPart
      name="broadcast-templates"
      schema={BroadcastTemplateBook}
      title={settings.parts.templates}
      hint={words.hint}
    >
      {(book, change) => (
        <Entries
          entries={book.templates}
          addWords={words.add}
          otherwise={words.none}
          nameOf={({ title }) => title}
          summaryOf={({ text }) => text}
          blank={() => ({
            id: idFrom(
              'template',
              book.templates.map(({ id }) => id),
            ),
            title: '',
            text: '',
          })}
          onChange={(templates) => change({ ...book, templates })}
        >
          {(template, put) => (
            <>
              <TextField
                label={words.titleOf}
                required
                value={template.title}
                onChange={(title) => put({ ...template, title })}
              />
              <LongField
                label={words.text}
                value={template.text}
                onChange={(text) => put({ ...template, text })}
              />
            </>
          )}
        </Entries>
      )}
    </DocumentPart>
  );
}
