import * as z from 'zod/mini';
import type { Conversation } from './conversation.ts';
import type { Message } from './message.ts';

/** A question that was answered well, and the answer, without the person who asked. */
export const PastAnswer = z.object({
  conversationId: z.string(),
  teamId: z.string(),
  question: z.string(),
  answer: z.string(),
  /** When it was answered (ISO 8601 UTC). */
  at: z.string(),
});
export type PastAnswer = z.infer<typeof PastAnswer>;

/** Shorter answers say little, longer ones are about one case. */
const LENGTHS = { least: 30, most: 1500 };

/**
 * The answer of a resolved conversation that is worth suggesting to others: given in time, to somebody who was not angry at the end.
 * `isPersonal` tells whether a text holds what only one person should read; such a pair is not kept. Undefined when there is none.
 */
export function pastAnswer(
  conversation: Conversation,
  messages: readonly Message[],
  isPersonal: (text: string) => boolean,
): PastAnswer | undefined {
  const { id: conversationId, teamId, clocks, triage, contact } = conversation;
  const wasLate = clocks.some(({ state }) => state === 'breached');
  const wasMet = clocks.some(({ state }) => state === 'met');
  if (conversation.status !== 'resolved' || wasLate || !wasMet || triage?.sentiment === 'negative')
    return undefined;
  const question = messages.find(isQuestion);
  const answer = question && messages.find((message) => message.at > question.at && isAnswer(message));
  if (!question || !answer) return undefined;
  const texts = [question.text, answer.text].map((text) => withoutName(text, contact));
  if (texts.some(isPersonal)) return undefined;
  const [asked = '', said = ''] = texts;
  if (said.length < LENGTHS.least || said.length > LENGTHS.most) return undefined;
  return { conversationId, teamId, question: asked.slice(0, LENGTHS.most), answer: said, at: answer.at };
}

function isQuestion({ direction, text, deletedAt }: Message): boolean {
  return direction === 'inbound' && deletedAt === undefined && text.trim().length > 8;
}

function isAnswer({ direction, author, state, deletedAt, outbound }: Message): boolean {
  const hasLeft = state === 'sent' || state === 'delivered' || state === 'read';
  return (
    direction === 'outbound' &&
    hasLeft &&
    author.agentId !== undefined &&
    deletedAt === undefined &&
    !outbound?.automatic
  );
}

/** The person's names give way to the placeholder of saved replies, and handles are left out. */
function withoutName(text: string, { name = '', handle }: Conversation['contact']): string {
  const names = [name, ...name.split(/\s+/u), handle ?? ''].filter((part) => part.length > 2);
  return names
    .sort((a, b) => b.length - a.length)
    .reduce((rest, part) => replaceWord(rest, part), text.replace(/@[\w.]+/gu, '').trim());
}

function replaceWord(text: string, word: string): string {
  const literal = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'giu'), '{name}');
}
