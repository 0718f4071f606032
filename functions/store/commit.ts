import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Change } from '../domain/change.ts';
import type { Message, Post } from '../domain/message.ts';
import { conversationItem } from './conversation-item.ts';
import { contactKey, idempotencyKey, identityKey, outboxKey, postKey, referenceKey } from './keys.ts';
import { messageItem } from './message-item.ts';
import { orderedId } from './ordered-id.ts';
import type { Item, Table } from './table.ts';

/** `duplicate`: it is written already, so it is done. `conflict`: it was decided on old facts; load and decide again. */
export type Committed = 'committed' | 'duplicate' | 'conflict';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
/** A write, and what its failed condition says of the whole change. */
interface Guarded {
  write: Write;
  refusal: Exclude<Committed, 'committed'>;
}

/** How long a repeated write is recognised, in seconds. */
const IDEMPOTENCY_KEPT = 24 * 3600;

const isNew = 'attribute_not_exists(pk)';

/** Writes a change as one transaction (A1 to A7, A17): all of it, or nothing. */
export async function commit(table: Table, change: Change): Promise<Committed> {
  const guarded = writesOf(change).map(({ write, refusal }) => ({
    write: withTable(write, table.name),
    refusal,
  }));
  if (guarded.length === 0) return 'committed';
  try {
    await table.client.send(new TransactWriteCommand({ TransactItems: guarded.map(({ write }) => write) }));
    return 'committed';
  } catch (error) {
    const refused = refusalOf(error, guarded);
    if (refused === undefined) throw error;
    return refused;
  }
}

function refusalOf(error: unknown, guarded: Guarded[]): Guarded['refusal'] | undefined {
  if (!(error instanceof TransactionCanceledException)) return undefined;
  const reasons = error.CancellationReasons ?? [];
  const failed = guarded.filter((_, index) => reasons[index]?.Code === 'ConditionalCheckFailed');
  if (failed.some(({ refusal }) => refusal === 'duplicate')) return 'duplicate';
  const conflicts = failed.length > 0 || reasons.some(({ Code }) => Code === 'TransactionConflict');
  return conflicts ? 'conflict' : undefined;
}

function writesOf(change: Change): Guarded[] {
  return [
    ...change.newMessages.flatMap((message) => newMessageWrites(message, change)),
    ...change.changedMessages.map((message) => put(messageItem(message), 'attribute_exists(pk)')),
    ...referenceWrites(change),
    ...change.pending.map((reference) =>
      put({ ...referenceKey(reference), ...reference }, `${isNew} OR attribute_exists(pending)`),
    ),
    ...conversationWrites(change),
    ...personWrites(change),
    ...change.posts.map(postWrite),
    ...idempotencyWrites(change),
  ];
}

/** The message and the reference that leads to it. The reference's condition is what makes a delivery a duplicate. */
function newMessageWrites(message: Message, { conversation }: Change): Guarded[] {
  const written = put(messageItem(message), isNew, 'duplicate');
  if (message.nativeId === undefined || !conversation) return [written];
  const { channel, accountId } = conversation.after;
  const reference = { channel, accountId, nativeId: message.nativeId };
  const { conversationId, id: messageId } = message;
  const item = { ...referenceKey(reference), ...reference, conversationId, messageId };
  return [put(item, `${isNew} OR attribute_exists(pending)`, 'duplicate'), written];
}

/** An id that leads somewhere already belongs to an echo that came first: the decision has to be made again on that. */
function referenceWrites({ newReferences, conversation }: Change): Guarded[] {
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
  if (change.events.length === 0) return [conversation];
  const { at, actor, traceId, events } = change;
  const id = orderedId(at, `${after.id}:${version}`);
  const outbox = { ...outboxKey(after.id, id), id, conversationId: after.id, at, actor, traceId, events };
  return [conversation, put(outbox, isNew)];
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
  return [put({ ...idempotencyKey(scope, key), result, expiresAt }, isNew, 'duplicate')];
}

function versionCondition(
  before: { version: number } | undefined,
): [string, Guarded['refusal'], Record<string, unknown>?] {
  return before ? ['version = :before', 'conflict', { ':before': before.version }] : [isNew, 'conflict'];
}

/** A post is laid over what is known of it, field by field; its counters are kept elsewhere. */
function postWrite(post: Post): Guarded {
  const fields = Object.entries(post).filter(([, value]) => value !== undefined);
  return {
    refusal: 'conflict',
    write: {
      Update: {
        TableName: '',
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
  refusal: Guarded['refusal'] = 'conflict',
  values?: Record<string, unknown>,
): Guarded {
  const write = { TableName: '', Item: item, ConditionExpression: condition };
  return { refusal, write: { Put: values ? { ...write, ExpressionAttributeValues: values } : write } };
}

function withTable({ Put, Update }: Write, TableName: string): Write {
  return Put ? { Put: { ...Put, TableName } } : Update ? { Update: { ...Update, TableName } } : {};
}
