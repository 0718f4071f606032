import { type Broadcast, subjectOf, textFor } from '../domain/broadcast.ts';
import type { Delivery } from '../domain/recipient.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import { tellSubscriber } from '../subscribers.ts';
import type { Broadcasting } from './broadcasting.ts';

const PREFIX = 'email#';

/** Names the recipient who is that subscriber. */
export const mailName = (subscriberId: string): string => `${PREFIX}${subscriberId}`;

/** Whether a recipient of that name is reached by mail. */
export const isMailName = (name: string): boolean => name.startsWith(PREFIX);

/** The tag of a mail by which the mail service's own events find its recipient: `<broadcast id>_<subscriber id>`. */
export const RECIPIENT_TAG = 'broadcastRecipient';
/** How long to leave the mail service alone after it refused, in seconds. */
const PAUSE = 10;
/** After so many looks in which the mail service told nothing of a mail, none left. */
const SILENCE = 2;

const skips = {
  unsubscribed: {
    code: 'broadcast:unsubscribed',
    explanation: 'This subscriber asked for no more mail.',
    advice: 'There is nothing to do.',
  },
  suppressed: {
    code: 'broadcast:suppressed',
    explanation:
      'Mail to this subscriber bounced for good, or they called it spam; they are not mailed again.',
    advice: 'There is nothing to do. The list of subscribers shows why.',
  },
} as const;

const refused = {
  code: 'broadcast:mail-refused',
  explanation: 'The mail service did not take the mail.',
  advice: 'It is tried again by itself.',
};

const unknown = {
  code: 'broadcast:mail-unknown',
  explanation: 'Nobody knows whether the mail service took the mail.',
  advice: 'Hark waits for what the mail service tells of it before it is sent again.',
};

/** Mails the broadcast to one subscriber; there is none any more when they left long ago. */
export async function mailSubscriber(
  broadcast: Broadcast,
  subscriber: Subscriber | undefined,
  { subscribers }: Broadcasting,
): Promise<Delivery> {
  const content = {
    ...{ subject: subjectOf(broadcast), text: textFor(broadcast, 'email') },
    files: broadcast.course?.files ?? [],
  };
  try {
    const told = await tellSubscriber(subscribers, subscriber, content, {
      [RECIPIENT_TAG]: `${broadcast.id}_${subscriber?.id}`,
    });
    if (told.outcome === 'sent') return { outcome: 'sent', nativeId: told.mailId };
    if (told.outcome === 'refused') return { outcome: 'later', afterSeconds: PAUSE, refusal: refused };
    const refusal = told.reason === 'unsubscribed' ? skips.unsubscribed : skips.suppressed;
    return { outcome: 'skipped', refusal };
  } catch {
    return { outcome: 'unconfirmed', refusal: unknown };
  }
}

/**
 * No mail service lets us ask whether it took a mail; its own event tells so within seconds. When it has told nothing for longer
 * than that, no mail left.
 */
export function lookForMail(looks: number): Delivery {
  return looks < SILENCE
    ? { outcome: 'unconfirmed', refusal: unknown }
    : { outcome: 'later', afterSeconds: 0 };
}
