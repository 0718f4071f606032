import * as z from 'zod/mini';
import { platformVersions } from '../platform-versions.ts';
import type { ActionOrder, ActionOutcome, Refusal } from '../sending.ts';
import type { ApiCall, Reply, XApi } from './api.ts';
import type { Operation } from './errors.ts';
import { failureOf } from './outcome.ts';
import { refusals } from './refusals.ts';

type Target = Pick<ActionOrder, 'action' | 'visibility' | 'ours'>;

const POSTS = `/${platformVersions.xApi.value}/tweets`;
const Hidden = z.object({ data: z.object({ hidden: z.boolean() }) });
const Deleted = z.object({ data: z.object({ deleted: z.literal(true) }) });

/** Why an ordinary app cannot do this to such a message of X; undefined when it can. */
export function withholds({ action, visibility, ours }: Target): Refusal | undefined {
  switch (action) {
    case 'like':
      return refusals.noLikes;
    case 'edit':
      return refusals.noEdits;
    case 'hide':
    case 'unhide':
      return visibility === 'private' || ours ? refusals.noHiding : undefined;
    case 'delete':
      if (visibility === 'private') return refusals.privateStays;
      return ours ? undefined : refusals.notOurs;
  }
}

/** Does it. Hiding and deleting may be repeated without harm, so no outcome is uncertain. */
export async function act(order: ActionOrder, api: XApi): Promise<ActionOutcome> {
  const refusal = withholds(order);
  if (refusal !== undefined) return { outcome: 'failed', refusal };
  return order.action === 'delete' ? remove(order, api) : setHidden(order, api, order.action === 'hide');
}

async function remove({ nativeId }: ActionOrder, api: XApi): Promise<ActionOutcome> {
  const call: ApiCall = { method: 'DELETE', path: `${POSTS}/${encodeURIComponent(nativeId)}` };
  const reply = await api.call(call);
  // An earlier attempt, or somebody on X, was faster.
  const isGone = reply.answered && reply.status === 404;
  if (isGone || Deleted.safeParse(bodyOf(reply)).success) return { outcome: 'done' };
  return failure(reply, 'delete', nativeId, api);
}

async function setHidden({ nativeId }: ActionOrder, api: XApi, hidden: boolean): Promise<ActionOutcome> {
  const path = `${POSTS}/${encodeURIComponent(nativeId)}/hidden`;
  const reply = await api.call({ method: 'PUT', path, json: { hidden } });
  if (Hidden.safeParse(bodyOf(reply)).data?.data.hidden === hidden) return { outcome: 'done' };
  return failure(reply, 'hide', nativeId, api);
}

function bodyOf(reply: Reply): unknown {
  return reply.answered && reply.status < 300 ? reply.body : undefined;
}

function failure(reply: Reply, operation: Operation, postId: string, { now }: XApi): ActionOutcome {
  return failureOf(reply, operation, { postId }, now);
}
