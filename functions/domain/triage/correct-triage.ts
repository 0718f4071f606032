import { type Change, emptyChange } from '../change.ts';
import type { Conversation } from '../conversation.ts';
import type { Cause } from '../decision.ts';
import type { Outcome } from '../episode.ts';
import type { Message } from '../message.ts';
import { withdraw } from '../waiting.ts';
import { waken } from '../waken.ts';
import type { Correction, Labels, Triage } from './labels.ts';
import { overviewOf } from './message-triage.ts';

/** A message with its conversation, and what else was said in it lately. */
interface Context {
  message: Message;
  conversation: Conversation;
  recent: Message[];
}

/**
 * An agent sets right what was read from a message. Somebody who turns out to wait has waited since they wrote; somebody who
 * turns out not to wait no longer does. What the classifier had read is kept, so that it can learn and be measured. Undefined
 * when all is so already, or when the message was never read.
 */
export function correctTriage(
  labels: Partial<Labels>,
  { message, conversation, recent }: Context,
  agentId: string,
  cause: Cause,
): Change | undefined {
  const { triage } = message;
  if (!triage) return undefined;
  const said = { ...labelsOf(triage), ...implied(labels), ...labels };
  if (isSame(said, labelsOf(triage))) return undefined;
  const read = triage.read ?? labelsOf(triage);
  const corrected: Message = { ...message, triage: { ...triage, ...said, correctedBy: agentId, read } };
  const outcome = wanted(conversation, corrected, triage.needsReply, cause);
  const { id: messageId, visibility, text } = message;
  const { language, urgency } = triage;
  const { channel } = conversation;
  const correction: Correction = {
    messageId,
    text,
    channel,
    language,
    urgency,
    at: cause.now,
    agentId,
    read,
    said,
  };
  return {
    ...emptyChange({ traceId: cause.traceId, at: cause.now, actor: agentId }),
    conversation: { before: conversation, after: withOverview(outcome.conversation, corrected, recent) },
    changedMessages: [corrected],
    corrections: [correction],
    events: [{ name: 'message.corrected', data: { messageId, visibility, ...said } }, ...outcome.events],
  };
}

/** What is spam needs no reply, and what is not may be from a customer. */
function implied({ spam }: Partial<Labels>): Partial<Labels> {
  return spam === undefined ? {} : { needsReply: !spam };
}

/** The clock, brought in line with whether somebody waits. */
function wanted(conversation: Conversation, corrected: Message, needed: boolean, cause: Cause): Outcome {
  const needs = corrected.triage?.needsReply ?? true;
  if (needs === needed) return { conversation, events: [] };
  return needs
    ? waken(conversation, corrected, cause)
    : withdraw(conversation, corrected.id, cause.now, cause.policies);
}

/** The conversation as it reads now: by what waits, or by the latest that was said. */
function withOverview(conversation: Conversation, corrected: Message, recent: Message[]): Conversation {
  const waiting = new Set(conversation.unanswered.map(({ messageId }) => messageId));
  const heard = recent
    .map((message) => (message.id === corrected.id ? corrected : message))
    .filter(({ direction, triage }) => direction === 'inbound' && triage !== undefined);
  const asking = heard.filter(({ id }) => waiting.has(id));
  const said = asking.length > 0 ? asking : heard.slice(-1);
  const overview = overviewOf(said.flatMap(({ triage }) => triage ?? []));
  return overview ? { ...conversation, triage: overview } : conversation;
}

/** The labels among what was read. */
export function labelsOf({ reason, sentiment, needsReply, spam }: Triage): Labels {
  return { reason, sentiment, needsReply, spam };
}

function isSame(a: Labels, b: Labels): boolean {
  return (
    a.reason === b.reason && a.sentiment === b.sentiment && a.needsReply === b.needsReply && a.spam === b.spam
  );
}
