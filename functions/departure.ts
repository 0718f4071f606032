import type { Access, ChannelSender, Media, Order, SendOutcome } from './channels/sending.ts';
import type { Claim, Dispatch } from './dispatch.ts';
import type { Conversation } from './domain/conversation.ts';
import type { Message } from './domain/message.ts';
import { takeDeparture } from './domain/outbound.ts';
import type { Departure, Moment } from './domain/outbound-change.ts';
import { mediaOf } from './media/outgoing.ts';
import { settle } from './settlement.ts';
import { commit } from './store/commit.ts';
import { getDeparture } from './store/departures.ts';
import { type Turn, turnOf } from './turn.ts';

/** How often a claim is made anew because somebody else wrote to the conversation meanwhile, before the queue takes over. */
const ATTEMPTS = 8;

/** Brings one message of ours on its way, as far as that is possible now. Safe to call as often as one likes. */
export async function depart(messageId: string, traceId: string, dispatch: Dispatch): Promise<void> {
  const claim = await claimDeparture(messageId, traceId, dispatch);
  if (!claim) return;
  const outcome = claim.since === undefined ? await send(claim) : await look(claim, claim.since);
  await settle(claim, outcome, traceId, dispatch);
}

/** The right to give a message to the platform; undefined when it is not its turn, or nothing is to be done. */
async function claimDeparture(
  messageId: string,
  traceId: string,
  dispatch: Dispatch,
): Promise<Claim | undefined> {
  const { table, clock } = dispatch.desk;
  let turn: Turn | undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const departure = await getDeparture(table, messageId);
    if (!departure) return undefined;
    const { channel } = departure.conversation;
    const moment: Moment = { now: clock(), traceId, actor: channel };
    const taken = takeDeparture(departure, moment);
    if (taken.take === 'leave' || taken.take === 'wait') return undefined;
    // What may fail comes before the claim, so that its failure costs no attempt and leaves no doubt.
    const way = await wayOf(departure.conversation, dispatch);
    const media = await mediaOf(departure.message.attachments, dispatch.bucket, clock());
    // A call of the budget is taken once, however often the claim is made.
    turn ??= taken.take === 'send' ? await turnOf(departure, dispatch) : {};
    const order = orderOf(departure, media, partBefore(turn, way.sender));
    const change = turn.pause
      ? turn.pause(departure, moment)
      : { ...taken.change, changedMessages: taken.change.changedMessages.map(answering(order)) };
    const result = await commit(table, change);
    if (result === 'conflict') continue;
    if (turn.pause) return undefined;
    const leasedUntil = change.changedMessages[0]?.outbound?.leasedUntil;
    const since = taken.take === 'look' ? taken.since : undefined;
    return { departure, leasedUntil, since, isTrial: turn.isTrial === true, order, ...way };
  }
  throw new Error(`Others changed the conversation of the message ${messageId} ${ATTEMPTS} times in a row.`);
}

/** The part that a public part of a long text answers, on channels that show such parts as a thread. */
function partBefore({ follows }: Turn, { chainsParts }: ChannelSender): string | undefined {
  return chainsParts && follows?.visibility === 'public' ? follows.nativeId : undefined;
}

/** A message that remembers what it answers, so that its echo is known by it. */
function answering({ inReplyTo }: Order) {
  return (message: Message): Message => (inReplyTo === undefined ? message : { ...message, inReplyTo });
}

/** The message in the words of a channel. */
export function orderOf(
  { conversation, message }: Departure,
  media: Media[],
  inReplyTo = message.inReplyTo,
): Order {
  const { outbound: way } = message;
  return {
    messageId: message.id,
    visibility: message.visibility,
    text: message.text,
    media,
    personId: conversation.privateId ?? conversation.contact.nativeId,
    inReplyTo,
    invitation: way.invitation,
    human: way.automatic !== true,
    lastInboundAt: way.invitation ? way.questionAt : conversation.lastPrivateInboundAt,
  };
}

function send({ sender, order, access }: Claim): Promise<SendOutcome> {
  return sender.send(order, access);
}

/** Looks on the platform for a message that may have arrived. Found: sent. Surely not there: may be sent again. */
async function look({ sender, order, access }: Claim, since: string): Promise<SendOutcome> {
  const seen = await sender.look(order, access, since);
  if (seen.found === 'yes') return { outcome: 'sent', nativeId: seen.nativeId, personId: seen.personId };
  if (seen.found === 'unknown') return { outcome: 'unconfirmed', refusal: seen.refusal };
  const refusal = {
    code: 'hark:not-arrived',
    explanation: 'The platform did not take it.',
    advice: 'Nothing to do: it is sent again.',
  };
  return { outcome: 'retry', afterSeconds: 0, refusal, wholeAccount: false };
}

/** How to reach the platform as the conversation's account. */
async function wayOf(
  { channel, accountId }: Conversation,
  dispatch: Dispatch,
): Promise<{ sender: ChannelSender; access: Access }> {
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
