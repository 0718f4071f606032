import { routes } from '../api/routes.ts';
import type { ApiServices } from '../api/services.ts';
import { openTable } from '../services/table.ts';
import { wallClock } from '../services/wall-clock.ts';
import { router } from '../shell.ts';
import { orderedId } from '../store/ordered-id.ts';

/** What agents' programs talk to: every route of `api/routes.ts`. */
export const handler = router(
  'api',
  ({ TABLE_NAME }): ApiServices => ({ desk: { table: openTable(TABLE_NAME), clock: wallClock, orderedId } }),
  routes,
);
