import { expect, it } from 'vitest';
import { judge } from '../bench/spikes.ts';

it('notices what breaks in a week of traffic, soon, and little else', async () => {
  const { precision, recall, minutes } = await judge(7);
  expect(precision).toBeGreaterThanOrEqual(0.9);
  expect(recall).toBeGreaterThanOrEqual(0.9);
  // Minutes of the invented week, not of this machine.
  expect(minutes.toSorted((a, b) => a - b)[Math.floor(minutes.length / 2)]).toBeLessThanOrEqual(10);
});
