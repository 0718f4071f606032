import * as z from 'zod/mini';
import type { Suppression } from '../domain/subscriber.ts';

/** What SES tells of a mail that it took, as far as it matters here (SES developer guide, contents of event records). */
export const MailEvent = z.object({
  /** `Send`, `Delivery`, `Bounce`, `Complaint`, `Reject`, and others that nobody asked for. */
  eventType: z.string(),
  mail: z.object({
    messageId: z.string(),
    /** When SES took the mail; it writes instants in more than one form. */
    timestamp: z.pipe(
      z.iso.datetime({ offset: true }),
      z.transform((text) => new Date(text).toISOString()),
    ),
    tags: z.optional(z.record(z.string(), z.array(z.string()))),
  }),
  bounce: z.optional(z.object({ bounceType: z.string(), bounceSubType: z.optional(z.string()) })),
});
export type MailEvent = z.infer<typeof MailEvent>;

/** What became of a mail: it left, that is still open, or why it reached nobody. */
export type Fate = 'left' | 'pending' | 'bounced' | 'complaint' | 'rejected';

/** A delivery tells that the mail left, too: SES publishes its events at best effort, so the first may be missing. */
const fates: ReadonlyMap<string, Fate> = new Map([
  ['Send', 'left'],
  ['Delivery', 'left'],
  ['Bounce', 'bounced'],
  ['Complaint', 'complaint'],
  ['Reject', 'rejected'],
]);

/** What an event says of its mail's fate; kinds that are not known here leave it open. */
export function fateOf({ eventType }: MailEvent): Fate {
  return fates.get(eventType) ?? 'pending';
}

/**
 * Why an address must not be mailed again, if this says so. A full mailbox or a server that sleeps bounces too, but for now only.
 */
export function endsSubscription({ eventType, bounce }: MailEvent): Suppression | undefined {
  if (eventType === 'Complaint') return 'complaint';
  return eventType === 'Bounce' && bounce?.bounceType === 'Permanent' ? 'bounced' : undefined;
}
