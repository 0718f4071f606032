import type { Broadcast } from '../domain/broadcast.ts';
import { begin, check, finish, letGo, NEVER } from '../domain/broadcast-moves.ts';
import type { DeskEvent } from '../domain/events.ts';
import { isIdle, withdrawRecipient } from '../domain/recipient.ts';
import { publishFiles } from '../media/public-files.ts';
import { broadcastMessage } from '../queues/broadcast-message.ts';
import { getBroadcast, saveBroadcast } from '../store/broadcasts.ts';
import { listRecipients, progressOf, settleRecipientItem } from '../store/recipients.ts';
import type { Broadcasting } from './broadcasting.ts';
import { planNext } from './planning.ts';
import { repeatLater } from './repeating.ts';

/** For how long one call plans recipients before it leaves the rest to the next one, in milliseconds; below the function's limit. */
const SLICE = 12_000;
/** How long nobody may seem to be at work on a recipient before its queue message counts as lost, in seconds. */
const PATIENCE = 60;
/** How often what got lost is looked for, in seconds. */
const SWEEP = 60;

/**
 * Looks after a broadcast whose time has come: begins it, plans its recipients, sends on what got lost on its way, and ends it when
 * all are settled. Whoever comes too early, or second, does nothing.
 */
export async function lookAfter(
  broadcastId: string,
  traceId: string,
  broadcasting: Broadcasting,
): Promise<void> {
  const { desk } = broadcasting;
  const stored = await getBroadcast(desk.table, broadcastId);
  if (!stored) return;
  const now = desk.clock();
  const begun = begin(stored, now);
  const { after, events } = begun && 'after' in begun ? begun : { after: stored, events: [] };
  // Begun and taken with one write, because everybody waits for the first word.
  const claimed = check(after, now);
  if (!claimed || !(await save(stored, claimed, events, traceId, broadcasting))) return;
  const mine = { ...claimed, version: stored.version + 1 };
  if (mine.state === 'cancelled') return withdrawRest(mine, traceId, broadcasting);
  if (!mine.course?.isPlanned) return plan(mine, traceId, broadcasting);
  return followUp(mine, traceId, broadcasting);
}

async function plan(broadcast: Broadcast, traceId: string, broadcasting: Broadcasting): Promise<void> {
  const { course } = broadcast;
  if (!course) return;
  const { clock } = broadcasting.desk;
  if (broadcast.attachments.length > 0 && !course.files && isReadAfar(broadcast))
    return showFiles(broadcast, course, traceId, broadcasting);
  const until = Date.parse(clock()) + SLICE;
  let cursor = await planNext(broadcast, course.cursor, broadcasting);
  while (cursor !== undefined && Date.parse(clock()) < until)
    cursor = await planNext(broadcast, cursor, broadcasting);
  const now = clock();
  const planned =
    cursor === undefined ? { ...course, isPlanned: true, sweptAt: now } : { ...course, cursor, checkAt: now };
  await save(broadcast, { ...broadcast, course: planned }, [], traceId, broadcasting);
}

/** Told on the status page or by mail, where nobody has a way to our own files. */
function isReadAfar({ audiences }: Broadcast): boolean {
  return audiences.includes('status') || audiences.includes('email');
}

/** Puts its files where everybody can look at them, and says so before anybody is told of them. */
async function showFiles(
  broadcast: Broadcast,
  course: NonNullable<Broadcast['course']>,
  traceId: string,
  broadcasting: Broadcasting,
): Promise<void> {
  const { bucket, publicFiles } = broadcasting;
  const files = await publishFiles(broadcast.attachments, bucket, publicFiles);
  const after = { ...broadcast, course: { ...course, files } };
  if (await save(broadcast, after, [], traceId, broadcasting))
    await plan({ ...after, version: broadcast.version + 1 }, traceId, broadcasting);
}

/** Ends a broadcast that is through; sends on what seems to have been lost of one that is not. */
async function followUp(broadcast: Broadcast, traceId: string, broadcasting: Broadcasting): Promise<void> {
  const { course } = broadcast;
  const { desk } = broadcasting;
  const progress = [...(await progressOf(desk.table, broadcast.id)).values()];
  const now = desk.clock();
  if (progress.every(({ planned, sent, failed, skipped }) => sent + failed + skipped >= planned)) {
    const done = finish(broadcast, now);
    if ('refusal' in done) return;
    await repeatLater(broadcast, traceId, broadcasting);
    await save(broadcast, done.after, done.events, traceId, broadcasting);
    return;
  }
  if (!course || Date.parse(now) - Date.parse(course.sweptAt) < SWEEP * 1000) return;
  const patience = course.sweptAt === NEVER ? 0 : PATIENCE;
  for await (const recipients of everyPage(broadcast.id, broadcasting)) {
    const idle = recipients.filter((recipient) => isIdle(recipient, now, patience));
    await broadcasting.enqueue(idle.map(({ name }) => broadcastMessage({ broadcastId: broadcast.id, name })));
  }
  await save(broadcast, { ...broadcast, course: { ...course, sweptAt: now } }, [], traceId, broadcasting);
}

async function withdrawRest(
  broadcast: Broadcast,
  traceId: string,
  broadcasting: Broadcasting,
): Promise<void> {
  const { desk } = broadcasting;
  for await (const recipients of everyPage(broadcast.id, broadcasting)) {
    for (const recipient of recipients) {
      const now = desk.clock();
      const after = withdrawRecipient(recipient, now);
      if (!after) continue;
      const occasion = { at: now, actor: 'clock', traceId };
      await settleRecipientItem(desk.table, recipient, { after, counted: 'skipped' }, occasion);
    }
  }
  await save(broadcast, letGo(broadcast), [], traceId, broadcasting);
}

async function* everyPage(broadcastId: string, { desk }: Broadcasting) {
  let after: string | undefined;
  do {
    const page = await listRecipients(desk.table, broadcastId, { after });
    yield page.recipients;
    after = page.last;
  } while (after !== undefined);
}

/** False when somebody else changed it meanwhile: what they did is looked after in its own turn. */
async function save(
  before: Broadcast,
  after: Broadcast,
  events: DeskEvent[],
  traceId: string,
  { desk }: Broadcasting,
): Promise<boolean> {
  const occasion = { at: desk.clock(), actor: 'clock', traceId };
  return (await saveBroadcast(desk.table, { before, after }, events, occasion)) === 'saved';
}
