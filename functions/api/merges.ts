import * as z from 'zod/mini';
import type { DeskEvent } from '../domain/events.ts';
import { decideMerge, type Merge, type MergeStep, mergeSteps, propose } from '../domain/merge.ts';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { getContact } from '../store/contacts.ts';
import { getMerge, putMerge } from '../store/merges.ts';
import { type Agent, agentOf } from './agent.ts';
import { contactAnswer, contactOf } from './contacts.ts';
import { bodyOf } from './json.ts';
import type { ApiServices } from './services.ts';

const Proposal = z.object({
  otherId: z.string(),
  why: z.string().check(z.minLength(1, 'is empty; say why they are one person'), z.maxLength(500)),
});

/** How each state is announced. */
const eventNames = {
  proposed: 'contact.proposed',
  merged: 'contact.merged',
  undone: 'contact.unmerged',
  rejected: 'contact.rejected',
} as const satisfies Record<Merge['state'], DeskEvent['name']>;

/** `POST /api/contacts/{id}/merges`: proposes that another contact is the same person. */
export async function proposeMerge(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = agentOf(request);
  const { otherId, why } = bodyOf(request, Proposal);
  const { desk } = services;
  const contact = await contactOf(request, services);
  if (contact.id === otherId) throw new Reject(422, 'A contact cannot be merged with itself.');
  if (!(await getContact(desk.table, otherId)))
    throw new Reject(422, 'There is no contact with this otherId.');
  const pair = [contact.id, otherId] as const;
  const known = await getMerge(desk.table, pair);
  const merge = propose(pair, known, { why, by: agent.id, now: desk.clock() });
  // Whoever proposes what somebody proposed a moment ago gets what they want.
  if (merge) await save(merge, agent, request, services);
  return contactAnswer(contact, services, 201);
}

/** `POST /api/contacts/{id}/merges/{mergeId}/{accept|reject|undo}`: decides it (lead). */
export function mergeRoute(step: MergeStep) {
  return async (request: HttpRequest, services: ApiServices): Promise<HttpAnswer> => {
    const agent = agentOf(request, 'lead');
    const { desk } = services;
    const contact = await contactOf(request, services);
    const { mergeId = '' } = request.parameters;
    const [a = '', b = ''] = mergeId.split('~');
    const known = [a, b].includes(contact.id) ? await getMerge(desk.table, [a, b]) : undefined;
    if (known?.id !== mergeId) throw new Reject(404, 'There is no merge with this id.');
    const merge = decideMerge(known, step, agent.id, desk.clock());
    if (!merge) {
      const { from } = mergeSteps[step];
      throw new Reject(409, `The merge is ${known.state}; only one that is ${from} can be decided so.`);
    }
    const isSaved = merge === known || (await save(merge, agent, request, services));
    if (!isSaved) throw new Reject(409, 'Somebody else decided it at this moment. Look at it again.');
    return contactAnswer(contact, services);
  };
}

function save(merge: Merge, agent: Agent, { traceId }: HttpRequest, { desk }: ApiServices): Promise<boolean> {
  const [contactId, otherId] = merge.contactIds;
  const event = { name: eventNames[merge.state], data: { contactId, otherId } };
  return putMerge(desk.table, merge, { event, at: desk.clock(), actor: agent.id, traceId });
}
