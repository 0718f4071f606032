import { expect, it } from 'vitest';
import { statusJson } from '../../../functions/status/status-json.ts';
import { board, entry } from './sample-board.ts';

it('tells programs what the page tells people', () => {
  const read: unknown = JSON.parse(statusJson(board(entry())));
  expect(read).toMatchObject({
    page: { name: 'Corvid Air', url: 'https://help.example.com/status' },
    status: { state: 'partial-outage', words: 'Something is partly down' },
    components: [
      { id: 'booking', name: 'Booking', group: 'Before the flight', state: 'partial-outage' },
      { id: 'check-in', state: 'operational', uptime90Days: 1 },
      { id: 'baggage' },
    ],
    incidents: [{ id: 'I1', severity: 'major', updates: [{ id: 'u1' }, { id: 'u2', phase: 'identified' }] }],
    maintenance: [],
    announcements: [],
    past: [],
  });
  expect(JSON.stringify(read)).not.toContain('"version"');
});

it('tells programs where its pictures are', () => {
  const files = [{ type: 'image' as const, path: 'media/a1.png', alt: 'The button' }];
  const updates = [{ id: 'u', at: '2026-11-27T10:05:00.000Z', text: 'Look.', files }];
  expect(JSON.parse(statusJson(board(entry({ updates }))))).toMatchObject({
    incidents: [
      { updates: [{ files: [{ alt: 'The button', url: 'https://help.example.com/status/media/a1.png' }] }] },
    ],
  });
});
