import type { ChannelSender, SendingSecret } from './channels/sending.ts';
import { type Desk, decideUntilCommitted } from './desk.ts';
import { type Copied, recordCopies, type Uncopied, uncopied } from './domain/attachments.ts';
import type { Conversation } from './domain/conversation.ts';
import { type Bucket, putFile } from './media/bucket.ts';
import { type Download, type Downloaded, download } from './media/download.ts';
import { typeByContent } from './media/file-kind.ts';
import { inboundKey } from './media/keys.ts';
import { notCopied } from './media/not-copied.ts';
import type { ChannelSecrets } from './secrets.ts';
import { getConversation, getMessage } from './store/conversations.ts';
import type { Telemetry } from './telemetry.ts';

/** What copying needs beside the desk. */
export interface MediaDesk {
  desk: Desk;
  telemetry: Telemetry;
  bucket: Bucket;
  /** From where a channel's files may be fetched. */
  originsOf(channel: string): readonly string[];
  /** The sending half of a channel, which knows how its files are asked for. */
  senderOf(channel: string): ChannelSender | undefined;
  secrets: ChannelSecrets<SendingSecret>;
  nonce(): string;
}

/** In bytes; the largest that Messenger carries. Longer films stay with the platform. */
const LARGEST = 25 * 1024 * 1024;
/** How long one file, and all files of a message, may take, in milliseconds; less than the function has. */
const ONE = 20_000;
const ALL = 45_000;

/** One message whose files are to be copied. */
interface Task {
  messageId: string;
  traceId: string;
  /** Nobody tries again: what cannot be fetched now gets a note instead. */
  isLastTry: boolean;
}

/**
 * Copies what came with a message into our bucket, because platforms show it for a while only, and writes down where it is. What
 * cannot be had gets a note for the agent. Safe to call as often as one likes.
 * @throws Error when something may still come, so that the queue delivers again.
 */
export async function copyMedia(task: Task, services: MediaDesk): Promise<void> {
  const { desk, telemetry } = services;
  const { messageId, traceId } = task;
  const found = await load(messageId, desk);
  const files = found ? uncopied(found.message) : [];
  if (!found || files.length === 0) return;
  const { channel } = found.conversation;
  const how = await wayOf(found.conversation, services);
  const copies: Copied[] = [];
  for (const file of files) {
    const copied = await copyOne(file, task, how, services.bucket);
    if (copied) copies.push(copied);
    telemetry.count('Media', { channel, outcome: outcomeOf(copied) });
  }
  await decideUntilCommitted(desk.table, async () => {
    const newest = await load(messageId, desk);
    return newest && recordCopies(newest, copies, { now: desk.clock(), traceId });
  });
  telemetry.info('copied files', { traceId, messageId, files: files.length, settled: copies.length });
  if (copies.length < files.length)
    throw new Error(`${files.length - copies.length} files of the message ${messageId} may come later.`);
}

async function load(messageId: string, { table }: Desk) {
  const message = await getMessage(table, messageId);
  const conversation = message && (await getConversation(table, message.conversationId));
  return conversation && { conversation, message };
}

/** Undefined when it may come later. */
async function copyOne(
  { index, url }: Uncopied,
  { messageId, isLastTry }: Task,
  how: Download,
  bucket: Bucket,
): Promise<Copied | undefined> {
  const signal = AbortSignal.any([how.signal, AbortSignal.timeout(ONE)]);
  const downloaded: Downloaded = await download(url, { ...how, signal });
  if (downloaded.outcome === 'later')
    return isLastTry ? { index, notCopied: notCopied.unreachable } : undefined;
  if (downloaded.outcome === 'never') return { index, notCopied: notCopied[downloaded.reason] };
  const { bytes } = downloaded;
  const contentType = await typeByContent(bytes);
  if (contentType === undefined) return { index, notCopied: notCopied.kind };
  const copiedTo = inboundKey(messageId, index);
  await putFile(bucket, copiedTo, { bytes, contentType });
  return { index, copiedTo, contentType, size: bytes.length };
}

async function wayOf({ channel, accountId }: Conversation, services: MediaDesk): Promise<Download> {
  const { senderOf, secrets, desk, nonce } = services;
  const sender = senderOf(channel);
  const how = { origins: services.originsOf(channel), largest: LARGEST, signal: AbortSignal.timeout(ALL) };
  if (!sender?.mediaHeaders) return how;
  const secret = await secrets.of(channel);
  return {
    ...how,
    headersFor: (url) =>
      sender.mediaHeaders?.(url, { secret, accountId, now: Date.parse(desk.clock()), nonce: nonce() }) ?? {},
  };
}

function outcomeOf(copied: Copied | undefined): string {
  if (!copied) return 'later';
  return 'notCopied' in copied ? copied.notCopied.code : 'copied';
}
