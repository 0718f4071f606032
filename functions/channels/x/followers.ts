import * as z from 'zod/mini';
import { platformVersions } from '../platform-versions.ts';
import type { Access } from '../sending.ts';
import { openApi } from './api.ts';
import { profileOf } from './profile.ts';

const Me = z.object({ data: z.unknown() });

/** How many follow our account. */
export async function followers(access: Access): Promise<number | undefined> {
  const reply = await openApi(access)?.call({
    method: 'GET',
    path: `/${platformVersions.xApi.value}/users/me`,
    query: { 'user.fields': 'public_metrics' },
  });
  const read = Me.safeParse(reply?.answered && reply.status < 300 ? reply.body : undefined);
  return read.success ? profileOf(read.data.data)?.followers : undefined;
}
