import type { SQSRecord } from 'aws-lambda';
import type { Desk } from '../desk.ts';
import type { EventName } from '../domain/events.ts';
import type { Telemetry } from '../telemetry.ts';

/** What bookkeepers write in, and what they tell of it with. */
export interface Books {
  desk: Desk;
  telemetry: Telemetry;
}

/** An announcement as the queue of the books holds it. */
export type Entry = Pick<SQSRecord, 'body'>;

/** Keeps one kind of record about what happened, a moment later. */
export interface Bookkeeper {
  /** What the log calls it. */
  name: string;
  /** The announcements that it wants to hear. */
  events: readonly EventName[];
  /** Doing it again changes nothing: what one bookkeeper fails at comes again to all who want it. */
  keep: (entry: Entry, books: Books) => Promise<void>;
}
