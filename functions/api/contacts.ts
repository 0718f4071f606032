import * as z from 'zod/mini';
import type { Contact } from '../domain/contact.ts';
import { editContact } from '../domain/edit-contact.ts';
import { Facts, withLinkedFacts } from '../domain/fact.ts';
import { type Merge, otherOf } from '../domain/merge.ts';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { conversationsOfContact, getContact, getContacts, putContact } from '../store/contacts.ts';
import { getIdentities } from '../store/identity.ts';
import { linkedContacts, listMerges } from '../store/merges.ts';
import { agentOf } from './agent.ts';
import { bodyOf, json } from './json.ts';
import { conversationView } from './representation.ts';
import type { ApiServices } from './services.ts';

/** How many conversations of each contact are shown. */
const CONVERSATIONS_SHOWN = 30;
/** How often an edit is made anew because somebody else saved meanwhile. */
const ATTEMPTS = 5;

/** `GET /api/contacts/{id}`: a person, with all contacts that are the same person. */
export async function showContact(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  agentOf(request);
  return contactAnswer(await contactOf(request, services), services);
}

/** The contact that the path names. @throws Reject 404 */
export async function contactOf(
  { parameters }: HttpRequest,
  { desk }: Pick<ApiServices, 'desk'>,
): Promise<Contact> {
  const contact = await getContact(desk.table, parameters.id ?? '');
  if (!contact) throw new Reject(404, 'There is no contact with this id.');
  return contact;
}

const text = (longest: number) => z.optional(z.nullable(z.string().check(z.maxLength(longest))));

const Edit = z.object({ facts: z.optional(Facts), note: text(5000), name: text(200) });

/** `PATCH /api/contacts/{id}`: what we know of a person. The list of facts is saved as a whole. */
export async function changeContact(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = agentOf(request);
  const edit = bodyOf(request, Edit);
  const { desk } = services;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await contactOf(request, services);
    const linked = await linkedOf(before, services);
    const { contact, changed } = editContact(
      before,
      edit,
      linked.flatMap(({ facts = [] }) => facts),
    );
    if (changed.length === 0) return contactAnswer(before, services);
    const saved = await putContact(desk.table, contact, {
      event: { name: 'contact.changed', data: { contactId: contact.id, changed } },
      at: desk.clock(),
      actor: agent.id,
      traceId: request.traceId,
    });
    if (saved) return contactAnswer(await contactOf(request, services), services);
  }
  throw new Error(`Others changed the same contact ${ATTEMPTS} times in a row.`);
}

async function linkedOf({ id }: Contact, { desk }: ApiServices): Promise<Contact[]> {
  return getContacts(desk.table, await linkedContacts(desk.table, id));
}

/** A contact as the API shows it, now. */
export async function contactAnswer(
  contact: Contact,
  services: ApiServices,
  status = 200,
): Promise<HttpAnswer> {
  const { desk, senderOf } = services;
  const { table } = desk;
  const now = desk.clock();
  const [linked, merges] = await Promise.all([linkedOf(contact, services), listMerges(table, contact.id)]);
  const all = [contact, ...linked];
  const [identities, others, conversations] = await Promise.all([
    getIdentities(
      table,
      all.flatMap((one) => one.identities),
    ),
    getContacts(
      table,
      merges.map((merge) => otherOf(merge, contact.id)),
    ),
    Promise.all(all.map(({ id }) => conversationsOfContact(table, id, CONVERSATIONS_SHOWN))),
  ]);
  const rows = conversations.flat().sort((a, b) => (a.lastMessageAt < b.lastMessageAt ? 1 : -1));
  return json(status, {
    id: contact.id,
    name: contact.name ?? identities.find(({ profile }) => profile.name !== undefined)?.profile.name,
    identities: identities.map(({ channel, nativeId, profile }) => ({ channel, nativeId, profile })),
    facts: withLinkedFacts(
      contact.facts ?? [],
      linked.flatMap(({ facts = [] }) => facts),
    ),
    note: contact.note,
    conversations: rows.map((row) => conversationView(row, now, senderOf(row.channel)?.limits)),
    merges: merges.map((merge) => mergeView(merge, contact.id, others)),
  });
}

function mergeView(merge: Merge, contactId: string, others: readonly Contact[]) {
  const { id, why, state, proposedBy, proposedAt, decidedBy, decidedAt } = merge;
  const otherId = otherOf(merge, contactId);
  const otherName = others.find((other) => other.id === otherId)?.name;
  return { id, otherId, otherName, why, state, proposedBy, proposedAt, decidedBy, decidedAt };
}
