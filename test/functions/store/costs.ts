import { showConversation } from '../../../functions/api/conversations.ts';
import { postReply } from '../../../functions/api/replies.ts';
import { keepBooks } from '../../../functions/bookkeeping/keep-books.ts';
import { noticeSpikes } from '../../../functions/bookkeeping/notice-spikes.ts';
import { applyEvent } from '../../../functions/desk.ts';
import { bookkeepingEvents, type EventName } from '../../../functions/domain/events.ts';
import type { InboundEvent, MessageEvent } from '../../../functions/domain/inbound-event.ts';
import { fireDue } from '../../../functions/handlers/due.ts';
import { releaseAccounts } from '../../../functions/held-accounts.ts';
import { inboundDesk } from '../../../functions/inbound-desk.ts';
import { catalogMessage } from '../../../functions/make-searchable.ts';
import { latestMessages } from '../../../functions/store/conversations.ts';
import { dueBy } from '../../../functions/store/due.ts';
import type { Table } from '../../../functions/store/table.ts';
import { tallyMove } from '../../../functions/store/tally.ts';
import { keepUnread } from '../../../functions/store/unread.ts';
import { type ApiDesk, apiRequest, openApiDesk } from '../api/api-desk.ts';
import { busRecord } from '../handlers/alert-desk.ts';
import { recordTelemetry } from '../handlers/recorded-telemetry.ts';
import { type Cost, meterOf } from './capacity.ts';
import { followOutbox } from './outbox.ts';
import { sampleConversation, sampleMessage } from './sample.ts';

/** What happens, and what it costs. */
export interface CostRow extends Cost {
  name: string;
  /** What it announces, in order. */
  announces: string[];
  /** What the bookkeeping of that costs. */
  books: Cost;
}

const MINUTE = 60_000;
const BEGIN = Date.parse('2026-11-20T10:00:00.000Z');
const at = (minutes: number) => new Date(BEGIN + minutes * MINUTE).toISOString();
/** As long as messages to a support desk usually are. */
const TEXT =
  'Hello, my order LS-20431 has not arrived yet although you wrote that it left on Monday. Can you please look?';

function said(nativeId: string, minutes: number, fields: Partial<MessageEvent> = {}): MessageEvent {
  const person = {
    nativeId: '1800000000000000002',
    handle: 'ines_okoro_ex',
    name: 'Ines Okoro',
    followers: 51_200,
  };
  return {
    kind: 'message',
    channel: 'x',
    accountId: '1800000000000000001',
    at: at(minutes),
    nativeId: `21000000000000000${nativeId}`,
    direction: 'inbound',
    visibility: 'private',
    person,
    text: TEXT,
    attachments: [],
    ...fields,
  };
}

const base = { channel: 'x' as const, accountId: '1800000000000000001' };
const like = (minutes: number): InboundEvent => ({
  ...base,
  kind: 'engagement',
  at: at(minutes),
  targetId: said('01', 0).nativeId,
  sort: 'like',
  personId: '1800000000000000003',
  added: true,
});

/** What people say and do about a post of ours, within a minute; all of it is watched for a crowd. */
const POST = '2100000000000000050';
const comment = (minutes: number) =>
  said('51', minutes, {
    visibility: 'public',
    inReplyTo: POST,
    person: { nativeId: '1800000000000000005', handle: 'bo_under_a_post' },
  });
const LIKES = 10;
const likes = (minutes: number) =>
  Array.from({ length: LIKES }, (_, index) => ({
    ...like(minutes),
    targetId: POST,
    personId: `18000000000000010${index}`,
  }));

/** How a conversation moves between views when it is opened; an answer moves it out of most of them again. */
const opened = {
  eventId: 'E1',
  conversationId: 'C1',
  left: [],
  entered: [
    'desk//open',
    'desk//open-x',
    'team/support/open',
    'desk//unanswered',
    'desk//unanswered-x',
    'waiting/2026-11-20/10',
  ],
  at: at(0),
};

/** The life of a conversation, step by step; each is measured after all before it. */
function steps(
  api: ApiDesk,
  id: () => Promise<string>,
  first: () => string,
): [name: string, work: () => Promise<unknown>][] {
  const inbound = inboundDesk(api.desk.table, () => api.time.now);
  const apply = (event: InboundEvent) => applyEvent(event, 'trace-of-the-delivery', inbound);
  const fire = async (minutes: number) => {
    api.time.now = at(minutes + 1);
    const enqueue = async () => {};
    const services = {
      desk: api.desk,
      telemetry: recordTelemetry(),
      enqueueDue: enqueue,
      enqueueOutbound: enqueue,
      enqueueBroadcast: enqueue,
    };
    await fireDue({ body: JSON.stringify({ id: await id(), dueAt: at(minutes) }) }, services);
  };
  const reply = async (key?: string) => {
    const headers = key === undefined ? {} : { 'idempotency-key': key };
    await api.ask(postReply, apiRequest({ parameters: { id: await id() }, headers }, { text: TEXT }));
  };
  return [
    ['a message that opens a conversation', () => apply(said('01', 0))],
    [
      'a message listened to for what many speak of',
      async () => {
        const conversationId = await id();
        const data = { messageId: first(), visibility: 'private', channel: 'x' };
        const detail = { id: 'E2', at: at(0), traceId: 't', conversationId, name: 'message.received', data };
        const books = { desk: api.desk, telemetry: recordTelemetry() };
        await noticeSpikes(busRecord('message.received', detail), books);
      },
    ],
    ['a message in an existing conversation', () => apply(said('02', 1))],
    ['the same message delivered again', () => apply(said('02', 1))],
    [
      'an edit',
      () =>
        apply({ ...base, kind: 'edit', at: at(2), nativeId: said('02', 1).nativeId, text: TEXT.slice(1) }),
    ],
    [
      'a deletion',
      () =>
        apply({ ...base, kind: 'removal', at: at(3), nativeId: said('02', 1).nativeId, removal: 'deleted' }),
    ],
    ['a like', () => apply(like(4))],
    ['the same like delivered again', () => apply(like(4))],
    ['a step of a clock that fires', () => fire(90)],
    ['the same step delivered again', () => fire(90)],
    ['an answer of an agent, with a key', () => reply('key-1')],
    ['an answer of an agent, without a key', () => reply()],
    ['the same answer sent again', () => reply('key-1')],
    ['a step of a clock that was answered meanwhile', () => fire(120)],
    ['an answer given in the platform’s own app', () => apply(said('03', 130, { direction: 'outbound' }))],
    [
      'a read receipt',
      () =>
        apply({
          ...base,
          kind: 'receipt',
          at: at(140),
          receipt: 'read',
          personId: said('', 0).person?.nativeId ?? '',
        }),
    ],
    ['a message that comes back to an answered conversation', () => apply(said('04', 150))],
    [
      'a conversation as the agent sees it',
      async () => api.ask(showConversation, apiRequest({ parameters: { id: await id() } })),
    ],
    ['a move of a conversation between views', () => tallyMove(api.desk.table, opened)],
    [
      'a message that is made findable',
      () => {
        const conversation = sampleConversation('findable');
        const catalogue = { table: api.desk.table, now: at(150), traceId: 'trace-of-the-delivery' };
        return catalogMessage(sampleMessage(conversation, 'said', { text: TEXT }), conversation, catalogue);
      },
    ],
    [
      'an event that nobody understands',
      () =>
        keepUnread(api.desk.table, {
          channel: 'x',
          reason: 'x: new',
          receivedAt: at(0),
          traceId: 't',
          raw: TEXT,
        }),
    ],
    [
      'a comment under a post that opens a conversation',
      async () => {
        api.time.now = at(160);
        await apply(comment(160));
      },
    ],
    [
      'ten likes of a post within a minute',
      async () => {
        api.time.now = at(161);
        for (const one of likes(161)) await apply(one);
      },
    ],
    [
      'a minute in which nothing is due',
      async () => {
        for await (const page of dueBy(api.desk.table, at(0)))
          if (page.length > 0) throw new Error('Something is.');
        await releaseAccounts({
          desk: api.desk,
          telemetry: recordTelemetry(),
          secrets: { of: () => Promise.reject(new Error('Nobody is held.')) },
        });
      },
    ],
  ];
}

/** Measures what each thing that happens at a desk costs, and the bookkeeping in its wake, on an empty table. */
export async function measureCosts(table: Table): Promise<CostRow[]> {
  const api = openApiDesk(table);
  const meter = meterOf(table);
  let known: string | undefined;
  const id = async () => known ?? '';
  const rows: CostRow[] = [];
  let first: string | undefined;
  const told = new Set<string>();
  for (const [name, work] of steps(api, id, () => first ?? '')) {
    const cost = await meter.cost(work);
    const news = (await followOutbox(table)).filter((one) => !told.has(one.id));
    for (const one of news) told.add(one.id);
    const books = await meter.cost(async () => {
      for (const one of news.filter(isKept))
        await keepBooks(busRecord(one.name, one), { desk: api.desk, telemetry: recordTelemetry() });
    });
    rows.push({ name, ...cost, announces: news.map((one) => one.name), books });
    known ??= await api.conversationId();
    first ??= (await latestMessages(table, known, 1))[0]?.id;
  }
  return rows;
}

const isKept = ({ name }: { name: string }) => bookkeepingEvents.some((event: EventName) => event === name);

/** The rows as a table in Markdown. A read unit costs a fifth of a write unit. */
export function costTable(rows: (Cost & { name: string })[]): string {
  const lines = rows.map(({ name, calls, read, write }) => `| ${name} | ${calls} | ${read} | ${write} |`);
  return ['| What happens | requests | read units | write units |', '|---|---:|---:|---:|', ...lines].join(
    '\n',
  );
}
