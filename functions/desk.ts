import { waitingClock } from './domain/conversation.ts';
import type { Cause, Known } from './domain/decision.ts';
import { type Drawn, drawnBy, replyIn } from './domain/drawn.ts';
import type { EngagementEvent, InboundEvent, MessageEvent, ReceiptEvent } from './domain/inbound-event.ts';
import type { PolicyBook } from './domain/policy.ts';
import { type Decidable, receive } from './domain/receive.ts';
import { receiveReceipt } from './domain/receive-receipt.ts';
import type { RoutingRules } from './domain/routing.ts';
import { FIRST_TEAM } from './domain/team.ts';
import type { Triage } from './domain/triage/labels.ts';
import type { WallClock } from './services/wall-clock.ts';
import { commit, type Decided } from './store/commit.ts';
import { getContact } from './store/contacts.ts';
import { getConversation, latestMessages } from './store/conversations.ts';
import { countEngagement } from './store/engagement.ts';
import { getIdentity } from './store/identity.ts';
import { listInbox } from './store/inbox.ts';
import { loadKnown, type Names } from './store/known.ts';
import type { Table } from './store/table.ts';

/** The desk's table, time and way of naming things. */
export interface Desk {
  table: Table;
  clock: WallClock;
  orderedId: Cause['orderedId'];
  /** Told of everything that comes in for an account of ours. */
  heard?: (account: { channel: string; accountId: string }) => Promise<void>;
  /** Told of every like, share and reply that something public drew, once. */
  drew?: (drawn: Drawn, traceId: string) => Promise<void>;
  /** The rules about where new conversations belong, as they are now. */
  routing?: () => Promise<RoutingRules>;
  /** Reads from customers' messages why they write. */
  triage?: Cause['triage'];
  /** Told what was read from a message, once it is recorded. */
  counted?: (triage: Triage, at: string) => Promise<void>;
}

/** How often a decision is made anew because somebody else wrote meanwhile, before the queue takes over. */
const ATTEMPTS = 8;
/** How many conversations at the top of the inbox are asked for an overdue answer; within a stretch it may not stand first. */
const OVERDUE_REACH = 10;
/** How many of a conversation's latest messages a receipt may concern. */
const RECEIPT_REACH = 25;

/** What became of an event: written, known already, or of no consequence. */
export type Applied = 'committed' | 'duplicate' | 'ignored';

/** Loads, decides and commits whatever an event of a platform changes. */
export async function applyEvent(event: InboundEvent, traceId: string, desk: Desk): Promise<Applied> {
  await desk.heard?.(event);
  switch (event.kind) {
    case 'engagement':
      return applyEngagement(event, traceId, desk);
    case 'receipt':
      return applyReceipt(event, traceId, desk);
    case 'account':
    case 'ignored':
    case 'unknown':
      return 'ignored';
    default:
      return applyDecision(event, traceId, desk);
  }
}

async function applyEngagement(event: EngagementEvent, traceId: string, desk: Desk): Promise<Applied> {
  if (!(await countEngagement(desk.table, event))) return 'duplicate';
  await desk.drew?.(drawnBy(event), traceId);
  return 'committed';
}

async function applyDecision(event: Decidable, traceId: string, desk: Desk): Promise<Applied> {
  let read: Triage | undefined;
  let conversationId: string | undefined;
  const applied = await decideUntilCommitted(desk.table, async () => {
    const { known, policies, pendingSeen } = await loadKnown(desk.table, namesOf(event));
    const behind = event.kind === 'message' && (await isBehind(desk, event.channel, policies));
    const routing = isFromCustomer(event) ? await desk.routing?.() : undefined;
    const facts = routing?.asksFacts ? await factsOf(known, desk.table) : undefined;
    const change = receive(
      event,
      { ...known, facts },
      {
        ...causeOf(desk, traceId, policies),
        behind,
        routing,
        triage: desk.triage,
      },
    );
    read = change?.newMessages[0]?.triage;
    conversationId = change?.conversation?.after.id;
    return change && { ...change, pendingSeen };
  });
  if (applied !== 'committed') return applied;
  if (read) await desk.counted?.(read, desk.clock());
  const reply = replyIn(event, conversationId);
  if (reply) await desk.drew?.(reply, traceId);
  return applied;
}

async function factsOf({ identity }: Known, table: Table): Promise<Known['facts']> {
  return identity && (await getContact(table, identity.contactId))?.facts;
}

/** Only what customers say is put somewhere. */
function isFromCustomer(event: Decidable): boolean {
  return event.kind === 'message' && event.direction === 'inbound';
}

async function applyReceipt(event: ReceiptEvent, traceId: string, desk: Desk): Promise<Applied> {
  return decideUntilCommitted(desk.table, async () => {
    const identity = await getIdentity(desk.table, event.channel, event.personId);
    const conversationId = identity?.threads[event.accountId];
    const conversation = conversationId && (await getConversation(desk.table, conversationId));
    if (!conversation) return undefined;
    const recent = await latestMessages(desk.table, conversation.id, RECEIPT_REACH);
    return receiveReceipt(
      event,
      { conversation, recent },
      causeOf(desk, traceId, { policies: [], calendars: {} }),
    );
  });
}

/** Whether somebody on the channel waits for an overdue answer; asked only where a policy says something by itself. */
async function isBehind(
  desk: Desk,
  channel: MessageEvent['channel'],
  { policies }: PolicyBook,
): Promise<boolean> {
  if (!policies.some(({ acknowledgement }) => acknowledgement !== undefined)) return false;
  const { conversations } = await listInbox(desk.table, { status: 'open', channel, limit: OVERDUE_REACH });
  const now = desk.clock();
  return conversations.some((conversation) => (waitingClock(conversation)?.dueAt ?? now) < now);
}

/** The time, names and rules that a decision is made with. */
export function causeOf(desk: Desk, traceId: string, policies: Cause['policies']): Cause {
  return { now: desk.clock(), traceId, policies, teamId: FIRST_TEAM, orderedId: desk.orderedId };
}

/**
 * Decides and commits; on a conflict decides again on what is there now. Undefined from `decide` means nothing to write.
 * @throws Error when others keep winning; the queue delivers again.
 */
export async function decideUntilCommitted(
  table: Table,
  decide: () => Promise<Decided | undefined>,
): Promise<'committed' | 'duplicate'> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const change = await decide();
    if (!change) return 'duplicate';
    const result = await commit(table, change);
    if (result !== 'conflict') return result;
  }
  throw new Error(`Others changed the same conversation ${ATTEMPTS} times in a row.`);
}

function namesOf(event: Decidable): Names {
  const { channel, accountId } = event;
  const names: Names = { channel, accountId };
  if (event.kind === 'follow') return { ...names, personId: event.person.nativeId };
  names.nativeId = event.nativeId;
  if (event.kind !== 'message') return names;
  return {
    ...names,
    inReplyTo: event.inReplyTo,
    postId: event.post?.nativeId,
    personId: event.person?.nativeId,
    echo: event.direction === 'outbound' ? event : undefined,
  };
}
