import type { Broadcast } from '../domain/broadcast.ts';
import { type Delivery, type Recipient, settleRecipient, takeRecipient } from '../domain/recipient.ts';
import { claimRecipients, getRecipients, settleRecipients } from '../store/recipients.ts';
import { getSubscribers } from '../store/subscribers.ts';
import { again } from './again.ts';
import type { Broadcasting } from './broadcasting.ts';
import { noteFirstWord } from './first-word.ts';
import { lookForMail, mailSubscriber } from './mailing.ts';
import { inLane } from './pace.ts';

/** Nobody who answers people mails from the same budget, so there is nothing to leave to them. */
const BUDGET = { channel: 'email', accountId: 'subscribers', use: 'mail' };

/** What is to be done with a recipient under its claim. */
interface Attempt {
  before: Recipient;
  claimed: Recipient;
  make: () => Promise<Delivery>;
}

/** What became of a recipient as it was read or claimed. */
interface Outcome {
  before: Recipient;
  delivery: Delivery;
}

/**
 * Mails some recipients of a broadcast, each as far as that is possible now. What they have in common is read, claimed and settled
 * with one request each, because mails are many; yet each is claimed and settled for itself. Safe to call as often as one likes.
 */
export async function reachSubscribers(
  broadcastId: string,
  names: string[],
  traceId: string,
  broadcasting: Broadcasting,
): Promise<void> {
  const { desk, enqueue } = broadcasting;
  const [broadcast, recipients] = await Promise.all([
    broadcasting.broadcastOf(broadcastId),
    getRecipients(desk.table, broadcastId, names),
  ]);
  // Paused: resuming looks for all that have not left. Cancelled: it never leaves.
  if (broadcast?.state !== 'publishing') return;
  const now = desk.clock();
  await enqueue(
    recipients.flatMap((recipient) =>
      takeRecipient(recipient, now).take === 'wait' ? again(recipient, now) : [],
    ),
  );
  const { attempts, waiting } = await whatToDo(broadcast, recipients, now, broadcasting);
  const claims = attempts.length > 0 ? await claimRecipients(desk.table, attempts) : [];
  const made = await Promise.all(
    claims.map(async ({ claimed, make }) => ({ before: claimed, delivery: await make() })),
  );
  await settle(broadcast, [...waiting, ...made], traceId, broadcasting);
}

/** Whom to mail, of which mail to wait for news, and who has to wait for their turn. Whatever may fail comes before the claim. */
async function whatToDo(
  broadcast: Broadcast,
  recipients: Recipient[],
  now: string,
  broadcasting: Broadcasting,
): Promise<{ attempts: Attempt[]; waiting: Outcome[] }> {
  const { table } = broadcasting.desk;
  const taken = recipients.map((before) => ({ before, taken: takeRecipient(before, now) }));
  const sending = taken.flatMap(({ before, taken: { take } }) => (take === 'send' ? [before] : []));
  const [subscribers, lane] = await Promise.all([
    getSubscribers(
      table,
      sending.flatMap(({ subscriberId }) => subscriberId ?? []),
    ),
    inLane(table, BUDGET, broadcasting.mailRate, { recipients: sending, now: Date.parse(now) }),
  ]);
  const waiting = sending.flatMap((before) => {
    const delivery = lane.get(before);
    return delivery ? [{ before, delivery }] : [];
  });
  const attempts = taken.flatMap(({ before, taken: one }): Attempt[] => {
    if (!('claimed' in one) || lane.get(before)) return [];
    const subscriber = subscribers.get(before.subscriberId ?? '');
    const send = () => mailSubscriber(broadcast, subscriber, broadcasting);
    const look = async () => lookForMail(before.looks);
    return [{ before, claimed: one.claimed, make: one.take === 'send' ? send : look }];
  });
  return { attempts, waiting };
}

/** Writes what became of them. Somebody else's writing meanwhile, such as news of the mail service, is as good. */
async function settle(
  broadcast: Broadcast,
  outcomes: Outcome[],
  traceId: string,
  broadcasting: Broadcasting,
): Promise<void> {
  if (outcomes.length === 0) return;
  const { desk, enqueue } = broadcasting;
  const now = desk.clock();
  const settlements = outcomes.map(({ before, delivery }) => ({
    before,
    outcome: delivery.outcome,
    ...settleRecipient(before, delivery, now),
  }));
  // Before they are settled: whoever takes over after a crash finds them unsettled, and notes it again.
  const sent = settlements.find(({ counted }) => counted === 'sent');
  if (sent) await noteFirstWord(broadcast, sent.after, broadcasting);
  const occasion = { at: now, actor: 'email', traceId };
  const written = await settleRecipients(desk.table, settlements, occasion);
  await enqueue(written.flatMap(({ after }) => again(after, now)));
  tell(broadcast.id, written, broadcasting);
}

function tell(
  broadcastId: string,
  written: { after: Recipient; outcome: Delivery['outcome'] }[],
  { telemetry }: Broadcasting,
): void {
  const namesBy = new Map<string, string[]>();
  for (const { after, outcome } of written) {
    const names = namesBy.get(outcome) ?? [];
    namesBy.set(outcome, [...names, after.name]);
  }
  for (const [outcome, names] of namesBy) {
    telemetry.gauge('Broadcast', names.length, { audience: 'email', outcome });
    telemetry.info('reached recipients', { broadcastId, names, outcome });
  }
}
