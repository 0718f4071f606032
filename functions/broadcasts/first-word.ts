import type { Broadcast } from '../domain/broadcast.ts';
import { noteWord } from '../domain/incident-moves.ts';
import type { Recipient } from '../domain/recipient.ts';
import { getIncident, saveIncident } from '../store/incidents.ts';
import type { Broadcasting } from './broadcasting.ts';

const ATTEMPTS = 8;

/** Remembers the first posts about an incident, from which later ones go on, and when the first word about it was out. */
export async function noteFirstWord(
  { incidentId }: Broadcast,
  { audience, accountId, nativeId, part = 0, settledAt }: Recipient,
  { desk }: Broadcasting,
): Promise<void> {
  if (incidentId === undefined || part > 0 || settledAt === undefined) return;
  const isPost =
    (audience === 'facebook' || audience === 'x') && accountId !== undefined && nativeId !== undefined;
  const word = {
    at: settledAt,
    ...(isPost && { post: { channel: audience, accountId, nativeId } }),
    ...(audience === 'status' && { isShown: true }),
  };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await getIncident(desk.table, incidentId);
    const after = before && noteWord(before, word);
    if (!after) return;
    const occasion = { at: settledAt, actor: audience, traceId: incidentId };
    if ((await saveIncident(desk.table, { before, after }, [], occasion)) === 'saved') return;
  }
  throw new Error(`Others changed the incident ${incidentId} ${ATTEMPTS} times in a row.`);
}
