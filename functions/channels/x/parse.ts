import type { InboundEvent } from '../../domain/inbound-event.ts';
import { Drop } from '../../errors.ts';
import { readEnvelope } from './envelope.ts';
import { parseAccountActivity } from './parse-aaa.ts';
import { parseActivity } from './parse-xaa.ts';
import { postEvent } from './post.ts';
import { readPost } from './post-v2.ts';

/** Understands one fragment: an envelope of X with a single event in it. Throws `Drop` when it cannot be read. */
export function parse(body: unknown): InboundEvent {
  const envelope = readEnvelope(body);
  switch (envelope?.generation) {
    case 'account-activity':
      return parseAccountActivity(envelope);
    case 'activity':
      return parseActivity(envelope);
    case 'filtered-stream':
      return postEvent(envelope.accountId, readPost(envelope.post, envelope.includes));
    default:
      throw new Drop('x: unreadable fragment');
  }
}
