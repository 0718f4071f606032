import { ReplyBook } from '../../api/settings.ts';
import styles from '../../shell/page.module.css';
import { settings } from '../../words/settings.ts';
import { DocumentPart } from './document-part.tsx';
import { Entries } from './entries.tsx';
import { ChannelField, LongField, TeamField, TextField } from './fields.tsx';
import { idFrom, withoutBlanks } from './texts.ts';

const words = settings.replies;

/** Texts that agents use again and again. */
export default function RepliesPart() {
  return (
    <DocumentPart name="saved-replies" schema={ReplyBook} title={settings.parts.replies} hint={words.hint}>
      {(book, change) => (
        <Entries
          entries={book.replies}
          addWords={words.add}
          otherwise={words.none}
          nameOf={({ title }) => title}
          summaryOf={({ text }) => text}
          blank={() => ({
            id: idFrom(
              'reply',
              book.replies.map(({ id }) => id),
            ),
            title: '',
            text: '',
          })}
          onChange={(replies) => change({ ...book, replies })}
        >
          {(reply, put) => (
            <>
              <div className={styles.fields}>
                <TextField
                  label={words.titleOf}
                  required
                  value={reply.title}
                  onChange={(title) => put({ ...reply, title })}
                />
                <ChannelField
                  value={reply.channel}
                  onChange={(channel) => put(withoutBlanks({ ...reply, channel }))}
                />
                <TeamField
                  none={settings.everyTeam}
                  value={reply.teamId}
                  onChange={(teamId) => put(withoutBlanks({ ...reply, teamId }))}
                />
              </div>
              <LongField label={words.text} value={reply.text} onChange={(text) => put({ ...reply, text })} />
            </>
          )}
        </Entries>
      )}
    </DocumentPart>
  );
}
