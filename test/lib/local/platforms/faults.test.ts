import { expect, test } from 'vitest';
import { createFaults } from '../../../../lib/local/platforms/faults.ts';

test('A fault spoils as many calls as it says, and then the next one has its turn', () => {
  const faults = createFaults();
  faults.add({ count: 2, kind: 'status', value: 503 });
  faults.add({ count: 1, kind: 'cut' });
  expect([faults.next()?.kind, faults.next()?.kind, faults.next()?.kind, faults.next()?.kind]).toEqual([
    'status',
    'status',
    'cut',
    undefined,
  ]);
});

test('A fault for no call at all is none', () => {
  const faults = createFaults();
  faults.add({ count: 0, kind: 'cut' });
  expect(faults.next()).toBeUndefined();
});
