import * as z from 'zod/mini';
import type { Access, ActionOrder, ActionOutcome } from '../sending.ts';
import { againstText } from './foresee.ts';
import { callGraph, type GraphCall } from './graph-call.ts';
import { lenient } from './meta-fields.ts';
import { refusals } from './refusals.ts';
import { withholds } from './withholds.ts';
import { comparable } from './words.ts';

const Success = z.object({ success: z.boolean() });
const Node = z.object({
  is_hidden: lenient(z.boolean()),
  user_likes: lenient(z.boolean()),
  message: lenient(z.string()),
});
type Node = z.infer<typeof Node>;

/** How an action is done, and how one sees that it was. */
interface Deed {
  call: GraphCall;
  /** The field of the object that shows it. */
  field: string;
  isDone(node: Node): boolean;
  /** Whether the object goes away with it. */
  removes?: true;
  /** Whether Graph says that it did this even when it did not. */
  feigned?: true;
}

/** Seconds until something that Facebook did not do is tried again. */
const PAUSE = 5;

/** Does it. Every action may be repeated without harm, so one without a clear answer is looked at right away. */
export async function act(order: ActionOrder, access: Access): Promise<ActionOutcome> {
  const refusal =
    withholds(order) ?? (order.action === 'edit' ? againstText(order.text ?? '', 'public') : undefined);
  if (refusal) return { outcome: 'failed', refusal };
  const deed = deedOf(order);
  const answer = await callGraph(access, deed.call, Success);
  if (!answer.ok)
    return answer.failure.outcome === 'unconfirmed' ? seen(deed, order, access, false) : answer.failure;
  if (!answer.value.success) return { outcome: 'failed', refusal: refusals.noEffect };
  return deed.feigned ? seen(deed, order, access, true) : { outcome: 'done' };
}

function deedOf({ action, nativeId, text = '' }: ActionOrder): Deed {
  const path = encodeURIComponent(nativeId);
  switch (action) {
    case 'hide':
    case 'unhide': {
      const hidden = action === 'hide';
      return {
        call: { method: 'POST', path, body: { is_hidden: hidden } },
        field: 'is_hidden',
        isDone: (node) => node.is_hidden === hidden,
        // Graph answers success to parameters that it does not know on this object.
        feigned: true,
      };
    }
    case 'like':
      return {
        call: { method: 'POST', path: `${path}/likes` },
        field: 'user_likes',
        isDone: (node) => node.user_likes === true,
      };
    case 'edit':
      return {
        call: { method: 'POST', path, body: { message: text } },
        field: 'message',
        isDone: ({ message = '' }) => comparable(message) === comparable(text),
      };
    case 'delete':
      return { call: { method: 'DELETE', path }, field: 'id', isDone: () => false, removes: true };
  }
}

/** Reads back whether it was done. `claimed`: Facebook said so. */
async function seen(
  { field, isDone, removes }: Deed,
  { nativeId }: ActionOrder,
  access: Access,
  claimed: boolean,
): Promise<ActionOutcome> {
  const call = { method: 'GET', path: encodeURIComponent(nativeId), query: { fields: field } } as const;
  const answer = await callGraph(access, call, Node);
  if (answer.ok && isDone(answer.value)) return { outcome: 'done' };
  if (answer.ok) return claimed ? { outcome: 'failed', refusal: refusals.noEffect } : notDone();
  const { failure } = answer;
  if (removes && failure.refusal.code === refusals.gone.code) return { outcome: 'done' };
  // An object without this field has nothing that could have been changed.
  if (claimed && failure.outcome === 'failed') return { outcome: 'failed', refusal: refusals.noEffect };
  return { outcome: 'unconfirmed', refusal: refusals.unseen };
}

function notDone(): ActionOutcome {
  return { outcome: 'retry', afterSeconds: PAUSE, refusal: refusals.notDone, wholeAccount: false };
}
