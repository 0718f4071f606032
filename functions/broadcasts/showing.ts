import { textFor } from '../domain/broadcast.ts';
import type { DeskEvent } from '../domain/events.ts';
import { getIncident } from '../store/incidents.ts';
import type { Broadcasting, Reach } from './broadcasting.ts';

/** What lets the status page show the broadcast, with all that is known of its incident if it has one. */
export async function shownEvent({ broadcast }: Reach, { desk }: Broadcasting): Promise<DeskEvent> {
  const { id, kind, title, incidentId, phase, course } = broadcast;
  const files = course?.files ?? [];
  const incident = incidentId === undefined ? undefined : await getIncident(desk.table, incidentId);
  const text = textFor(broadcast, 'status');
  const said = {
    ...{ broadcastId: id, text },
    ...(phase !== undefined && { phase }),
    ...(files.length > 0 && { files }),
  };
  if (!incident) {
    const { affected, startsAt, endsAt } = broadcast;
    return { name: 'broadcast.shown', data: { ...said, kind, title, affected, startsAt, endsAt } };
  }
  const { resolvedAt: endsAt } = incident;
  return {
    name: 'broadcast.shown',
    data: {
      ...said,
      incidentId: incident.id,
      kind: 'incident',
      title: incident.title,
      affected: incident.affected,
      severity: incident.severity,
      startsAt: incident.openedAt,
      ...(endsAt !== undefined && { endsAt }),
    },
  };
}
