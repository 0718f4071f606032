import * as z from 'zod/mini';
import type { Profile } from '../../domain/contact.ts';
import type { Access } from '../sending.ts';
import { callGraph } from './graph-call.ts';
import { lenient } from './meta-fields.ts';

const User = z.object({
  first_name: lenient(z.string()),
  last_name: lenient(z.string()),
});

/** What Messenger's deliveries leave out: the name of a person who wrote to our page, which Meta tells pages that may ask for it. */
export async function profile(personId: string, access: Access): Promise<Profile | undefined> {
  const query = { fields: 'first_name,last_name' };
  const answer = await callGraph(access, { method: 'GET', path: encodeURIComponent(personId), query }, User);
  if (!answer.ok) return undefined;
  const { first_name = '', last_name = '' } = answer.value;
  const name = `${first_name} ${last_name}`.trim();
  return name === '' ? undefined : { nativeId: personId, name };
}
