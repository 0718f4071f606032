import * as z from 'zod/mini';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { listAudit } from '../store/audit.ts';
import { agentOf } from './agent.ts';
import { json, queryOf } from './json.ts';
import type { ApiServices } from './services.ts';

const Parameters = z.object({
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 50),
  cursor: z.optional(z.string()),
});

const IS_PLACE = /^[0-9A-Z]{26}$/;

/** `GET /api/settings/audit`: who changed which settings when, the latest change first (admin). */
export async function showAudit(request: HttpRequest, { desk }: ApiServices): Promise<HttpAnswer> {
  agentOf(request, 'admin');
  const { limit, cursor } = queryOf(request, Parameters);
  if (cursor !== undefined && !IS_PLACE.test(cursor)) {
    throw new Reject(400, 'The cursor is not one that this list gave out. Start again without it.');
  }
  const { entries, last } = await listAudit(desk.table, { limit, before: cursor });
  return json(200, { items: entries, cursor: last ?? null });
}
