import type { ComponentBook } from '../../../functions/domain/component.ts';
import type { StatusEntry } from '../../../functions/domain/status-entry.ts';
import { boardOf } from '../../../functions/status/board.ts';
import type { StatusBoard } from '../../../functions/status/site.ts';

export const NOW = '2026-11-27T12:00:00.000Z';

export const book: ComponentBook = {
  name: 'Corvid Air',
  components: [
    { id: 'booking', name: 'Booking', description: 'On the web and in the app', group: 'Before the flight' },
    { id: 'check-in', name: 'Check-in', group: 'Before the flight' },
    { id: 'baggage', name: 'Baggage' },
  ],
};

/** A major incident of booking since ten o'clock, unless said otherwise. */
export function entry(fields: Partial<StatusEntry> = {}): StatusEntry {
  return {
    id: 'I1',
    kind: 'incident',
    title: 'Booking fails',
    affected: ['booking'],
    severity: 'major',
    startsAt: '2026-11-27T10:00:00.000Z',
    updates: [
      { id: 'u1', at: '2026-11-27T10:05:00.000Z', phase: 'investigating', text: 'We are looking into it.' },
      {
        id: 'u2',
        at: '2026-11-27T11:00:00.000Z',
        phase: 'identified',
        text: 'We know why.\n\nIt takes an hour.',
      },
    ],
    version: 2,
    ...fields,
  };
}

export function board(...entries: StatusEntry[]): StatusBoard {
  return boardOf(book, entries, { name: book.name, url: 'https://help.example.com/status' }, NOW);
}
