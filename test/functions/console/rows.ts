import type { Detail, Message } from '../../../functions/console/api/detail.ts';
import type { Clock, Row } from '../../../functions/console/api/row.ts';

/** A clock that somebody waits on, due at an instant, with a warning before. */
export function waiting(dueAt: string, warningAt = '2026-11-20T11:30:00.000Z'): Clock {
  return {
    id: 'c1',
    kind: 'firstResponse',
    state: 'running',
    startedAt: '2026-11-20T10:00:00.000Z',
    dueAt,
    waiting: true,
    why: { policyId: 'x', sentence: 'The policy “x” allows 2 hours.' },
    steps: [{ name: 'warning', at: warningAt, to: 'team' }],
  };
}

/** A row of the inbox, as the API shows it. */
export function row(id: string, fields: Partial<Row> = {}): Row {
  return {
    id,
    channel: 'x',
    accountId: '1',
    visibility: 'public',
    status: 'open',
    priority: 'normal',
    teamId: 'support',
    contact: { id: `contact-${id}`, nativeId: id, name: 'Ines Okoro' },
    preview: 'My parcel is late',
    lastMessageAt: '2026-11-20T10:00:00.000Z',
    messageCount: 1,
    unanswered: 1,
    clocks: [],
    openedAt: '2026-11-20T10:00:00.000Z',
    version: 1,
    tags: [],
    place: `0#2026-11-20T12:00:00.000Z#${id}`,
    ...fields,
  };
}

/** Something that was said. */
export function message(id: string, fields: Partial<Message> = {}): Message {
  return {
    id,
    direction: 'inbound',
    visibility: 'public',
    author: { name: 'Ines Okoro' },
    text: 'My parcel is late',
    attachments: [],
    at: '2026-11-20T10:00:00.000Z',
    state: 'received',
    ...fields,
  };
}

/** A conversation with all that stands beside it. */
export function detail(fields: Partial<Detail> = {}): Detail {
  return { ...row('one'), messages: [], posts: [], activity: [], notes: [], ...fields };
}
