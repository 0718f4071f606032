import * as z from 'zod/mini';
import { ChannelName } from '../domain/channel-name.ts';
import { Instant } from '../domain/instant.ts';
import { Visibility } from '../domain/message.ts';
import { routeBy } from '../domain/routing.ts';
import { RoutingBook } from '../domain/routing-schema.ts';
import { FIRST_TEAM } from '../domain/team.ts';
import { Reason } from '../domain/triage/labels.ts';
import { vipsIn } from '../domain/vip.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { loadRouting } from '../store/routing.ts';
import { getSettings, policySettings } from '../store/settings.ts';
import { agentOf } from './agent.ts';
import { bodyOf, json } from './json.ts';
import type { ApiServices } from './services.ts';

/** A message as it might arrive, from somebody as they might be. */
const Trial = z.object({
  text: z.string().check(z.maxLength(10_000)),
  channel: ChannelName,
  visibility: z._default(Visibility, 'public'),
  /** Read from the text unless said, and the language likewise. */
  reason: z.optional(Reason),
  language: z.optional(z.string()),
  handle: z.optional(z.string()),
  nativeId: z.optional(z.string()),
  followers: z._default(z.number().check(z.gte(0)), 0),
  verified: z._default(z.boolean(), false),
  vip: z.optional(z.boolean()),
  customerFacts: z._default(
    z.array(z.object({ key: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) })),
    [],
  ),
  /** When it arrives; now unless said. */
  at: z.optional(Instant),
  /** Rules that are not saved yet, to be tried instead of those that are. */
  book: z.optional(RoutingBook),
});

/** `POST /api/settings/routing/dry-run`: which rules a message would fire, and what they would say. Writes nothing. */
export async function tryRouting(request: HttpRequest, { desk }: ApiServices): Promise<HttpAnswer> {
  agentOf(request, 'lead');
  const trial = bodyOf(request, Trial);
  const [{ read }, { value: policies }] = await Promise.all([
    loadRouting(desk.table),
    getSettings(desk.table, policySettings),
  ]);
  const { book, vips } = read();
  const { text, channel, visibility, followers, verified, handle, nativeId = '' } = trial;
  const triage = desk.triage?.({ text, attachments: [] }, channel);
  const { reason = triage?.reason, language = triage?.language } = trial;
  const { fired, outcome } = routeBy(trial.book ?? book)({
    ...{ text, channel, visibility, reason, language, followers, verified },
    vip: trial.vip ?? vipsIn(vips)(channel, { nativeId, handle }),
    customer: trial.customerFacts,
    now: trial.at ?? desk.clock(),
    calendars: policies.calendars,
  });
  return json(200, { fired, outcome: { teamId: FIRST_TEAM, priority: 'normal', ...outcome }, triage });
}
