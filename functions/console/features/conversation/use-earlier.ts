import { useState } from 'react';
import type { Detail, Message } from '../../api/detail.ts';
import { useDesk } from '../../session/desk-context.ts';
import { tellFailure } from '../../shell/toasts.tsx';
import { type Earlier, slide } from './earlier-messages.ts';
import { readEarlier } from './queries.ts';

/** The messages before those that the desk gives of a conversation by itself, page by page as somebody wants them. */
export function useEarlier({ id, messages, hasEarlier = false }: Detail) {
  const { client } = useDesk();
  const [earlier, setEarlier] = useState<Earlier>();
  const [latest, setLatest] = useState(messages);
  if (latest !== messages) {
    setLatest(messages);
    setEarlier(earlier && slide(earlier, latest, messages));
  }
  return {
    messages: earlier?.messages,
    hasEarlier: earlier?.hasEarlier ?? hasEarlier,
    async readOn(): Promise<void> {
      const before = earlier?.messages[0]?.id ?? messages[0]?.id;
      if (before === undefined) return;
      try {
        const page = await readEarlier(client, id, before);
        setEarlier((known) => ({ ...page, messages: [...page.messages, ...(known?.messages ?? [])] }));
      } catch (error) {
        tellFailure(error);
      }
    },
    /** Puts the newest form of a message in the place of the one that was read. */
    put(message: Message): void {
      setEarlier(
        (known) =>
          known && {
            ...known,
            messages: known.messages.map((one) => (one.id === message.id ? message : one)),
          },
      );
    },
  };
}
