import * as z from 'zod/mini';
import { causeOf } from '../desk.ts';
import { type Arrangement, arrange } from '../domain/arrange.ts';
import { emptyChange } from '../domain/change.ts';
import type { Conversation } from '../domain/conversation.ts';
import { Instant } from '../domain/instant.ts';
import { claim, type Owner } from '../domain/ownership.ts';
import { Priority } from '../domain/policy.ts';
import { Tag } from '../domain/tags.ts';
import { FIRST_TEAM } from '../domain/team.ts';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { getAgent } from '../store/agents.ts';
import { getIdentity } from '../store/identity.ts';
import { getSettings, policySettings, teamSettings } from '../store/settings.ts';
import { conversationOf } from './conversations.ts';
import { bodyOf, json } from './json.ts';
import { conversationView } from './representation.ts';
import type { ApiServices } from './services.ts';
import { refuseOtherTeams, writerOf } from './team-access.ts';
import { writeOnce } from './write-once.ts';

const MOST_TAGS = 20;

const Wish = z
  .object({
    status: z.optional(z.enum(['open', 'snoozed', 'resolved'])),
    snoozedUntil: z.optional(Instant),
    /** `null` stands for nobody. */
    ownerId: z.optional(z.nullable(z.string())),
    teamId: z.optional(z.string()),
    tags: z.optional(z.array(Tag).check(z.maxLength(MOST_TAGS, `has more than ${MOST_TAGS} tags`))),
    priority: z.optional(Priority),
    blocked: z.optional(z.boolean()),
  })
  .check(
    z.refine((wish) => Object.values(wish).some((value) => value !== undefined), {
      error:
        'names nothing to change; it takes status, snoozedUntil, ownerId, teamId, tags, priority and blocked',
    }),
    z.refine(
      ({ status, snoozedUntil }) =>
        snoozedUntil === undefined ? status !== 'snoozed' : (status ?? 'snoozed') === 'snoozed',
      { path: ['snoozedUntil'], error: 'goes with the status snoozed, which needs it' },
    ),
  );
type Wish = z.infer<typeof Wish>;

/**
 * `PATCH /api/conversations/{id}`: resolves, puts aside or opens again, gives it an owner or a team, tags, a priority, or blocks the
 * person. All that is named is done at once, or nothing.
 */
export async function changeConversation(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = writerOf(request);
  const wish = bodyOf(request, Wish);
  const { desk } = services;
  if (wish.snoozedUntil !== undefined && wish.snoozedUntil <= desk.clock()) {
    throw new Reject(400, 'snoozedUntil has passed already. Choose a later time.');
  }
  const arrangement = await arrangementOf(wish, services);
  await writeOnce(request, services, agent, async () => {
    const conversation = await conversationOf(request, services);
    refuseOtherTeams(agent, conversation);
    const { value: policies } = await getSettings(desk.table, policySettings);
    const { channel, contact } = conversation;
    const identity =
      wish.blocked === undefined ? undefined : await getIdentity(desk.table, channel, contact.nativeId);
    const routing = wish.teamId === undefined ? undefined : await desk.routing?.();
    const cause = { ...causeOf(desk, request.traceId, policies), routing };
    const change = arrange({ conversation, identity }, arrangement, agent.id, cause);
    return change && { change, result: conversation.id };
  });
  return rowAnswer(request, services);
}

/** What is wished for, with names for ids. @throws Reject 422 for an owner or a team that there is not */
async function arrangementOf(
  { ownerId, teamId, ...wish }: Wish,
  services: ApiServices,
): Promise<Arrangement> {
  const arrangement: Arrangement = wish;
  if (teamId !== undefined) arrangement.teamId = await knownTeam(teamId, services);
  if (ownerId === null) arrangement.owner = null;
  else if (ownerId !== undefined) arrangement.owner = await knownOwner(ownerId, services);
  return arrangement;
}

async function knownOwner(id: string, { desk }: ApiServices): Promise<Owner> {
  const agent = await getAgent(desk.table, id);
  if (agent) return { id, name: agent.name };
  throw new Reject(
    422,
    'There is no agent with this ownerId who ever signed in. GET /api/agents lists them.',
  );
}

async function knownTeam(id: string, { desk }: ApiServices): Promise<string> {
  const { value } = await getSettings(desk.table, teamSettings);
  if (id === FIRST_TEAM || value.teams.some((team) => team.id === id)) return id;
  throw new Reject(422, 'There is no team with this teamId. GET /api/settings/teams lists them.');
}

/** `POST /api/conversations/{id}/claim`: makes whoever asks the owner, if there is none yet; the answer says who it is. */
export async function claimConversation(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = writerOf(request);
  const { desk } = services;
  await writeOnce(request, services, agent, async () => {
    const before = await conversationOf(request, services);
    refuseOtherTeams(agent, before);
    const { conversation: after, events } = claim(before, agent);
    if (after === before) return undefined;
    const change = emptyChange({ traceId: request.traceId, at: desk.clock(), actor: agent.id });
    return { change: { ...change, conversation: { before, after }, events }, result: after.id };
  });
  return rowAnswer(request, services);
}

async function rowAnswer(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const conversation: Conversation = await conversationOf(request, services);
  const { desk, senderOf } = services;
  return json(200, conversationView(conversation, desk.clock(), senderOf(conversation.channel)?.limits));
}
