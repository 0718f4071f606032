import { type Desk, decideUntilCommitted } from './desk.ts';
import type { Affected } from './domain/affected.ts';
import type { Incident } from './domain/incident.ts';
import { outlastIncident } from './domain/join-incident.ts';
import { affectedBy, BEFORE, type Heard, proposal } from './domain/propose-affected.ts';
import { resolve } from './domain/resolve.ts';
import { FIRST_TEAM } from './domain/team.ts';
import { tokensOf } from './domain/triage/tokens.ts';
import { topicsOf } from './domain/triage/topics.ts';
import { listAffected, putAffected } from './store/affected.ts';
import { getConversation, getMessage, latestMessages } from './store/conversations.ts';
import { getIncident, listIncidents } from './store/incidents.ts';
import { componentSettings, getSettings } from './store/settings.ts';
import { getSpike, listHeard } from './store/spikes.ts';
import type { Table } from './store/table.ts';

/** How many incidents a new message is compared with; more are never open at once. */
const OPEN = 20;
/** How many conversations are looked through when an incident is declared. */
const MOST = 500;
/** How many of a conversation's latest messages are looked through. */
const RECENT = 20;
const PAGE = 100;
/** How many conversations are looked at or let go at once. */
const AT_ONCE = 10;

/** Proposes the conversation of a new message for the incidents that are open. */
export async function proposeHeard(
  conversationId: string,
  messageId: string,
  { table, clock }: Desk,
): Promise<void> {
  const { incidents } = await listIncidents(table, { limit: OPEN, isOpen: true });
  if (incidents.length === 0) return;
  const [conversation, message] = await Promise.all([
    getConversation(table, conversationId),
    getMessage(table, messageId),
  ]);
  if (!conversation || !message || message.direction !== 'inbound') return;
  for (const incident of incidents)
    await propose(incident, { conversation, said: [message] }, table, clock());
}

/** Looks through what was said lately for conversations that belong to an incident, by its words and the spike that it came from. */
export async function proposeRecent(incidentId: string, { table, clock }: Desk): Promise<void> {
  const incident = await getIncident(table, incidentId);
  if (incident?.state !== 'open') return;
  const candidates = new Set(await candidatesOf(incident, table, clock()));
  await inGroups([...candidates].slice(-MOST), async (id) => {
    const heard = await heardIn(id, table);
    if (heard) await propose(incident, heard, table, clock());
  });
}

/** The conversations that spoke of one of its words within a day, from the counters by which spikes are noticed. */
async function candidatesOf(incident: Incident, table: Table, now: string): Promise<string[]> {
  const from = new Date(Date.parse(incident.openedAt) - BEFORE * 1000).toISOString();
  const components = await componentsOf(incident, table);
  const texts = [...incident.words, ...components.map(({ name }) => name)];
  const topics = [...new Set(texts.flatMap((text) => topicsOf(tokensOf(text))))];
  const teams = [...new Set([incident.teamId, FIRST_TEAM])];
  const found: string[] = [];
  for (const teamId of teams) {
    for (const topic of topics) {
      const heard = await listHeard(table, { teamId, topic, from, to: now });
      found.push(...heard.flatMap(({ conversationIds }) => conversationIds));
    }
  }
  const spike = incident.spikeId === undefined ? undefined : await getSpike(table, incident.spikeId);
  return [...found, ...(spike?.conversationIds ?? [])];
}

async function heardIn(conversationId: string, table: Table): Promise<Heard | undefined> {
  const conversation = await getConversation(table, conversationId);
  if (!conversation) return undefined;
  const said = (await latestMessages(table, conversationId, RECENT)).filter(
    ({ direction }) => direction === 'inbound',
  );
  return { conversation, said };
}

async function propose(incident: Incident, heard: Heard, table: Table, now: string): Promise<void> {
  const suspicion = affectedBy(heard, incident, await componentsOf(incident, table));
  // Whoever is known already stays as somebody decided.
  if (suspicion) await putAffected(table, undefined, proposal(incident.id, heard, suspicion, now));
}

async function componentsOf({ affected }: Incident, table: Table): Promise<{ id: string; name: string }[]> {
  if (affected.length === 0) return [];
  const { value } = await getSettings(table, componentSettings);
  return value.components.filter(({ id }) => affected.includes(id));
}

/** Does something to each, a few at a time: one after the other would take too long, all at once too much. */
async function inGroups<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  for (let next = 0; next < all.length; next += AT_ONCE)
    await Promise.all(all.slice(next, next + AT_ONCE).map(work));
}

/** An incident is over: its conversations are measured like others again, and resolved with it if somebody said so. */
export async function letGoOfAll(incidentId: string, traceId: string, desk: Desk): Promise<void> {
  const incident = await getIncident(desk.table, incidentId);
  if (incident?.state !== 'resolved') return;
  let after: string | undefined;
  do {
    const { affected, last } = await listAffected(desk.table, incidentId, {
      state: 'accepted',
      after,
      limit: PAGE,
    });
    await inGroups(affected, (one) => letGoOf(one, incident, traceId, desk));
    after = last;
  } while (after !== undefined);
}

async function letGoOf(
  { conversationId }: Affected,
  incident: Incident,
  traceId: string,
  desk: Desk,
): Promise<void> {
  const { id, resolvedAt = '', resolvesConversations, openedBy } = incident;
  const occasion = { traceId, actor: 'clock' };
  await decideUntilCommitted(desk.table, async () => {
    const conversation = await getConversation(desk.table, conversationId);
    return conversation && outlastIncident(conversation, id, { ...occasion, now: desk.clock() });
  });
  if (!resolvesConversations) return;
  await decideUntilCommitted(desk.table, async () => {
    const conversation = await getConversation(desk.table, conversationId);
    if (!conversation || (conversation.lastInboundAt ?? '') > resolvedAt) return undefined;
    const cause = {
      now: desk.clock(),
      traceId,
      policies: { policies: [], calendars: {} },
      teamId: FIRST_TEAM,
      orderedId: desk.orderedId,
    };
    return resolve(conversation, openedBy.id, cause);
  });
}
