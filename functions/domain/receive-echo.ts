import type { Change } from './change.ts';
import type { Cause, Known } from './decision.ts';
import type { MessageEvent } from './inbound-event.ts';
import { departed } from './outbound.ts';
import type { Departure } from './outbound-change.ts';
import { linkPrivately } from './private-link.ts';
import { answer } from './waiting.ts';

/**
 * The platform shows back what Hark sent: it has it, whatever became of our call. Should the message have been given up meanwhile,
 * the person was answered after all.
 */
export function receiveEcho(event: MessageEvent, own: Departure, known: Known, cause: Cause): Change {
  const { now, traceId, policies } = cause;
  const { state, outbound } = own.message;
  const change = departed(own, event.nativeId, { now, traceId, actor: event.channel });
  const linked = linkPrivately(
    change,
    outbound.invitation ? event.person?.nativeId : undefined,
    known.identity,
  );
  const wasGivenUp = state === 'failed' || state === 'cancelled';
  if (!wasGivenUp || !outbound.stopped || !linked.conversation) return linked;
  const { before, after } = linked.conversation;
  const outcome = answer(after, outbound.stopped.at, policies);
  return {
    ...linked,
    conversation: { before, after: outcome.conversation },
    events: [...linked.events, ...outcome.events],
  };
}
