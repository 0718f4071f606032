import { expect, it } from 'vitest';
import { openTable } from '../../../functions/services/table.ts';

it('copies no request for a log, and does everything else that a request needs', () => {
  const { client } = openTable('desk');
  const steps = client.middlewareStack.identify().join('\n');
  expect(steps).not.toContain('loggerMiddleware');
  expect(steps).toContain('retryMiddleware');
  client.destroy();
});
