import { expect, it } from 'vitest';
import { Drop } from '../../functions/errors.ts';
import { readStatusNews } from '../../functions/published.ts';
import { busRecord } from './handlers/alert-desk.ts';

const at = '2026-11-27T10:00:00.000Z';
const shown = (data: object) =>
  busRecord('broadcast.shown', {
    id: 'E1',
    at,
    traceId: 't',
    name: 'broadcast.shown',
    data: { broadcastId: 'B1', kind: 'announcement', title: 'New routes', text: 'To Oslo.', ...data },
  }).body;

it('reads what a broadcast tells everybody', () => {
  expect(readStatusNews(shown({}))).toEqual({
    id: 'B1',
    kind: 'announcement',
    title: 'New routes',
    affected: [],
    startsAt: at,
    update: { id: 'B1', at, text: 'To Oslo.' },
  });
});

it('adds to what is told of an incident', () => {
  const told = readStatusNews(shown({ incidentId: 'I1', kind: 'incident', phase: 'identified' }));
  expect(told).toMatchObject({ id: 'I1', kind: 'incident', update: { id: 'B1', phase: 'identified' } });
});

it('hears nothing in the turn of the clock', () => {
  expect(readStatusNews(busRecord('Scheduled Event', {}, 'aws.events').body)).toBeUndefined();
});

it.each([
  ['no JSON', 'x'],
  ['another announcement', busRecord('message.received', { name: 'message.received' }).body],
  ['a kind that nobody knows', shown({ kind: 'poem' })],
])('drops what is neither: %s', (_name, body) => {
  expect(() => readStatusNews(body)).toThrow(Drop);
});
