import * as z from 'zod/mini';
import type { Access } from '../sending.ts';
import { callGraph } from './graph-call.ts';

const Page = z.object({ followers_count: z.number() });

/** How many follow our page. */
export async function followers(access: Access): Promise<number | undefined> {
  const path = encodeURIComponent(access.accountId);
  const answer = await callGraph(access, { method: 'GET', path, query: { fields: 'followers_count' } }, Page);
  return answer.ok ? answer.value.followers_count : undefined;
}
