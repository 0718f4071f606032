import { showQuestion, takeAnswer } from '../answering.ts';
import type { Desk } from '../desk.ts';
import { openTable } from '../services/table.ts';
import { wallClock } from '../services/wall-clock.ts';
import { router } from '../shell.ts';
import { orderedId } from '../store/ordered-id.ts';

const path = '/answers/{token}';

/** Where experts answer what they were asked by mail; open to whoever has the link. */
export const handler = router(
  'answers',
  ({ TABLE_NAME }): Desk => ({ table: openTable(TABLE_NAME), clock: wallClock, orderedId }),
  [
    { method: 'GET', path, respond: showQuestion },
    { method: 'POST', path, respond: takeAnswer },
  ],
);
