import { putSubscriber, subscriberId } from '../../../functions/store/subscribers.ts';
import type { Table } from '../../../functions/store/table.ts';

/** Puts somebody on the list who has confirmed it. @param now ISO 8601 instant */
export async function subscribe(table: Table, email: string, now: string): Promise<void> {
  const id = subscriberId(email);
  const subscriber = { id, email, secret: 'secret', version: 0, since: now, askedAt: now };
  await putSubscriber(table, undefined, { ...subscriber, state: 'confirmed', confirmedAt: now }, now);
}
