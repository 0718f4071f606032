import { assignWork } from '../../functions/bookkeeping/assign-work.ts';
import { applyEvent, type Desk } from '../../functions/desk.ts';
import type { Conversation } from '../../functions/domain/conversation.ts';
import { assignmentEvents } from '../../functions/domain/events.ts';
import type { PresenceState } from '../../functions/domain/presence.ts';
import type { Assignment, RoutingRule } from '../../functions/domain/routing-schema.ts';
import { fireDue } from '../../functions/handlers/due.ts';
import { reportPresence } from '../../functions/presence.ts';
import { routing } from '../../functions/routing.ts';
import { dueBy } from '../../functions/store/due.ts';
import { listInbox } from '../../functions/store/inbox.ts';
import { orderedId } from '../../functions/store/ordered-id.ts';
import { listSeats } from '../../functions/store/seats.ts';
import { putSettings, routingSettings } from '../../functions/store/settings.ts';
import type { Table } from '../../functions/store/table.ts';
import { announcedIn } from './announced-in.ts';
import { busRecord } from './handlers/alert-desk.ts';
import { recordTelemetry } from './handlers/recorded-telemetry.ts';

/** When customers begin to write on these desks. */
export const OPENED = '2026-11-20T10:00:00.000Z';

/** A desk whose team `support` assigns its work, in a table of its own, with the bus between them. */
export async function openAssignmentDesk(
  table: Table,
  assignment: Partial<Assignment> = {},
  rules: RoutingRule[] = [],
) {
  const time = { now: OPENED };
  const settled = { method: 'round-robin' as const, capacity: 2, giveBackAfter: 'PT15M', ...assignment };
  const book = { rules, assignment: { support: settled } };
  await putSettings(table, routingSettings, { value: book, version: 0 });
  const desk: Desk = routing({ table, clock: () => time.now, orderedId });
  const telemetry = recordTelemetry();
  const told = new Set<string>();

  /** All news that nobody has taken yet, oldest first; each is taken once. */
  const news = async () => {
    const wanted = (await announcedIn(table, ...assignmentEvents)).filter(({ id }) => !told.has(id));
    for (const { id } of wanted) told.add(id);
    return wanted.map((one) => busRecord(one.name, one));
  };
  const take = (record: { body: string }) => assignWork(record, { desk, telemetry });
  /** Takes news until there is none; assigning makes news itself. */
  const settle = async (): Promise<void> => {
    for (let records = await news(); records.length > 0; records = await news())
      for (const record of records) await take(record);
  };
  const seats = async () =>
    Object.fromEntries(
      (await listSeats(table, 'support')).map(({ agentId, conversations }) => [agentId, conversations.size]),
    );
  return {
    ...{ desk, time, news, take, settle, seats },
    present: (id: string, state: PresenceState = 'online', teams: string[] = []) =>
      reportPresence({ id, name: id, teams }, state, desk, 'trace-1'),
    /** Somebody asks something; the same person again, as a follow-up. */
    ask: async (person: string, question = `${person} asks`) => {
      await applyEvent(
        {
          ...{ kind: 'message', channel: 'x', accountId: '18', direction: 'inbound', visibility: 'public' },
          ...{ at: time.now, nativeId: `${person}:${question}`, person: { nativeId: person } },
          ...{ text: question, attachments: [] },
        },
        'trace-1',
        desk,
      );
    },
    /** Our side answers somebody in the platform's own app. */
    answer: async (person: string, question = `${person} asks`) => {
      await applyEvent(
        {
          ...{ kind: 'message', channel: 'x', accountId: '18', direction: 'outbound', visibility: 'public' },
          ...{ at: time.now, nativeId: `answer to ${person}:${question}:${time.now}` },
          ...{ inReplyTo: `${person}:${question}`, text: 'We look into it.', attachments: [] },
        },
        'trace-1',
        desk,
      );
    },
    /** Lets time pass, and whatever fell due until then happen. */
    pass: async (now: string) => {
      time.now = now;
      const services = {
        desk,
        enqueueDue: async () => {},
        enqueueOutbound: async () => {},
        enqueueBroadcast: async () => {},
        telemetry,
      };
      for await (const page of dueBy(table, now))
        for (const due of page) await fireDue({ body: JSON.stringify(due) }, services);
      await settle();
    },
    conversations: async (): Promise<Conversation[]> =>
      (await listInbox(table, { status: 'open', limit: 100 })).conversations,
    /** Who owns whose conversation; `-` is nobody. */
    owners: async () =>
      Object.fromEntries(
        (await listInbox(table, { status: 'open', limit: 100 })).conversations
          .map(({ contact, ownerId = '-' }) => [contact.nativeId, ownerId] as const)
          .sort(),
      ),
  };
}
