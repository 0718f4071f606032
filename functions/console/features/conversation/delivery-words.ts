import type { Message } from '../../api/detail.ts';
import { dayAndHour, secondsTo, spell } from '../../formats/time.ts';
import { conversation } from '../../words/conversation.ts';

const words = conversation.states;
const plain = new Map<string, string>(
  Object.entries(words).flatMap(([state, text]) => (typeof text === 'string' ? [[state, text]] : [])),
);

/** How far a message of ours came, at `now` (epoch milliseconds). */
export function deliveryWords({ state, outbound }: Pick<Message, 'state' | 'outbound'>, now: number): string {
  if (outbound?.handledBy !== undefined) return words.handled;
  if (state === 'scheduled' && outbound) return words.scheduled(dayAndHour(outbound.leavesAt));
  if (state === 'queued' && outbound) {
    const left = secondsTo(outbound.leavesAt, now);
    return left > 0 ? words.leaving(spell(Math.ceil(left))) : words.queued;
  }
  return plain.get(state) ?? state;
}

/** Whether it can still be taken back. */
export function canUndo({ state, outbound }: Pick<Message, 'state' | 'outbound'>, now: number): boolean {
  if (state === 'scheduled' || state === 'awaiting-approval') return true;
  return state === 'queued' && outbound !== undefined && secondsTo(outbound.leavesAt, now) > 0;
}

/** Whether somebody has to look at it. */
export function isTrouble({ state, outbound }: Pick<Message, 'state' | 'outbound'>): boolean {
  return ['failed', 'unconfirmed', 'held'].includes(state) && outbound?.handledBy === undefined;
}
