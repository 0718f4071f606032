import { Button } from '@mantine/core';
import { translation as words } from '../../words/translation.ts';
import type { Draft } from '../reply/draft.ts';
import styles from '../reply/reply.module.css';
import { languageName } from './languages.ts';
import { useTranslate } from './use-translate.ts';

/** Under an answer to somebody of another language: puts it into theirs, to be read and changed before it is sent, or takes that back. */
export default function TranslateDraft({
  conversationId,
  draft,
  language,
  onDraft,
}: {
  conversationId: string;
  draft: Draft;
  language: string;
  onDraft: (change: Partial<Draft>) => void;
}) {
  const translate = useTranslate(conversationId);
  const { text, untranslated } = draft;
  if (text.trim() === '') return null;
  const name = languageName(language, navigator.language);
  return (
    <div className={styles.translation}>
      {untranslated === undefined ? (
        <Button
          variant="subtle"
          size="compact-xs"
          loading={translate.isPending}
          onClick={() =>
            translate.mutate(
              { text, to: language },
              { onSuccess: (answer) => onDraft({ text: answer.text, untranslated: text }) },
            )
          }
        >
          {words.translateInto(name)}
        </Button>
      ) : (
        <>
          <span role="status">{words.translatedInto(name)}</span>
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => onDraft({ text: untranslated, untranslated: undefined })}
          >
            {words.ownWords}
          </Button>
        </>
      )}
    </div>
  );
}
