import * as z from 'zod/mini';
import { PresenceState } from '../domain/presence.ts';
import { reportPresence } from '../presence.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { bodyOf, json } from './json.ts';
import type { ApiServices } from './services.ts';
import { memberOf } from './team-access.ts';

const Report = z.object({ state: PresenceState });

/** `PUT /api/me/presence`: whether the signed-in agent is there, and so is given work. Saying the same again changes nothing. */
export async function putMyPresence(request: HttpRequest, { desk }: ApiServices): Promise<HttpAnswer> {
  const { id, name, teams } = await memberOf(request, desk);
  const { state } = bodyOf(request, Report);
  const { since } = await reportPresence({ id, name, teams }, state, desk, request.traceId);
  return json(200, { state, since });
}
