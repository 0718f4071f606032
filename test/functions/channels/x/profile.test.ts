import { expect, test } from 'vitest';
import { personOf, profileOf, profilesOf } from '../../../../functions/channels/x/profile.ts';
import { Drop } from '../../../../functions/errors.ts';

const ines = {
  nativeId: '2',
  name: 'Ines Okoro',
  handle: 'ines_okoro_ex',
  followers: 51200,
  verified: false,
  avatarUrl: 'https://pbs.twimg.com/x_normal.jpg',
};
const v1 = {
  id: 2,
  id_str: '2',
  name: 'Ines Okoro',
  screen_name: 'ines_okoro_ex',
  followers_count: 51200,
  verified: false,
  profile_image_url_https: 'https://pbs.twimg.com/x_normal.jpg',
};
const v2 = {
  id: '2',
  name: 'Ines Okoro',
  username: 'ines_okoro_ex',
  public_metrics: { followers_count: 51200, followers_count_str: '51200' },
  verified: false,
  profile_image_url: 'https://pbs.twimg.com/x_normal.jpg',
};

const users = [
  { title: 'a v1.1 user', given: v1, profile: ines },
  { title: 'a v2 user', given: v2, profile: ines },
  { title: 'a wrapped v2 user', given: { data: v2 }, profile: ines },
  { title: 'a user of whom only the id is told', given: { id: '2' }, profile: { nativeId: '2' } },
  {
    title: 'a user with fields of another shape',
    given: {
      ...v2,
      name: 7,
      username: '../x',
      public_metrics: 'hidden',
      verified: 'no',
      profile_image_url: null,
    },
    profile: { nativeId: '2' },
  },
  {
    title: 'a user with a numeric id only',
    given: { id: 1800000000000000, name: 'Ines' },
    profile: undefined,
  },
  { title: 'nothing', given: undefined, profile: undefined },
  { title: 'a word', given: 'Ines', profile: undefined },
];

test.each(users)('reads $title', ({ given, profile }) => {
  expect(profileOf(given)).toStrictEqual(profile);
});

const collections = [
  { title: 'a list', given: [v2, { data: { id: '3' } }, 'nobody'] },
  { title: 'a map', given: { '2': v1, '3': { id: '3' }, '4': null } },
];

test.each(collections)('collects the profiles of $title by id', ({ given }) => {
  expect([...profilesOf(given)]).toEqual([
    ['2', ines],
    ['3', { nativeId: '3' }],
  ]);
});

test.each([{ given: undefined }, { given: null }, { given: {} }, { given: 'users' }])(
  'collects nobody from $given',
  ({ given }) => {
    expect(profilesOf(given).size).toBe(0);
  },
);

test('drops an event whose person has no id', () => {
  expect(() => personOf({ name: 'Ines' })).toThrow(Drop);
  expect(personOf(v1)).toEqual(ines);
});
