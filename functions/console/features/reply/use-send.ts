import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import * as z from 'zod/mini';
import { type Detail, Message, Note } from '../../api/detail.ts';
import { Problem } from '../../api/problem.ts';
import { newKey } from '../../browser/chance.ts';
import { detailKey } from '../../live/apply-change.ts';
import { useDesk } from '../../session/desk-context.ts';
import { lastSeen } from '../conversation/timeline-entries.ts';
import { MessageAnswer, withMessage } from '../conversation/use-message-action.ts';
import type { Draft, Mode } from './draft.ts';

/** What is sent, and how. */
export interface Sending {
  draft: Draft;
  mode: Mode;
  scheduledAt?: string | undefined;
  /** A text that is too long leaves as numbered parts. */
  split?: boolean | undefined;
  /** Whatever came in meanwhile, it is to leave. */
  anyway?: boolean | undefined;
  /** What the desk warned of was read. */
  confirmed?: boolean | undefined;
  promises?: { text: string; dueAt: string }[] | undefined;
}

const NoteAnswer = z.object({ note: Note });
const Changed = z.object({ lastMessage: z.optional(z.string()), messages: z._default(z.array(Message), []) });

/** What came in while somebody wrote; undefined when a refusal was about something else. */
export function changedMeanwhile(error: unknown): Message[] | undefined {
  if (!(error instanceof Problem) || error.status !== 409 || !('lastMessage' in error.extra))
    return undefined;
  return Changed.safeParse(error.extra).data?.messages;
}

const Doubts = z.object({
  findings: z.array(z.object({ why: z.string(), suggestion: z.nullish(z.string()) })),
});

/** The findings that have to be read before something leaves in public; undefined when a refusal was about something else. */
export function doubtsOf(error: unknown): z.infer<typeof Doubts>['findings'] | undefined {
  if (!(error instanceof Problem) || error.status !== 409) return undefined;
  return Doubts.safeParse(error.extra).data?.findings;
}

/** Sends an answer, an invitation or a note. The desk's answer stands in the timeline before any push tells of it. */
export function useSend(detail: Detail) {
  const { client } = useDesk();
  const queries = useQueryClient();
  const attempt = useRef({ content: '', key: '' });
  const path = `/api/conversations/${detail.id}`;

  /** The same content has the same name, so a second press after a lost answer does not send it twice. */
  function keyOf(body: unknown): string {
    const content = JSON.stringify(body);
    if (attempt.current.content !== content) attempt.current = { content, key: newKey() };
    return attempt.current.key;
  }

  async function reply(sending: Sending, seen: string | undefined): Promise<Message> {
    const { draft, mode, scheduledAt, split, confirmed, promises } = sending;
    const body = {
      text: draft.text,
      visibility: mode,
      attachments: draft.files.flatMap(({ uploadId }) => (uploadId === undefined ? [] : [{ uploadId }])),
      ifLastMessage: sending.anyway ? undefined : seen,
      scheduledAt,
      split,
      confirmed,
      promises,
    };
    try {
      const { message } = await client.write(`${path}/replies`, MessageAnswer, { body, key: keyOf(body) });
      return message;
    } catch (error) {
      const now = changedMeanwhile(error);
      const last = error instanceof Problem ? Changed.safeParse(error.extra).data?.lastMessage : undefined;
      // Nothing came in; an answer of ours was taken back, so another message is the last one now.
      if (now?.length === 0 && last !== undefined && last !== seen) return reply(sending, last);
      throw error;
    }
  }

  return useMutation({
    async mutationFn(sending: Sending): Promise<{ message?: Message; note?: Note }> {
      const { draft, mode } = sending;
      if (mode === 'note') {
        const mentions = draft.mentions.filter(({ name }) => draft.text.includes(`@${name}`));
        const body = { text: draft.text, mentions: mentions.map(({ id }) => id) };
        return client.write(`${path}/notes`, NoteAnswer, { body, key: keyOf(body) });
      }
      if (mode === 'invite') {
        const body = { text: draft.text };
        return client.write(`${path}/private-invitation`, MessageAnswer, { body, key: keyOf(body) });
      }
      return { message: await reply(sending, lastSeen(detail.messages)) };
    },
    onSuccess({ message, note }) {
      attempt.current = { content: '', key: '' };
      queries.setQueryData<Detail>(detailKey(detail.id), (known) => {
        if (!known) return known;
        if (note) return { ...known, notes: [...known.notes.filter(({ id }) => id !== note.id), note] };
        return message ? withMessage(known, message) : known;
      });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: detailKey(detail.id) }),
  });
}
