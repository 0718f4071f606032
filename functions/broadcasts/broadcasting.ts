import type { Dispatch } from '../dispatch.ts';
import type { Broadcast } from '../domain/broadcast.ts';
import type { Recipient } from '../domain/recipient.ts';
import type { Bucket } from '../media/bucket.ts';
import type { Enqueue } from '../services/queues.ts';
import type { SubscriberDesk } from '../subscribers.ts';

/** What publishing needs beside what sending a message needs. */
export interface Broadcasting extends Dispatch {
  /** A broadcast as it is, or was a moment ago. */
  broadcastOf(id: string): Promise<Broadcast | undefined>;
  /** The queue of broadcasts themselves. */
  enqueue: Enqueue;
  /** Where everybody can look at pictures and films: the bucket of the status page. */
  publicFiles: Bucket;
  /** How subscribers are mailed. */
  subscribers: SubscriberDesk;
  /** How many mails an account of the mail service may send. */
  mailRate: { burst: number; seconds: number };
}

/** A recipient that this worker alone may reach now. */
export interface Reach {
  broadcast: Broadcast;
  recipient: Recipient;
  traceId: string;
}
