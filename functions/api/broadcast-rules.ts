import type { MediaFile } from '../channels/sending.ts';
import type { Audience, Broadcast } from '../domain/broadcast.ts';
import { type AudienceRules, type Preview, previewFor, problemOf } from '../domain/broadcast-problems.ts';
import type { Attachment } from '../domain/message.ts';
import { againstPublicFiles } from '../domain/public-file.ts';
import type { Refusal } from '../domain/refusal.ts';
import { getAccount } from '../store/accounts.ts';
import { refused } from './refused.ts';
import type { ApiServices } from './services.ts';

/** What people take who are told in other ways than by a post, in characters: a mail, and a message of any channel in parts. */
const LONGEST = { status: 5000, email: 10_000, personal: 4000 } as const;
const LABELS = { status: 'the status page', email: 'e-mail', personal: 'personal answers' } as const;
const CHANNELS = { facebook: 'Facebook', x: 'X' } as const;

type Said = Pick<Broadcast, 'text' | 'variants' | 'attachments' | 'accounts' | 'audiences'>;

/** What each audience of a broadcast takes now: its channel's limits, and whether our accounts there can post. */
export async function rulesFor(
  broadcast: Pick<Said, 'audiences' | 'accounts'>,
  services: ApiServices,
): Promise<(audience: Audience) => AudienceRules> {
  const rules = await Promise.all(
    broadcast.audiences.map(
      async (audience) =>
        [
          audience,
          audience === 'facebook' || audience === 'x'
            ? await postRules(audience, broadcast.accounts?.[audience], services)
            : plainRules(audience),
        ] as const,
    ),
  );
  const byAudience = new Map(rules);
  return (audience) => {
    const found = byAudience.get(audience);
    if (!found) throw new Error(`The audience '${audience}' is not one of this broadcast.`);
    return found;
  };
}

/** How each audience will see it. */
export async function previewsOf(broadcast: Said, services: ApiServices): Promise<Record<string, Preview>> {
  const rulesOf = await rulesFor(broadcast, services);
  return Object.fromEntries(
    broadcast.audiences.map((audience) => [audience, previewFor(broadcast, audience, rulesOf(audience))]),
  );
}

/** @throws Reject 422 for anything that an audience would not take, before anything goes out */
export async function refuseProblems(broadcast: Said, services: ApiServices): Promise<void> {
  const problem = problemOf(broadcast, await rulesFor(broadcast, services));
  if (problem) throw refused(problem);
}

function plainRules(audience: 'status' | 'email' | 'personal'): AudienceRules {
  return {
    label: LABELS[audience],
    measure: (text) => ({ length: text.length, limit: LONGEST[audience] }),
    inParts: (text) => [text],
    refusesMedia: audience === 'personal' ? () => undefined : againstPublicFiles,
  };
}

async function postRules(
  channel: 'facebook' | 'x',
  chosen: string[] | undefined,
  services: ApiServices,
): Promise<AudienceRules> {
  const sender = services.senderOf(channel);
  if (!sender) throw new Error(`There is no sender for the channel '${channel}'.`);
  const { posts } = sender;
  return {
    label: CHANNELS[channel],
    measure: posts.measure,
    inParts: posts.inParts,
    refusesMedia: (attachments) => posts.refusesMedia(filesOf(attachments)),
    closed: await whyClosed(channel, chosen, services),
  };
}

function filesOf(attachments: Attachment[]): MediaFile[] {
  return attachments.flatMap(({ type, contentType, size }) =>
    (type === 'image' || type === 'video') && contentType !== undefined ? [{ type, contentType, size }] : [],
  );
}

/** Why one of the accounts cannot post now. */
async function whyClosed(
  channel: 'facebook' | 'x',
  chosen: string[] | undefined,
  { secrets, desk }: ApiServices,
): Promise<Refusal | undefined> {
  const { accounts } = await secrets.of(channel);
  const ids = chosen ?? Object.keys(accounts);
  const missing = ids.find((id) => accounts[id] === undefined);
  if (ids.length === 0 || missing !== undefined) return notConnected(CHANNELS[channel], missing);
  const states = await Promise.all(ids.map((id) => getAccount(desk.table, channel, id)));
  return states.find(({ state }) => state === 'held')?.refusal;
}

function notConnected(label: string, id: string | undefined): Refusal {
  const explanation =
    id === undefined
      ? `Hark has no account on ${label} that could post.`
      : `Hark has no token of the account ${id} on ${label}.`;
  return {
    code: 'broadcast:not-connected',
    explanation,
    advice: `An admin has to connect the account, or take ${label} out of the broadcast.`,
  };
}
