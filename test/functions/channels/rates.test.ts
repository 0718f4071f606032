import { expect, it } from 'vitest';
import { rateOf } from '../../../functions/channels/rates.ts';

it.each([
  { channel: 'x', visibility: 'public', published: { calls: 100, seconds: 900 } },
  { channel: 'x', visibility: 'private', published: { calls: 15, seconds: 900 } },
  { channel: 'facebook', visibility: 'private', published: { calls: 300, seconds: 1 } },
] as const)(
  'stays below what $channel publishes for $visibility messages',
  ({ channel, visibility, published }) => {
    const { rate } = rateOf(channel, { visibility });
    expect(rate.burst / rate.seconds).toBeLessThan(published.calls / published.seconds);
    expect(rate.burst).toBeLessThanOrEqual(published.calls);
  },
);

it('counts public and private messages apart, as the platforms do', () => {
  expect(rateOf('x', { visibility: 'public' }).use).not.toBe(rateOf('x', { visibility: 'private' }).use);
});

it('is careful with a channel that publishes nothing', () => {
  expect(rateOf('pigeon', { visibility: 'public' }).rate).toEqual({ burst: 10, seconds: 1 });
});
