import type { Broadcast } from '../../../functions/domain/broadcast.ts';
import type { Recipient } from '../../../functions/domain/recipient.ts';

export const NOW = '2026-11-20T10:00:00.000Z';

/** An instant some seconds after ten o'clock. */
export const later = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1000).toISOString();

export function broadcastOf(change: Partial<Broadcast> = {}): Broadcast {
  return {
    id: 'b1',
    version: 1,
    kind: 'announcement',
    title: 'Booking is down',
    text: 'Our booking does not work. We are on it.',
    variants: {},
    audiences: ['facebook', 'x'],
    attachments: [],
    state: 'draft',
    createdAt: NOW,
    createdBy: { id: 'agent-1', name: 'Ada' },
    ...change,
  };
}

export function recipientOf(change: Partial<Recipient> = {}): Recipient {
  return {
    broadcastId: 'b1',
    name: 'x#18#000',
    audience: 'x',
    state: 'planned',
    plannedAt: NOW,
    accountId: '18',
    part: 0,
    attempts: 0,
    looks: 0,
    ...change,
  };
}
