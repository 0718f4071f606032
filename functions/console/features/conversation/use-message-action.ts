import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import * as z from 'zod/mini';
import { type Detail, Message } from '../../api/detail.ts';
import { detailKey } from '../../live/apply-change.ts';
import { useDesk } from '../../session/desk-context.ts';
import { tellDone, tellFailure } from '../../shell/toasts.tsx';
import { deedsDone } from '../../words/conversation.ts';

export const MessageAnswer = z.object({ message: Message });

/** What can be done to one message. */
export type MessageAction =
  | 'like'
  | 'hide'
  | 'unhide'
  | 'delete'
  | 'edit'
  | 'undo'
  | 'resend'
  | 'handled'
  | 'approve'
  | 'reject';

/** A copy of a conversation with a message of ours that has just been written, at the end unless it is there already. */
export function withMessage(detail: Detail, message: Message): Detail {
  const isThere = detail.messages.some(({ id }) => id === message.id);
  return isThere ? replaced(detail, message) : { ...detail, messages: [...detail.messages, message] };
}

/** A copy of a conversation with the newest form of one of its messages. */
function replaced(detail: Detail, message: Message): Detail {
  return {
    ...detail,
    messages: detail.messages.map((known) => (known.id === message.id ? message : known)),
  };
}

/** Acts on a message on the platform; the desk's answer takes its place in the timeline, and `onChanged` is told of it. */
export function useMessageAction(conversationId: string, onChanged?: (message: Message) => void) {
  const { client } = useDesk();
  const queries = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: ({ id, action, text }: { id: string; action: MessageAction; text?: string }) =>
      client.write(`/api/messages/${id}/${action}`, MessageAnswer, {
        ...(text !== undefined && { body: { text } }),
      }),
    onSuccess: ({ message }, { action }) => {
      queries.setQueryData<Detail>(detailKey(conversationId), (detail) =>
        detail ? replaced(detail, message) : detail,
      );
      onChanged?.(message);
      void queries.invalidateQueries({ queryKey: detailKey(conversationId) });
      tellDone(deedsDone[action] ?? '');
    },
    onError: tellFailure,
  });
  // The same object as long as nothing is under way, so that messages that did not change are not drawn again.
  return useMemo(() => ({ mutate, isPending }), [mutate, isPending]);
}
