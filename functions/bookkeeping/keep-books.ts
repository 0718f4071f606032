import {
  Announcement,
  assignmentEvents,
  incidentEvents,
  pastAnswerEvents,
  promiseEvents,
  searchEvents,
  spikeEvents,
  tallyEvents,
} from '../domain/events.ts';
import { Drop } from '../errors.ts';
import { readBusEvent } from '../queues/bus-event.ts';
import { assignWork } from './assign-work.ts';
import type { Bookkeeper, Books, Entry } from './bookkeeper.ts';
import { countPromise } from './count-promises.ts';
import { countViews } from './count-views.ts';
import { followIncidents } from './follow-incidents.ts';
import { learnAnswer } from './learn-answers.ts';
import { makeFindable } from './make-findable.ts';
import { noticeSpikes } from './notice-spikes.ts';

/** Who keeps what. The rule of the bus lets through what any of them wants, so an event that is new here goes into `bookkeepingEvents`. */
export const bookkeepers: readonly Bookkeeper[] = [
  { name: 'views', events: tallyEvents, keep: countViews },
  { name: 'promises', events: promiseEvents, keep: countPromise },
  { name: 'answers', events: pastAnswerEvents, keep: learnAnswer },
  { name: 'words', events: searchEvents, keep: makeFindable },
  { name: 'spikes', events: spikeEvents, keep: noticeSpikes },
  { name: 'incidents', events: incidentEvents, keep: followIncidents },
  { name: 'work', events: assignmentEvents, keep: assignWork },
];

/**
 * Lets every bookkeeper do its part of an announcement at the same time, so that none keeps another waiting or from its work. Each
 * goes through with it whatever becomes of the others; what one of them could not do comes again to all.
 * @throws Drop when nobody wants it, or somebody cannot read it and nobody else failed.
 */
export async function keepBooks(
  entry: Entry,
  books: Books,
  all: readonly Bookkeeper[] = bookkeepers,
): Promise<void> {
  const { id: eventId, traceId, name } = readBusEvent(entry.body, Announcement);
  const wanting = all.filter(({ events }) => events.some((event) => event === name));
  if (wanting.length === 0) throw new Drop('unreadable bus event');
  const outcomes = await Promise.allSettled(wanting.map(({ keep }) => keep(entry, books)));
  const failures = outcomes.flatMap((outcome, index) => {
    if (outcome.status === 'fulfilled') return [];
    const error: unknown = outcome.reason;
    const fields = { traceId, eventId, event: name, bookkeeper: wanting[index]?.name, error };
    books.telemetry.error('a bookkeeper failed', fields);
    return [error];
  });
  if (failures.length === 0) return;
  // What can be read by none but one is dropped only once the others have done their part.
  throw failures.find((error) => !(error instanceof Drop)) ?? failures[0];
}
