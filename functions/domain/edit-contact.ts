import type { Contact } from './contact.ts';
import { type Fact, ownFacts } from './fact.ts';

/** What an agent writes about a person; what is not named stays, `null` takes away. */
export interface ContactEdit {
  facts?: readonly Fact[] | undefined;
  note?: string | null | undefined;
  name?: string | null | undefined;
}

/** The contact with what an agent wrote, and which parts of it that changed; `linked` are facts of contacts that are the same person. */
export function editContact(
  contact: Contact,
  { facts, note, name }: ContactEdit,
  linked: readonly Fact[],
): { contact: Contact; changed: string[] } {
  const after: Contact = { ...contact };
  if (facts !== undefined) after.facts = ownFacts(facts, contact.facts ?? [], linked);
  if (note === null || note === '') delete after.note;
  else if (note !== undefined) after.note = note;
  if (name === null || name === '') delete after.name;
  else if (name !== undefined) after.name = name;
  const changed = (['facts', 'note', 'name'] as const).filter(
    (part) => JSON.stringify(after[part] ?? []) !== JSON.stringify(contact[part] ?? []),
  );
  return { contact: after, changed };
}
