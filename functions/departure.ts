import type { ChannelSender, Order, SendingSecret, SendOutcome } from './channels/sending.ts';
import { type Desk, decideUntilCommitted } from './desk.ts';
import type { Account } from './domain/account.ts';
import type { Change } from './domain/change.ts';
import type { Identity } from './domain/contact.ts';
import type { Conversation } from './domain/conversation.ts';
import type { Message, Outbound } from './domain/message.ts';
import * as outbound from './domain/outbound.ts';
import { holdAccount } from './held-accounts.ts';
import type { ChannelSecrets } from './secrets.ts';
import { getAccount, noteTraffic } from './store/accounts.ts';
import { type Rate, takeFromBudget } from './store/budget.ts';
import { commit } from './store/commit.ts';
import { latestMessages } from './store/conversations.ts';
import { getDeparture } from './store/departures.ts';
import { getIdentity } from './store/identity.ts';
import type { Telemetry } from './telemetry.ts';

/** What sending needs beside the desk. */
export interface Dispatch {
  desk: Desk;
  telemetry: Telemetry;
  /** The sending half of a channel. */
  senderOf(channel: string): ChannelSender | undefined;
  secrets: ChannelSecrets<SendingSecret>;
  apiUrlOf(channel: string): string;
  rateOf(channel: string, order: Order): { use: string; rate: Rate };
  fetch: typeof fetch;
  nonce(): string;
}

/** How many of a conversation's latest messages are looked at for ones that must leave before. */
const ORDER_REACH = 25;
/** End of a refusal's code that says the account said the same before: to somebody else, if it is not found where it was meant to go. */
const SAID_BEFORE = ':duplicate';
/** How long a message waits for an earlier one of its conversation, in seconds. */
const TURN = 2;

/** Brings one message of ours on its way, as far as that is possible now. Safe to call as often as one likes. */
export async function depart(messageId: string, traceId: string, dispatch: Dispatch): Promise<void> {
  const { desk } = dispatch;
  const departure = await getDeparture(desk.table, messageId);
  if (!departure) return;
  const moment = { now: desk.clock(), traceId, actor: departure.conversation.channel };
  const taken = outbound.takeDeparture(departure, moment);
  if (taken.take === 'leave' || taken.take === 'wait') return;
  if (taken.take === 'send') {
    const pause = await pauseBefore(departure, dispatch);
    if (pause) return void (await settle(messageId, desk, () => pause));
  }
  if ((await commit(desk.table, taken.change)) !== 'committed')
    throw new Error('Somebody else changed the message just now.');
  const order = orderOf(departure);
  const outcome =
    taken.take === 'send'
      ? await send(departure, order, dispatch)
      : await look(departure, order, taken.since, dispatch);
  await record(messageId, departure, outcome, traceId, dispatch);
}

type Settlement = (
  departure: outbound.Departure,
  moment: Parameters<typeof outbound.departed>[2],
) => Change | undefined;

/** Decides what became of a message on the newest facts, until that is written. */
async function settle(messageId: string, desk: Desk, decide: Settlement, traceId = messageId): Promise<void> {
  await decideUntilCommitted(desk.table, async () => {
    const departure = await getDeparture(desk.table, messageId);
    return (
      departure && decide(departure, { now: desk.clock(), traceId, actor: departure.conversation.channel })
    );
  });
}

/** Why a message must not be sent yet: its account is held, an earlier message goes first, the budget is used up. */
async function pauseBefore(departure: outbound.Departure, dispatch: Dispatch): Promise<Change | undefined> {
  const { desk } = dispatch;
  const { conversation, message } = departure;
  const now = desk.clock();
  const moment = { now, traceId: message.id, actor: conversation.channel };
  const account = await getAccount(desk.table, conversation.channel, conversation.accountId);
  if (account.state === 'held' && !isWorthATry(account, now) && account.refusal) {
    return outbound.held(departure, account.refusal, moment);
  }
  const recent = await latestMessages(desk.table, conversation.id, ORDER_REACH);
  if (recent.some((other) => goesBefore(other, message))) return outbound.delayed(departure, TURN, moment);
  const { use, rate } = dispatch.rateOf(conversation.channel, orderOf(departure));
  const budget = { channel: conversation.channel, accountId: conversation.accountId, use };
  const wait = await takeFromBudget(desk.table, budget, rate, Date.parse(now));
  return wait > 0 ? outbound.delayed(departure, Math.ceil(wait / 1000), moment) : undefined;
}

function isWorthATry({ retryAt }: Account, now: string): boolean {
  return retryAt !== undefined && retryAt <= now;
}

/** An earlier message of ours in the same place that is still on its way. */
function goesBefore(other: Message, message: Message): boolean {
  const onItsWay = other.state === 'queued' || other.state === 'sending' || other.state === 'unconfirmed';
  return (
    onItsWay &&
    other.id < message.id &&
    other.visibility === message.visibility &&
    (other.outbound?.looks ?? 0) < 3
  );
}

/** The message in the words of a channel. */
export function orderOf({
  conversation,
  message,
}: {
  conversation: Conversation;
  message: Message & { outbound: Outbound };
}): Order {
  const { outbound: way } = message;
  return {
    messageId: message.id,
    visibility: message.visibility,
    text: message.text,
    media: [],
    personId: conversation.privateId ?? conversation.contact.nativeId,
    inReplyTo: message.inReplyTo,
    invitation: way.invitation,
    human: way.automatic !== true,
    lastInboundAt: way.invitation ? way.questionAt : conversation.lastPrivateInboundAt,
  };
}

async function send(
  { conversation }: outbound.Departure,
  order: Order,
  dispatch: Dispatch,
): Promise<SendOutcome> {
  const { sender, access } = await accessOf(conversation, dispatch);
  return sender.send(order, access);
}

/** Looks on the platform for a message that may have arrived. Found: sent. Surely not there: may be sent again. */
async function look(
  { conversation, message }: outbound.Departure,
  order: Order,
  since: string,
  dispatch: Dispatch,
): Promise<SendOutcome> {
  const { sender, access } = await accessOf(conversation, dispatch);
  const seen = await sender.look(order, access, since);
  if (seen.found === 'yes') return { outcome: 'sent', nativeId: seen.nativeId };
  if (seen.found === 'unknown') return { outcome: 'unconfirmed', refusal: seen.refusal };
  const doubt = message.outbound.refusal;
  if (doubt?.code.endsWith(SAID_BEFORE)) return { outcome: 'failed', refusal: doubt };
  const refusal = {
    code: 'hark:not-arrived',
    explanation: 'The platform did not take it.',
    advice: 'Nothing to do: it is sent again.',
  };
  return { outcome: 'retry', afterSeconds: 0, refusal, wholeAccount: false };
}

async function accessOf({ channel, accountId }: Conversation, dispatch: Dispatch) {
  const sender = dispatch.senderOf(channel);
  if (!sender) throw new Error(`There is no sender for the channel '${channel}'.`);
  const access = {
    secret: await dispatch.secrets.of(channel),
    accountId,
    apiUrl: dispatch.apiUrlOf(channel),
    fetch: dispatch.fetch,
    now: Date.parse(dispatch.desk.clock()),
    nonce: dispatch.nonce(),
  };
  return { sender, access };
}

async function record(
  messageId: string,
  { conversation }: outbound.Departure,
  outcome: SendOutcome,
  traceId: string,
  dispatch: Dispatch,
): Promise<void> {
  const { desk, telemetry } = dispatch;
  const { channel, accountId } = conversation;
  if (outcome.outcome === 'hold') await holdAccount(channel, accountId, outcome.refusal, dispatch);
  const link =
    outcome.outcome === 'sent' ? await privateLink(outcome.personId, conversation, desk) : undefined;
  await settle(
    messageId,
    desk,
    (departure, moment) => {
      if (departure.message.state !== 'sending') return undefined;
      const change = changeOf(outcome, departure, moment);
      return link ? withPrivateId(change, link) : change;
    },
    traceId,
  );
  if (outcome.outcome === 'sent')
    await noteTraffic(desk.table, { channel, id: accountId }, 'lastOutboundAt', desk.clock());
  telemetry.count('Outbound', { channel, outcome: outcome.outcome });
  telemetry.info('gave a message to the platform', { traceId, messageId, outcome: outcome.outcome });
}

/** The identity under which a platform knows the invited person in private; undefined when it is the one we know. */
async function privateLink(
  personId: string | undefined,
  { channel, accountId, contact, contactId, id }: Conversation,
  { table }: Desk,
): Promise<Identity | undefined> {
  if (personId === undefined || personId === contact.nativeId) return undefined;
  const known = await getIdentity(table, channel, personId);
  const threads = { ...known?.threads, [accountId]: id };
  const profile = known?.profile ?? { ...contact, nativeId: personId };
  return { channel, nativeId: personId, version: 0, ...known, contactId, profile, threads };
}

/** The platform itself said that both are one person, so what they write in private joins this conversation. */
function withPrivateId(change: Change, identity: Identity): Change {
  if (!change.conversation) return change;
  const { before, after } = change.conversation;
  return {
    ...change,
    conversation: { before, after: { ...after, privateId: identity.nativeId } },
    identity: { before: identity.version > 0 ? identity : undefined, after: identity },
  };
}

function changeOf(
  outcome: SendOutcome,
  departure: outbound.Departure,
  moment: Parameters<typeof outbound.departed>[2],
): Change {
  switch (outcome.outcome) {
    case 'sent':
      return outbound.departed(departure, outcome.nativeId, moment);
    case 'retry':
      return outbound.postponed(departure, outcome.refusal, outcome.afterSeconds, moment);
    case 'hold':
      return outbound.held(departure, outcome.refusal, moment);
    case 'failed':
      return outbound.failed(departure, outcome.refusal, moment);
    case 'unconfirmed':
      return outbound.unconfirmed(departure, outcome.refusal, moment);
  }
}
