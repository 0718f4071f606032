import type { SendOutcome } from './channels/sending.ts';
import { decideUntilCommitted } from './desk.ts';
import type { Claim, Dispatch } from './dispatch.ts';
import type { Change } from './domain/change.ts';
import type { Message } from './domain/message.ts';
import { departed, failed, held, postponed, unconfirmed } from './domain/outbound.ts';
import type { Departure, Moment } from './domain/outbound-change.ts';
import { linkPrivately } from './domain/private-link.ts';
import { freeAccount, holdAccount } from './held-accounts.ts';
import { noteFailure, noteTraffic } from './store/accounts.ts';
import { closeBudget } from './store/budget.ts';
import { getMessage } from './store/conversations.ts';
import { getDeparture, loadAftermath } from './store/departures.ts';
import { getIdentity } from './store/identity.ts';
import type { Native } from './store/keys.ts';
import { getReference } from './store/references.ts';

const anotherMessage = {
  code: 'hark:another-message',
  explanation: 'What was found on the platform is another message of ours with the same words.',
  advice: 'Look on the platform whether this one is there too, then mark it as handled or send it again.',
};

/** Writes what became of a message that was given to the platform or looked for there. */
export async function settle(
  claim: Claim,
  outcome: SendOutcome,
  traceId: string,
  dispatch: Dispatch,
): Promise<void> {
  const { desk, telemetry } = dispatch;
  const { channel } = claim.departure.conversation;
  const messageId = claim.departure.message.id;
  const judged = await judge(claim, outcome, dispatch);
  let isContested = false;
  await decideUntilCommitted(desk.table, async () => {
    const departure = await getDeparture(desk.table, messageId);
    const moment = { now: desk.clock(), traceId, actor: channel };
    const change = departure && (await settled(claim, judged, { departure, isContested }, moment, dispatch));
    isContested = true;
    return change;
  });
  await noteOutcome(claim, judged, dispatch);
  telemetry.count('Outbound', { channel, outcome: judged.outcome });
  telemetry.info('gave a message to the platform', { traceId, messageId, outcome: judged.outcome });
}

/** A refused token may be an older one than there is by now; then nothing is wrong with the account. */
async function judge(claim: Claim, outcome: SendOutcome, dispatch: Dispatch): Promise<SendOutcome> {
  if (outcome.outcome !== 'hold') return outcome;
  const { access, departure } = claim;
  const used = access.secret.accounts[access.accountId]?.token;
  const isHeld = await holdAccount(departure.conversation, used, outcome.refusal, dispatch);
  if (isHeld) return outcome;
  return { outcome: 'retry', afterSeconds: 0, refusal: outcome.refusal, wholeAccount: false };
}

/** A message as it stands, and whether somebody else wrote before we could, so that not all may be as we think. */
interface Standing {
  departure: Departure;
  isContested: boolean;
}

async function settled(
  claim: Claim,
  outcome: SendOutcome,
  standing: Standing,
  moment: Moment,
  dispatch: Dispatch,
): Promise<Change | undefined> {
  const { departure } = standing;
  const { state, outbound } = departure.message;
  const isOurs = state === 'sending' && outbound.leasedUntil === claim.leasedUntil;
  const aftermath = () => loadAftermath(dispatch.desk.table, departure);
  switch (outcome.outcome) {
    case 'sent':
      return state === 'sending' ? arrived(claim, outcome, standing, moment, dispatch) : undefined;
    case 'retry':
      return isOurs ? postponed(departure, outcome, moment, await aftermath()) : undefined;
    case 'hold':
      return isOurs ? held(departure, outcome.refusal, moment) : undefined;
    case 'failed':
      return isOurs ? failed(departure, outcome.refusal, moment, await aftermath()) : undefined;
    case 'unconfirmed':
      return isOurs ? unconfirmed(departure, outcome.refusal, moment) : undefined;
  }
}

/**
 * The platform has it. Its id may lead somewhere already: to what an echo was taken for that came first, and then the message is
 * known twice rather than sent twice; or, when it was only found by its words, to another message of ours.
 */
async function arrived(
  { since }: Claim,
  { nativeId, personId }: Extract<SendOutcome, { outcome: 'sent' }>,
  { departure, isContested }: Standing,
  moment: Moment,
  { desk }: Dispatch,
): Promise<Change> {
  const { channel, accountId } = departure.conversation;
  const native = { channel, accountId, nativeId };
  const other = isContested ? await otherMessage(native, departure.message.id, desk.table) : undefined;
  if (other?.outbound && since !== undefined) return unconfirmed(departure, anotherMessage, moment);
  const { newReferences, ...change } = departed(departure, nativeId, moment);
  const known = personId === undefined ? undefined : await getIdentity(desk.table, channel, personId);
  const invited = departure.message.outbound.invitation ? personId : undefined;
  return linkPrivately(other ? change : { ...change, newReferences }, invited, known);
}

async function otherMessage(
  native: Native,
  messageId: string,
  table: Dispatch['desk']['table'],
): Promise<Message | undefined> {
  const reference = await getReference(table, native);
  if (reference?.messageId === undefined || reference.messageId === messageId) return undefined;
  return getMessage(table, reference.messageId);
}

/** What an outcome says of the account beside the message. */
async function noteOutcome(claim: Claim, outcome: SendOutcome, dispatch: Dispatch): Promise<void> {
  const { table, clock } = dispatch.desk;
  const { channel, accountId } = claim.departure.conversation;
  const account = { channel, id: accountId };
  const now = clock();
  if (outcome.outcome === 'sent') {
    await noteTraffic(table, account, 'lastOutboundAt', now);
    if (claim.isTrial) await freeAccount(claim.departure.conversation, dispatch);
    return;
  }
  await noteFailure(table, account, outcome.refusal, now);
  if (outcome.outcome !== 'retry' || !outcome.wholeAccount) return;
  const until = Date.parse(now) + outcome.afterSeconds * 1000;
  for (const visibility of ['public', 'private'] as const) {
    const { use, rate } = dispatch.rateOf(channel, { visibility });
    await closeBudget(table, { channel, accountId, use }, rate, until);
  }
}
