import * as z from 'zod/mini';
import { Announcement, eventData } from './domain/events.ts';
import { Phase, StatusEntry, type StatusNews } from './domain/status-entry.ts';
import { readBusEvent } from './queues/bus-event.ts';

const Shown = z.extend(Announcement, {
  name: z.literal('broadcast.shown'),
  data: z.extend(eventData['broadcast.shown'], {
    kind: StatusEntry.shape.kind,
    phase: z.optional(Phase),
    severity: StatusEntry.shape.severity,
  }),
});

/** What the bus announces, or the turn of the clock, which tells nothing. */
const Detail = z.union([Shown, z.object({ name: z.optional(z.undefined()) })]);

/**
 * What an event of the bus tells everybody; undefined for the turn of the clock.
 * @throws Drop when it is neither
 */
export function readStatusNews(body: string): StatusNews | undefined {
  const event = readBusEvent(body, Detail);
  if (event.name === undefined) return undefined;
  const { at, data } = event;
  const { broadcastId, incidentId, kind, title, text, phase, severity, endsAt } = data;
  const { affected = [], startsAt = at } = data;
  return {
    id: incidentId ?? broadcastId,
    kind,
    title,
    affected,
    startsAt,
    ...(severity !== undefined && { severity }),
    ...(endsAt !== undefined && { endsAt }),
    update: { id: broadcastId, at, text, ...(phase !== undefined && { phase }) },
  };
}
