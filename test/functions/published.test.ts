import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Broadcast } from '../../functions/domain/broadcast.ts';
import type { Incident } from '../../functions/domain/incident.ts';
import { declare } from '../../functions/domain/incident-moves.ts';
import { workId } from '../../functions/domain/planned-work.ts';
import { Drop } from '../../functions/errors.ts';
import { readStatusNews } from '../../functions/published.ts';
import { saveBroadcast } from '../../functions/store/broadcasts.ts';
import { saveIncident } from '../../functions/store/incidents.ts';
import { publishStatus } from '../../functions/store/status.ts';
import { broadcastOf } from './domain/sample-broadcast.ts';
import { busRecord } from './handlers/alert-desk.ts';
import { openTestTable, type TestTable } from './store/engine.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const at = '2026-11-27T10:00:00.000Z';
const news = (body: string) => readStatusNews(body, engine.table);
const shown = (data: object) =>
  busRecord('broadcast.shown', {
    id: 'E1',
    at,
    traceId: 't',
    name: 'broadcast.shown',
    data: { broadcastId: 'B1', kind: 'announcement', title: 'New routes', text: 'To Oslo.', ...data },
  }).body;

it('is nothing when settings were saved, after which the page is only drawn anew', async () => {
  const saved = { id: 'E0', at, traceId: 't', name: 'settings.changed', data: { document: 'components' } };
  expect(await news(busRecord('settings.changed', saved).body)).toBeUndefined();
});

describe('what a broadcast tells everybody', () => {
  it('is news of its own', async () => {
    expect(await news(shown({}))).toEqual({
      id: 'B1',
      kind: 'announcement',
      title: 'New routes',
      affected: [],
      startsAt: at,
      update: { id: 'B1', at, text: 'To Oslo.' },
    });
  });

  it('comes with its pictures', async () => {
    const files = [{ type: 'image', path: 'media/abc.png', alt: 'The button to tap' }];
    expect(await news(shown({ files }))).toMatchObject({ update: { id: 'B1', files } });
  });

  it('adds to what is told of its incident', async () => {
    const facts = { affected: ['app'], severity: 'major', startsAt: '2026-11-27T09:00:00.000Z' };
    const told = await news(shown({ incidentId: 'I1', kind: 'incident', phase: 'identified', ...facts }));
    expect(told).toMatchObject({
      id: 'I1',
      kind: 'incident',
      ...facts,
      update: { id: 'B1', phase: 'identified' },
    });
  });

  it('of planned work stands in one place, whatever is said of it when', async () => {
    const work = {
      kind: 'maintenance',
      affected: ['app'],
      startsAt: '2026-11-28T01:00:00.000Z',
      endsAt: '2026-11-28T03:00:00.000Z',
    };
    const before = await news(shown(work));
    const end = await news(shown({ ...work, broadcastId: 'B2', text: 'Done.' }));
    expect(before).toMatchObject({ ...work, update: { id: 'B1' } });
    expect(end).toMatchObject({ id: before?.id, update: { id: 'B2' } });
  });

  it('of work whose end nobody tells is only news', async () => {
    expect(await news(shown({ kind: 'maintenance' }))).toMatchObject({ id: 'B1', kind: 'announcement' });
  });
});

describe('an incident that changes', () => {
  const moved = (incidentId: string, name = 'incident.resolved') =>
    busRecord(name, {
      id: 'E',
      at,
      traceId: 't',
      name,
      data: { incidentId, teamId: 'support', severity: 'major' },
    }).body;
  async function stored(id: string, fields: Partial<Incident> = {}): Promise<void> {
    const draft = {
      title: 'Booking fails',
      affected: ['booking'],
      words: [],
      severity: 'major' as const,
      teamId: 'support',
    };
    const { after } = declare(draft, { id, by: { id: 'lead-1', name: 'The lead' }, now: at });
    const incident = { ...after, ...fields };
    await saveIncident(engine.table, { before: undefined, after: incident }, [], {
      at,
      actor: 'lead-1',
      traceId: 't',
    });
  }

  it('is shown as it is now, if it is shown at all', async () => {
    await stored('I2', { state: 'resolved', resolvedAt: '2026-11-27T11:00:00.000Z' });
    expect(await news(moved('I2'))).toBeUndefined();
    const facts = { id: 'I2', kind: 'incident' as const, title: 'Booking', affected: [], startsAt: at };
    await publishStatus(engine.table, facts, at);
    expect(await news(moved('I2'))).toEqual({
      id: 'I2',
      kind: 'incident',
      title: 'Booking fails',
      affected: ['booking'],
      severity: 'major',
      startsAt: at,
      endsAt: '2026-11-27T11:00:00.000Z',
    });
    expect(await news(moved('I2', 'incident.changed'))).toMatchObject({ title: 'Booking fails' });
  });

  it('that was erased is passed over', async () => {
    expect(await news(moved('unknown'))).toBeUndefined();
  });
});

describe('recurring work', () => {
  const startsAt = '2026-12-06T02:00:00.000Z';
  const work: Broadcast = broadcastOf({
    ...{ kind: 'maintenance', title: 'Weekly work', audiences: ['status'], state: 'scheduled' },
    ...{ affected: ['app'], startsAt, endsAt: '2026-12-06T04:00:00.000Z', repeats: 'first' },
  });
  let made = 0;
  const moved = async (change: Partial<Broadcast>, name = 'broadcast.scheduled') => {
    made += 1;
    const id = `work-${made}`;
    const after = { ...work, id, ...change };
    await saveBroadcast(engine.table, { before: undefined, after }, [], { at, actor: 'a', traceId: 't' });
    return {
      id,
      told: await news(busRecord(name, { id: 'E4', at, traceId: 't', name, data: { broadcastId: id } }).body),
    };
  };

  it('is planned for its next time as soon as that is known', async () => {
    const { id, told } = await moved({});
    expect(told).toEqual({
      ...{ id: workId(startsAt, ['app']), kind: 'maintenance', title: 'Weekly work', affected: ['app'] },
      ...{ startsAt, endsAt: '2026-12-06T04:00:00.000Z', planned: { by: id, isOn: true } },
    });
  });

  it('that is called off is planned no more', async () => {
    const { kind, title } = { kind: 'maintenance' as const, title: 'Weekly work' };
    await publishStatus(
      engine.table,
      { id: workId(startsAt, ['app']), kind, title, affected: ['app'], startsAt },
      at,
    );
    const { id, told } = await moved({ state: 'cancelled' }, 'broadcast.cancelled');
    expect(told).toMatchObject({ planned: { by: id, isOn: false } });
    const elsewhere = { state: 'cancelled' as const, affected: ['nothing on the page'] };
    expect((await moved(elsewhere, 'broadcast.cancelled')).told).toBeUndefined();
  });

  it.each([
    { name: 'work for the first time, whose notice comes in time', change: { repeats: undefined } },
    { name: 'work of which the page is not told', change: { audiences: ['x' as const] } },
    { name: 'other things that recur', change: { kind: 'announcement' as const } },
  ])('is not $name', async ({ change }) => {
    expect((await moved(change)).told).toBeUndefined();
  });
});

it('hears nothing in the turn of the clock', async () => {
  expect(await news(busRecord('Scheduled Event', {}, 'aws.events').body)).toBeUndefined();
});

it.each([
  ['no JSON', 'x'],
  ['another announcement', busRecord('message.received', { name: 'message.received' }).body],
  ['a kind that nobody knows', shown({ kind: 'poem' })],
])('drops what is neither: %s', async (_name, body) => {
  await expect(news(body)).rejects.toThrow(Drop);
});
