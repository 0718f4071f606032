import { type Audience, type Broadcast, textFor } from '../domain/broadcast.ts';
import type { Recipient } from '../domain/recipient.ts';
import { broadcastMessage } from '../queues/broadcast-message.ts';
import { listAffected } from '../store/affected.ts';
import { planRecipients } from '../store/recipients.ts';
import { listSubscribers } from '../store/subscribers.ts';
import type { Broadcasting } from './broadcasting.ts';
import { mailName } from './mailing.ts';
import { postName } from './posting.ts';

/** What everybody can see goes first, and those who asked come before those who only subscribed. */
const ORDER: readonly Audience[] = ['status', 'facebook', 'x', 'personal', 'email'];
/** How many people are planned at once. */
const PAGE = 200;

/** Some recipients, and where the next ones begin; undefined at the end of an audience. */
interface Page {
  recipients: Pick<Recipient, 'name' | 'accountId' | 'part' | 'conversationId' | 'subscriberId'>[];
  next?: string | undefined;
}

/**
 * Plans the next recipients of a broadcast and sends them on their way. `cursor` is where an earlier call stopped; what comes back
 * is where this one did, undefined when all are planned. Planning the same again plans nobody twice.
 */
export async function planNext(
  broadcast: Broadcast,
  cursor: string | undefined,
  broadcasting: Broadcasting,
): Promise<string | undefined> {
  const { desk, enqueue } = broadcasting;
  const audiences = ORDER.filter((audience) => broadcast.audiences.includes(audience));
  const [name, place] = cursor === undefined ? [audiences[0]] : placeOf(cursor);
  const audience = audiences.find((one) => one === name);
  if (!audience) return undefined;
  const { recipients, next } = await pageOf(audience, broadcast, place, broadcasting);
  const plannedAt = desk.clock();
  const planned = recipients.map(
    (recipient): Recipient => ({
      ...recipient,
      broadcastId: broadcast.id,
      audience,
      state: 'planned',
      plannedAt,
      attempts: 0,
      looks: 0,
    }),
  );
  await planRecipients(desk.table, planned);
  await enqueue(planned.map((one) => broadcastMessage({ broadcastId: broadcast.id, name: one.name })));
  if (next !== undefined) return `${audience}:${next}`;
  const following = audiences[audiences.indexOf(audience) + 1];
  return following === undefined ? undefined : `${following}:`;
}

function placeOf(cursor: string): [audience: string, place?: string] {
  const at = cursor.indexOf(':');
  const place = cursor.slice(at + 1);
  return place === '' ? [cursor.slice(0, at)] : [cursor.slice(0, at), place];
}

async function pageOf(
  audience: Audience,
  broadcast: Broadcast,
  after: string | undefined,
  broadcasting: Broadcasting,
): Promise<Page> {
  const { table } = broadcasting.desk;
  switch (audience) {
    case 'status':
      return { recipients: [{ name: 'status#page' }] };
    case 'facebook':
    case 'x':
      return { recipients: await posts(audience, broadcast, broadcasting) };
    case 'personal': {
      const { incidentId } = broadcast;
      if (incidentId === undefined) return { recipients: [] };
      const { affected, last } = await listAffected(table, incidentId, {
        state: 'accepted',
        after,
        limit: PAGE,
      });
      const ids = affected.map(({ conversationId }) => conversationId);
      return {
        recipients: ids.map((conversationId) => ({ name: `personal#${conversationId}`, conversationId })),
        next: last,
      };
    }
    case 'email': {
      const { subscribers, cursor } = await listSubscribers(table, {
        state: 'confirmed',
        limit: PAGE,
        cursor: after,
      });
      const ids = subscribers.map(({ id }) => id);
      return {
        recipients: ids.map((subscriberId) => ({ name: mailName(subscriberId), subscriberId })),
        next: cursor,
      };
    }
  }
}

/** One for each account and each post that the text makes there. */
async function posts(
  audience: 'facebook' | 'x',
  broadcast: Broadcast,
  { secrets, senderOf }: Broadcasting,
): Promise<Page['recipients']> {
  const { accounts } = await secrets.of(audience);
  const chosen = broadcast.accounts?.[audience] ?? Object.keys(accounts);
  const parts = senderOf(audience)?.posts.inParts(textFor(broadcast, audience)) ?? [];
  return chosen.flatMap((accountId) =>
    parts.map((_, part) => ({ name: postName(audience, accountId, part), accountId, part })),
  );
}
