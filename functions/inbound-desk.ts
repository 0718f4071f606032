import { listening } from './account-traffic.ts';
import type { Desk } from './desk.ts';
import { routing } from './routing.ts';
import type { WallClock } from './services/wall-clock.ts';
import { orderedId } from './store/ordered-id.ts';
import type { Table } from './store/table.ts';

/** The desk as it takes in what platforms deliver: with its rules, and an ear for which accounts are silent. */
export function inboundDesk(table: Table, clock: WallClock): Desk {
  return routing(listening({ table, clock, orderedId }));
}
