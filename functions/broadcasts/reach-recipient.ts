import { type Delivery, type Recipient, settleRecipient, takeRecipient } from '../domain/recipient.ts';
import { claimRecipient, getRecipient, settleRecipientItem } from '../store/recipients.ts';
import { again } from './again.ts';
import type { Broadcasting, Reach } from './broadcasting.ts';
import { noteFirstWord } from './first-word.ts';
import { paced } from './pace.ts';
import { answerPersonally, personOf } from './personal.ts';
import { lookForPost, preparePost, sendPost } from './posting.ts';
import { shownEvent } from './showing.ts';

/** Reaches one recipient of a broadcast that is not reached by mail, as far as that is possible now. Safe to call as often as one likes. */
export async function reachRecipient(
  broadcastId: string,
  name: string,
  traceId: string,
  broadcasting: Broadcasting,
): Promise<void> {
  const { desk, enqueue } = broadcasting;
  const [broadcast, recipient] = await Promise.all([
    broadcasting.broadcastOf(broadcastId),
    getRecipient(desk.table, broadcastId, name),
  ]);
  // Paused: resuming looks for all that have not left. Cancelled: it never leaves.
  if (!broadcast || !recipient || broadcast.state !== 'publishing') return;
  const now = desk.clock();
  const taken = takeRecipient(recipient, now);
  if (taken.take === 'leave') return;
  if (taken.take === 'wait') return enqueue(again(recipient, now));
  const reach = { broadcast, recipient, traceId };
  const attempt =
    taken.take === 'look' ? await lookFor(reach, broadcasting) : await attemptAt(reach, broadcasting);
  if (typeof attempt !== 'function') return settle(reach, recipient, attempt, broadcasting);
  const claimed = taken.claimed;
  if (await claimRecipient(desk.table, recipient, claimed)) {
    await settle(reach, claimed, await attempt(), broadcasting);
  }
}

type Attempt = () => Promise<Delivery>;

/** What is to be done under the claim; or why it cannot be done now. Whatever may fail comes before the claim. */
async function attemptAt(reach: Reach, broadcasting: Broadcasting): Promise<Attempt | Delivery> {
  const { audience } = reach.recipient;
  // What the status page shows is announced with the very write that says so.
  if (audience === 'status') return async () => ({ outcome: 'sent' });
  if (audience === 'personal') return answerAttempt(reach, broadcasting);
  const posting = await preparePost(reach, broadcasting);
  if ('outcome' in posting) return posting;
  const { accountId = '' } = reach.recipient;
  const { use, rate } = broadcasting.rateOf(audience, { visibility: 'public' });
  const wait = await turn(reach.recipient, { channel: audience, accountId, use }, rate, broadcasting);
  return wait ?? (() => sendPost(posting));
}

async function answerAttempt(reach: Reach, broadcasting: Broadcasting): Promise<Attempt | Delivery> {
  const person = await personOf(reach.recipient, broadcasting);
  const answer = () => answerPersonally(reach, broadcasting);
  if (!person) return answer;
  const { channel, accountId, visibility } = person;
  const { use, rate } = broadcasting.rateOf(channel, { visibility });
  return (await turn(reach.recipient, { channel, accountId, use }, rate, broadcasting)) ?? answer;
}

function turn(
  recipient: Recipient,
  budget: Parameters<typeof paced>[1],
  rate: Parameters<typeof paced>[2],
  { desk }: Broadcasting,
) {
  return paced(desk.table, budget, rate, { recipient, now: Date.parse(desk.clock()) });
}

/** How to find out whether an earlier attempt arrived. */
async function lookFor(reach: Reach, broadcasting: Broadcasting): Promise<Attempt | Delivery> {
  const { attemptedAt } = reach.recipient;
  const posting = await preparePost(reach, broadcasting);
  if ('outcome' in posting) return posting;
  return () => lookForPost(posting, attemptedAt ?? reach.recipient.plannedAt);
}

/** Writes what became of it. Somebody else's writing meanwhile, such as news of the mail service, is as good. */
async function settle(
  reach: Reach,
  before: Recipient,
  delivery: Delivery,
  broadcasting: Broadcasting,
): Promise<void> {
  const { broadcast, traceId } = reach;
  const { desk, enqueue, telemetry } = broadcasting;
  const { broadcastId, name, audience } = before;
  const now = desk.clock();
  const { after, counted } = settleRecipient(before, delivery, now);
  const occasion = { at: now, actor: audience, traceId };
  // Before it is settled: whoever takes over after a crash finds it unsettled, and notes it again.
  if (counted === 'sent') await noteFirstWord(broadcast, after, broadcasting);
  const events = audience === 'status' && counted === 'sent' ? [await shownEvent(reach, broadcasting)] : [];
  if (!(await settleRecipientItem(desk.table, before, { after, counted, events }, occasion))) return;
  telemetry.count('Broadcast', { audience, outcome: delivery.outcome });
  await enqueue(again(after, now));
  telemetry.info('reached a recipient', { broadcastId, name, outcome: delivery.outcome });
}
