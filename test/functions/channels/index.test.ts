import { expect, it } from 'vitest';
import { channelNamed, channels } from '../../../functions/channels/index.ts';
import { ChannelName } from '../../../functions/domain/channel-name.ts';

it('has one channel for every name in the vocabulary', () => {
  expect(channels.map(({ name }) => name).sort()).toEqual([...ChannelName.options].sort());
});

it.each(ChannelName.options)('finds %s by its name', (name) => {
  expect(channelNamed(name)?.name).toBe(name);
});

it.each(['', 'X', 'instagram', 'constructor', '__proto__'])('finds no channel named "%s"', (name) => {
  expect(channelNamed(name)).toBeUndefined();
});
