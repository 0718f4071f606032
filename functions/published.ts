import * as z from 'zod/mini';
import { Announcement, eventData } from './domain/events.ts';
import { workId } from './domain/planned-work.ts';
import { Phase, StatusEntry, type StatusNews } from './domain/status-entry.ts';
import { readBusEvent } from './queues/bus-event.ts';
import { getBroadcast } from './store/broadcasts.ts';
import { getIncident } from './store/incidents.ts';
import { getStatusEntry } from './store/status.ts';
import type { Table } from './store/table.ts';

const Shown = z.extend(Announcement, {
  name: z.literal('broadcast.shown'),
  data: z.extend(eventData['broadcast.shown'], {
    kind: StatusEntry.shape.kind,
    phase: z.optional(Phase),
    severity: StatusEntry.shape.severity,
  }),
});
type Shown = z.infer<typeof Shown>;

const IncidentMoved = z.extend(Announcement, {
  name: z.enum(['incident.changed', 'incident.resolved']),
  data: eventData['incident.changed'],
});

const BroadcastMoved = z.extend(Announcement, {
  name: z.enum(['broadcast.scheduled', 'broadcast.cancelled']),
  data: eventData['broadcast.cancelled'],
});

/** Components have other names, or there are others; what is told of them stays. */
const SettingsSaved = z.extend(Announcement, { name: z.literal('settings.changed') });

/** What the bus announces, or the turn of the clock, which tells nothing. */
const Detail = z.union([
  Shown,
  IncidentMoved,
  BroadcastMoved,
  SettingsSaved,
  z.object({ name: z.optional(z.undefined()) }),
]);

/**
 * What an event of the bus tells everybody; undefined when that is nothing: for the turn of the clock, for settings, and for an incident of which
 * nobody has published a word.
 * @throws Drop when it is neither
 */
export async function readStatusNews(body: string, table: Table): Promise<StatusNews | undefined> {
  const event = readBusEvent(body, Detail);
  switch (event.name) {
    case undefined:
    case 'settings.changed':
      return undefined;
    case 'broadcast.shown':
      return newsOf(event);
    case 'broadcast.scheduled':
    case 'broadcast.cancelled':
      return nextWork(event.data.broadcastId, table);
    default:
      return factsOf(event.data.incidentId, table);
  }
}

function newsOf({ at, data }: Shown): StatusNews {
  const { broadcastId, kind, title, text, phase, severity, endsAt } = data;
  const { affected = [], startsAt = at, files } = data;
  // Work whose end nobody tells would go on for ever: that is news, and no state of anything.
  const isPlanned = kind === 'maintenance' && endsAt !== undefined;
  return {
    id: data.incidentId ?? (isPlanned ? workId(startsAt, affected) : broadcastId),
    kind: kind === 'maintenance' && !isPlanned ? 'announcement' : kind,
    title,
    affected,
    startsAt,
    ...(severity !== undefined && { severity }),
    ...(endsAt !== undefined && { endsAt }),
    update: { id: broadcastId, at, text, ...(phase !== undefined && { phase }), ...(files && { files }) },
  };
}

/**
 * The next time of recurring work, as it stands by now; the first time is told of when its notice is due. Undefined for every other
 * broadcast.
 */
async function nextWork(broadcastId: string, table: Table): Promise<StatusNews | undefined> {
  const broadcast = await getBroadcast(table, broadcastId);
  const { kind, title, affected = [], startsAt, endsAt, repeats, audiences, state } = broadcast ?? {};
  if (kind !== 'maintenance' || repeats === undefined || !audiences?.includes('status')) return undefined;
  if (title === undefined || startsAt === undefined || endsAt === undefined) return undefined;
  const id = workId(startsAt, affected);
  const isOn = state !== 'cancelled';
  if (!isOn && !(await getStatusEntry(table, id))) return undefined;
  return { id, kind, title, affected, startsAt, endsAt, planned: { by: broadcastId, isOn } };
}

/** An incident that the page tells of is shown as it is now: no longer open once it is resolved, whoever was told. */
async function factsOf(incidentId: string, table: Table): Promise<StatusNews | undefined> {
  const [shown, incident] = await Promise.all([
    getStatusEntry(table, incidentId),
    getIncident(table, incidentId),
  ]);
  if (!shown || !incident) return undefined;
  const { id, title, affected, severity, openedAt: startsAt, resolvedAt: endsAt } = incident;
  const facts = { id, kind: 'incident' as const, title, affected, severity, startsAt };
  return { ...facts, ...(endsAt !== undefined && { endsAt }) };
}
