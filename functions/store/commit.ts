import type { Change } from '../domain/change.ts';
import type { Conversation } from '../domain/conversation.ts';
import { moveBetweenViews } from '../domain/counted-views.ts';
import type { Message, Post } from '../domain/message.ts';
import type { Reference } from '../domain/reference.ts';
import type { Correction } from '../domain/triage/labels.ts';
import { movedWork } from '../domain/work.ts';
import { conversationItem } from './conversation-item.ts';
import {
  contactConversationKey,
  contactKey,
  correctionKey,
  idempotencyKey,
  identityKey,
  mentionKey,
  noteKey,
  outboxKey,
  postKey,
  referenceKey,
} from './keys.ts';
import { messageItem } from './message-item.ts';
import { orderedId } from './ordered-id.ts';
import { type SeatTaken, takeSeat } from './seats.ts';
import { rememberText, type SentText } from './sent-texts.ts';
import type { Item, Table } from './table.ts';
import { type Refused, type Write, write } from './write.ts';

/** `duplicate`: it is written already, so it is done. `conflict`: it was decided on old facts; load and decide again. */
export type Committed = 'committed' | 'duplicate' | 'conflict';

/**
 * A change, and what was pending for the platform's ids that it was decided on, by the partition key of their reference. Told
 * anything else of a message meanwhile, the decision does not know it, and writing it would lose that.
 */
export type Decided = Change & {
  pendingSeen?: Readonly<Record<string, unknown>>;
  /** The seat that a conversation takes with this; it is refused when the seat is full or moved on since. */
  seat?: SeatTaken;
  /** The text that a conversation gets with this, for whoever sends the same to another. */
  sentText?: SentText | undefined;
};

/** A write, and what its failed condition says of the whole change. */
interface Guarded {
  write: Write;
  refusal: (stored: Refused['stored']) => Exclude<Committed, 'committed'>;
}

/** How long a repeated write is recognised, in seconds. */
const IDEMPOTENCY_KEPT = 24 * 3600;

const isNew = 'attribute_not_exists(pk)';

/** Writes a change (A1 to A7, A17, A36, A38, A39, A70): all of it, or nothing. */
export async function commit(table: Table, change: Decided): Promise<Committed> {
  const guarded = writesOf(change);
  const refused = await write(
    table,
    guarded.map((one) => one.write),
  );
  const refusals = refused.map(({ index, stored }) => guarded[index]?.refusal(stored) ?? 'conflict');
  if (refusals.includes('duplicate')) return 'duplicate';
  return refused.length > 0 ? 'conflict' : 'committed';
}

function writesOf(change: Decided): Guarded[] {
  return [
    ...change.newMessages.flatMap((message, index) => newMessageWrites(message, index === 0, change)),
    ...change.changedMessages.map((message) => put(messageItem(message), 'attribute_exists(pk)')),
    ...sentReferenceWrites(change),
    ...change.pending.map((reference) => putReference(reference, change, conflict)),
    ...(change.newNotes ?? []).map((note) =>
      put({ ...noteKey(note.conversationId, note.id), ...note }, isNew, duplicate),
    ),
    ...(change.corrections ?? []).map(correctionWrite),
    ...conversationWrites(change),
    ...personWrites(change),
    ...change.posts.map(postWrite),
    ...idempotencyWrites(change),
    ...(change.seat ? [{ write: takeSeat(change.seat), refusal: conflict }] : []),
    ...(change.sentText ? [{ write: rememberText(change.sentText), refusal: conflict }] : []),
  ];
}

/**
 * A message and the reference that leads to it. The reference of the message that the change is about is what makes a delivery
 * a duplicate. Messages that it brings along, such as answers that came early, may have arrived by another way meanwhile; then
 * the change is not done, but has to be decided again without them.
 */
function newMessageWrites(message: Message, isMain: boolean, change: Decided): Guarded[] {
  const { conversationId, id: messageId, nativeId } = message;
  const written = put(messageItem(message), isNew, isMain ? duplicate : conflict);
  if (nativeId === undefined || !change.conversation) return [written];
  const { channel, accountId } = change.conversation.after;
  const reference = { channel, accountId, nativeId, conversationId, messageId };
  return [putReference(reference, change, isMain ? duplicateIfMessage : conflict), written];
}

const conflict = () => 'conflict' as const;
const duplicate = () => 'duplicate' as const;
const duplicateIfMessage: Guarded['refusal'] = (stored) => (stored?.messageId ? 'duplicate' : 'conflict');

function putReference(reference: Reference, { pendingSeen }: Decided, refusal: Guarded['refusal']): Guarded {
  const key = referenceKey(reference);
  const pending = pendingSeen?.[key.pk];
  const guarded =
    pending === undefined
      ? put({ ...key, ...reference }, isNew, refusal)
      : put({ ...key, ...reference }, 'pending = :pending', refusal, { ':pending': pending });
  return { ...guarded, write: withStoredItem(guarded.write) };
}

function withStoredItem(one: Write): Write {
  return 'Put' in one ? { Put: { ...one.Put, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } } : one;
}

/** An id that leads somewhere already belongs to an echo that came first: the decision has to be made again on that. */
function sentReferenceWrites({ newReferences, conversation }: Change): Guarded[] {
  if (!conversation) return [];
  const { channel, accountId } = conversation.after;
  return (newReferences ?? []).map((reference) => {
    const native = { channel, accountId, nativeId: reference.nativeId };
    return put({ ...referenceKey(native), ...native, ...reference }, `${isNew} OR attribute_exists(pending)`);
  });
}

function conversationWrites(change: Change): Guarded[] {
  if (!change.conversation) return [];
  const { before, after } = change.conversation;
  const version = (before?.version ?? 0) + 1;
  const conversation = put(conversationItem({ ...after, version }), ...versionCondition(before));
  const writes = [conversation, ...listingWrites(before, after)];
  const moved = moveBetweenViews(before, after);
  const work = movedWork(before, after);
  if (change.events.length === 0 && !moved && !work) return writes;
  const { at, actor, traceId, events } = change;
  const id = orderedId(at, `${after.id}:${version}`);
  const counted = moved && { channel: after.channel, version, ...moved };
  const outbox = {
    ...outboxKey(after.id, id),
    id,
    conversationId: after.id,
    at,
    actor,
    traceId,
    events,
    // Announced with every change that moves a conversation between views or hands, whoever decided it, so that neither a counter
    // nor an agent's load can be forgotten.
    ...(counted && { counted }),
    ...(work && { work }),
  };
  return [...writes, put(outbox, isNew)];
}

/** What lists need beside the indexes: the conversations of a contact, and those in which an agent is asked to look. */
function listingWrites(before: Conversation | undefined, after: Conversation): Guarded[] {
  const { id, contactId, mentioned = [] } = after;
  const former = before?.mentioned ?? [];
  const lists = before ? [] : [{ Put: { Item: { ...contactConversationKey(contactId, id), id } } }];
  const asked = mentioned
    .filter((agentId) => !former.includes(agentId))
    .map((agentId) => ({ Put: { Item: { ...mentionKey(agentId, id), id } } }));
  const done = former
    .filter((agentId) => !mentioned.includes(agentId))
    .map((agentId) => ({ Delete: { Key: mentionKey(agentId, id) } }));
  return [...lists, ...asked, ...done].map((one) => ({ refusal: conflict, write: one }));
}

function personWrites({ identity, newContact }: Change): Guarded[] {
  const writes: Guarded[] = [];
  if (identity) {
    const { before, after } = identity;
    const item = {
      ...identityKey(after.channel, after.nativeId),
      ...after,
      version: (before?.version ?? 0) + 1,
    };
    writes.push(put(item, ...versionCondition(before)));
  }
  if (newContact) writes.push(put({ ...contactKey(newContact.id), ...newContact }, isNew));
  return writes;
}

function idempotencyWrites({ idempotency, at }: Change): Guarded[] {
  if (!idempotency) return [];
  const { scope, key, result } = idempotency;
  const expiresAt = Math.floor(Date.parse(at) / 1000) + IDEMPOTENCY_KEPT;
  return [put({ ...idempotencyKey(scope, key), result, expiresAt }, isNew, duplicate)];
}

/** Whoever corrects last is right; a message is learnt from once. */
function correctionWrite(correction: Correction): Guarded {
  return {
    refusal: conflict,
    write: { Put: { Item: { ...correctionKey(correction.messageId), ...correction } } },
  };
}

function versionCondition(
  before: { version: number } | undefined,
): [string, Guarded['refusal'], Record<string, unknown>?] {
  return before ? ['version = :before', conflict, { ':before': before.version }] : [isNew, conflict];
}

/** A post is laid over what is known of it, field by field; its counters are kept elsewhere. */
function postWrite(post: Post): Guarded {
  const fields = Object.entries(post).filter(([, value]) => value !== undefined);
  return {
    refusal: conflict,
    write: {
      Update: {
        Key: postKey(post),
        UpdateExpression: `SET ${fields.map((_, index) => `#f${index} = :f${index}`).join(', ')}`,
        ExpressionAttributeNames: Object.fromEntries(fields.map(([name], index) => [`#f${index}`, name])),
        ExpressionAttributeValues: Object.fromEntries(
          fields.map(([, value], index) => [`:f${index}`, value]),
        ),
      },
    },
  };
}

function put(
  item: Item,
  condition: string,
  refusal: Guarded['refusal'] = conflict,
  values?: Record<string, unknown>,
): Guarded {
  const one = { Item: item, ConditionExpression: condition };
  return { refusal, write: { Put: values ? { ...one, ExpressionAttributeValues: values } : one } };
}
