import type { Conversation } from '../conversation.ts';
import type { Cause } from '../decision.ts';
import type { Message } from '../message.ts';
import type { Classifier } from './classifier.ts';
import type { ConversationTriage, Reason, Sentiment } from './labels.ts';

/** Reads a message as a whole: a photo, a voice message or a tapped button says something even without words. */
export function readerOf(triage: Classifier): NonNullable<Cause['triage']> {
  return (message, channel) => {
    const read = triage(message.text, channel);
    if (read.needsReply || read.spam || !saysMore(message)) return read;
    return { ...read, needsReply: true, confidence: { ...read.confidence, needsReply: 0.5 } };
  };
}

/** What is no text may be what it is about; stickers are only pictures of a mood, and links are shares. */
function saysMore({ text, attachments, kind }: Parameters<NonNullable<Cause['triage']>>[0]): boolean {
  const hasFile = attachments.some(({ type }) => type !== 'sticker' && type !== 'link');
  const isSticker = attachments.length > 0 && !hasFile;
  return hasFile || kind !== undefined || (text.trim() === '' && !isSticker);
}

/** A customer's message with what was read from it; one that its author took back asks nothing and is not read. */
export function withTriage(message: Message, channel: string, { triage }: Pick<Cause, 'triage'>): Message {
  if (!triage || message.direction !== 'inbound' || message.deletedAt !== undefined) return message;
  return { ...message, triage: triage(message, channel) };
}

/** Whether nobody waits for words to this message: bare thanks, a picture, a tag of a friend, spam. */
export function asksNothing({ triage }: Pick<Message, 'triage'>): boolean {
  return triage?.needsReply === false;
}

/** The conversation as it reads with one message more: what waits counts together, and what is answered no longer. */
export function withHeard(conversation: Conversation, { triage }: Message): Conversation {
  if (!triage) return conversation;
  const { triage: known, unanswered } = conversation;
  const waiting = known && (unanswered.length > 0 || triage.spam) ? [known] : [];
  return { ...conversation, triage: overviewOf([...waiting, triage]) };
}

/** More topics than this tell no conversation from another. */
const MOST_TOPICS = 12;

/** The most serious first. */
const bySeriousness: Reason[] = ['problem', 'dissatisfaction', 'inquiry', 'feedback', 'satisfaction'];
const byMood: Sentiment[] = ['negative', 'positive', 'neutral'];

/**
 * What several messages amount to, the latest last: the most serious reason and the worst mood of any that asks something, so
 * that a friendly “hello?” does not hide the complaint before it. Undefined of none.
 */
export function overviewOf(triages: ConversationTriage[]): ConversationTriage | undefined {
  const asking = triages.filter(({ needsReply }) => needsReply);
  const said = asking.length > 0 ? asking : triages.slice(-1);
  const latest = said.at(-1);
  if (!latest) return undefined;
  return {
    reason: bySeriousness.find((reason) => said.some((one) => one.reason === reason)) ?? latest.reason,
    sentiment: byMood.find((mood) => said.some((one) => one.sentiment === mood)) ?? latest.sentiment,
    urgency: Math.max(...said.map(({ urgency }) => urgency)),
    language: said.findLast(({ language }) => language !== 'und')?.language ?? 'und',
    needsReply: asking.length > 0,
    spam: triages.every(({ spam }) => spam),
    topics: [...new Set(said.toReversed().flatMap(({ topics }) => topics))].slice(0, MOST_TOPICS),
  };
}
