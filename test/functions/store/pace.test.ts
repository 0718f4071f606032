import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  countPace,
  getCrowd,
  listAbout,
  listPace,
  noteAbout,
  putUsualPace,
  tellCrowd,
  usualPace,
} from '../../../functions/store/pace.ts';
import { announcedIn } from '../announced-in.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { NOW } from './sample.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const post = { channel: 'x', accountId: '18', nativeId: 'p1' };
const minute = (minutes: number) => `2026-11-20T12:0${minutes}:00.000Z`;

describe('the pace of a post', () => {
  it('is counted by minute (A85)', async () => {
    const count = (at: number, sort: 'likes' | 'replies', by: 1 | -1 = 1) =>
      countPace(engine.table, post, { sort, minute: minute(at), by });
    await count(1, 'likes');
    await count(1, 'likes');
    expect(await count(1, 'replies')).toEqual({ minute: minute(1), likes: 2, shares: 0, replies: 1 });
    await count(2, 'likes');
    await count(2, 'likes', -1);
    await count(5, 'likes');
    const listed = await listPace(engine.table, post, { from: minute(1), to: minute(4), limit: 9 });
    expect(listed).toEqual([
      { minute: minute(2), likes: 0, shares: 0, replies: 0 },
      { minute: minute(1), likes: 2, shares: 0, replies: 1 },
    ]);
    expect(await listPace(engine.table, post, { from: minute(0), to: minute(9), limit: 1 })).toMatchObject([
      { minute: minute(5) },
    ]);
  });

  it('is one that the account usually has, until more is known (A93)', async () => {
    expect(await usualPace(engine.table, 'x', '18')).toBe(1);
    await putUsualPace(engine.table, 'x', '18', 2.5);
    expect(await usualPace(engine.table, 'x', '18')).toBe(2.5);
  });
});

it('knows the conversations about a post, each once (A86)', async () => {
  for (const id of ['c2', 'c1', 'c2']) await noteAbout(engine.table, post, id, NOW);
  expect(await listAbout(engine.table, post, 9)).toEqual(['c1', 'c2']);
  expect(await listAbout(engine.table, post, 1)).toEqual(['c1']);
});

it('keeps what the lead was told of a crowd, and tells it once (A87)', async () => {
  const crowd = { perMinute: 5, usual: 1, at: NOW };
  const tell = (told: typeof crowd | undefined, next: typeof crowd) =>
    tellCrowd(engine.table, post, told, next, { traceId: 't', data: { postId: 'p1', ...next } });
  expect(await tell(undefined, crowd)).toBe(true);
  expect(await tell(undefined, crowd)).toBe(false);
  const grown = { ...crowd, perMinute: 50, at: minute(1) };
  expect(await tell(grown, grown)).toBe(false);
  expect(await tell(crowd, grown)).toBe(true);
  expect(await getCrowd(engine.table, post)).toEqual(grown);
  expect(await announcedIn(engine.table, 'post.crowd-forming')).toMatchObject([
    { at: NOW, data: crowd },
    { at: minute(1), data: grown },
  ]);
});
