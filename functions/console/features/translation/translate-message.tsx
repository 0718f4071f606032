import { Button } from '@mantine/core';
import { translation as words } from '../../words/translation.ts';
import { languageName } from './languages.ts';
import { useTranslate } from './use-translate.ts';

/** A message in the reader's own language, and what it was made of. */
export interface TranslatedMessage {
  original: string;
  text: string;
  shown: boolean;
}

/** Under a message in a foreign language: the way to its translation, and back to the words themselves. */
export function TranslateMessage({
  conversationId,
  text,
  language,
  translated,
  onTranslated,
}: {
  conversationId: string;
  text: string;
  language: string;
  translated: TranslatedMessage | undefined;
  onTranslated: (translated: TranslatedMessage) => void;
}) {
  const locale = navigator.language;
  const translate = useTranslate(conversationId);
  const name = languageName(language, locale);
  const begin = () => {
    if (translated) return onTranslated({ ...translated, shown: !translated.shown });
    translate.mutate(
      { text, to: locale },
      { onSuccess: (answer) => onTranslated({ original: text, text: answer.text, shown: true }) },
    );
  };
  return (
    <>
      {translated?.shown && <span>{words.translatedFrom(name)}</span>}
      <Button variant="subtle" size="compact-xs" loading={translate.isPending} onClick={begin}>
        {translated?.shown ? words.original : words.translateFrom(name)}
      </Button>
    </>
  );
}
