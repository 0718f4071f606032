import type { Desk } from './desk.ts';
import { remind } from './domain/incident-moves.ts';
import { getIncident, saveIncident } from './store/incidents.ts';

const ATTEMPTS = 5;

/** Tells that nobody said anything about an incident for a while; an update meanwhile means that nothing happens. */
export async function remindOwner(incidentId: string, { table, clock }: Desk): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await getIncident(table, incidentId);
    const reminded = before && remind(before, clock());
    if (!reminded) return;
    const occasion = { at: clock(), actor: 'clock', traceId: incidentId };
    if ((await saveIncident(table, { before, after: reminded.after }, reminded.events, occasion)) === 'saved')
      return;
  }
  throw new Error(`Others changed the incident ${incidentId} ${ATTEMPTS} times in a row.`);
}
