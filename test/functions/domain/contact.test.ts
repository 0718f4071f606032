import { describe, expect, it } from 'vitest';
import { mergeProfile, profileChanged } from '../../../functions/domain/contact.ts';

const known = {
  nativeId: 'ada',
  name: 'Ada',
  handle: 'ada_l',
  followers: 1000,
  verified: false,
  avatarUrl: 'https://pics.example/a.png',
};

describe('mergeProfile', () => {
  it.each([
    {
      name: 'a first sight as it is',
      before: undefined,
      seen: { nativeId: 'ada', name: 'Ada' },
      merged: { nativeId: 'ada', name: 'Ada' },
    },
    { name: 'what the newer delivery lacks', before: known, seen: { nativeId: 'ada' }, merged: known },
    {
      name: 'what the newer delivery tells',
      before: known,
      seen: { ...known, name: 'Ada L.', followers: 5, verified: true },
      merged: { ...known, name: 'Ada L.', followers: 5, verified: true },
    },
    {
      name: 'a zero and a false',
      before: { ...known, verified: true },
      seen: { nativeId: 'ada', followers: 0, verified: false },
      merged: { ...known, followers: 0 },
    },
  ])('keeps $name', ({ before, seen, merged }) => {
    expect(mergeProfile(before, seen)).toEqual(merged);
  });
});

describe('profileChanged', () => {
  it.each([
    { name: 'nothing new', seen: known, changed: false },
    { name: 'less than before', seen: { nativeId: 'ada' }, changed: false },
    { name: 'another name', seen: { ...known, name: 'Ada L.' }, changed: true },
    { name: 'another handle', seen: { ...known, handle: 'ada' }, changed: true },
    { name: 'another picture', seen: { ...known, avatarUrl: 'https://pics.example/b.png' }, changed: true },
    { name: 'verified now', seen: { ...known, verified: true }, changed: true },
    { name: 'a tenth more followers', seen: { ...known, followers: 1100 }, changed: false },
    { name: 'more than a tenth more followers', seen: { ...known, followers: 1101 }, changed: true },
    { name: 'more than a tenth fewer followers', seen: { ...known, followers: 899 }, changed: true },
  ])('is worth a write or not: $name', ({ seen, changed }) => {
    expect(profileChanged(known, seen)).toBe(changed);
  });

  it('takes a first number of followers as news', () => {
    expect(profileChanged({ nativeId: 'ada' }, { nativeId: 'ada', followers: 1 })).toBe(true);
    expect(profileChanged({ nativeId: 'ada' }, { nativeId: 'ada' })).toBe(false);
  });
});
