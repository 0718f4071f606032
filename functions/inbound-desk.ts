import { listening } from './account-traffic.ts';
import { watching } from './crowds.ts';
import type { Desk } from './desk.ts';
import { triage } from './domain/triage/embedded.ts';
import { readerOf } from './domain/triage/message-triage.ts';
import { routing } from './routing.ts';
import type { WallClock } from './services/wall-clock.ts';
import { orderedId } from './store/ordered-id.ts';
import type { Table } from './store/table.ts';
import { countTriaged } from './store/triage.ts';

/** The desk as it takes in what platforms deliver: it reads what customers want, has its rules, an ear for silent accounts, and an eye on crowds. */
export function inboundDesk(table: Table, clock: WallClock): Desk {
  const counted: Desk['counted'] = (read, at) => countTriaged(table, read, at);
  return watching(routing(listening({ table, clock, orderedId, triage: readerOf(triage), counted })));
}
