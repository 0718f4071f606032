import { describe, expect, it } from 'vitest';
import { VipList, vipsIn } from '../../../functions/domain/vip.ts';

const isVip = vipsIn({
  vips: [
    { handle: '@Ada_L', name: 'Ada' },
    { channel: 'x', handle: 'grace' },
    { channel: 'facebook', nativeId: '77' },
    { nativeId: '99' },
  ],
});

describe('a VIP', () => {
  it.each([
    {
      name: 'by a handle on any channel',
      channel: 'facebook',
      person: { nativeId: '1', handle: 'ada_l' },
      is: true,
    },
    {
      name: 'by a handle in another case',
      channel: 'x',
      person: { nativeId: '1', handle: 'ADA_L' },
      is: true,
    },
    {
      name: 'by a handle on its channel',
      channel: 'x',
      person: { nativeId: '1', handle: 'grace' },
      is: true,
    },
    {
      name: 'not on another channel',
      channel: 'facebook',
      person: { nativeId: '1', handle: 'grace' },
      is: false,
    },
    { name: 'by the platform’s id', channel: 'facebook', person: { nativeId: '77' }, is: true },
    { name: 'not by the id of another platform', channel: 'x', person: { nativeId: '77' }, is: false },
    { name: 'by an id on any channel', channel: 'x', person: { nativeId: '99' }, is: true },
    {
      name: 'not by a handle that is somebody’s id',
      channel: 'x',
      person: { nativeId: '5', handle: '99' },
      is: false,
    },
    { name: 'not as anybody else', channel: 'x', person: { nativeId: '2', handle: 'ada' }, is: false },
  ])('is known $name', ({ channel, person, is }) => {
    expect(isVip(channel, person)).toBe(is);
  });

  it('has to be named', () => {
    expect(VipList.safeParse({ vips: [{ name: 'Somebody' }] }).success).toBe(false);
  });
});
