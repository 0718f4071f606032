import { PolicyBook } from '../../api/settings.ts';
import { settings } from '../../words/settings.ts';
import { DocumentPart } from './document-part.tsx';
import { writtenDuration } from './durations.ts';
import { Entries } from './entries.tsx';
import { PolicyFields } from './policy-fields.tsx';
import { PolicyPreview } from './policy-preview.tsx';
import { idFrom } from './texts.ts';

const words = settings.policies;

/** Until when an answer is due, with a way to try it before it holds. */
export default function PoliciesPart() {
  return (
    <DocumentPart
      name="policies"
      schema={PolicyBook}
      title={settings.parts.policies}
      hint={words.hint}
      showsWarnings
    >
      {(book, change) => (
        <>
          <Entries
            entries={book.policies}
            isOrdered
            addWords={words.add}
            otherwise={words.none}
            nameOf={({ id }) => id}
            summaryOf={({ targets, calendar }) =>
              words.summary(
                writtenDuration(targets.firstResponse),
                typeof calendar === 'string' && calendar !== '24x7' ? calendar : words.aroundTheClock,
              )
            }
            blank={() => ({
              id: idFrom(
                'policy',
                book.policies.map(({ id }) => id),
              ),
              match: {},
              targets: { firstResponse: 'PT24H', nextResponse: 'PT24H' },
              calendar: '24x7',
              warnAt: 0.75,
              escalation: [],
            })}
            onChange={(policies) => change({ ...book, policies })}
          >
            {(policy, put) => (
              <PolicyFields policy={policy} calendars={Object.keys(book.calendars)} onChange={put} />
            )}
          </Entries>
          <PolicyPreview book={book} />
        </>
      )}
    </DocumentPart>
  );
}
