import * as z from 'zod/mini';
import { useAct } from '../../shell/use-act.ts';
import { askedName } from './languages.ts';

const Translated = z.object({ text: z.string() });

/** Puts a text into the language of a locale; what stops that is said in the desk's own words. */
export function useTranslate(conversationId: string) {
  return useAct((client, { text, to }: { text: string; to: string }) =>
    client.write(`/api/conversations/${conversationId}/translation`, Translated, {
      body: { text, to: askedName(to) },
    }),
  );
}
