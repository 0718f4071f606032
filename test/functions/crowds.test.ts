import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { raiseAbout, watching } from '../../functions/crowds.ts';
import { applyEvent } from '../../functions/desk.ts';
import type { InboundEvent } from '../../functions/domain/inbound-event.ts';
import type { CrowdNews } from '../../functions/domain/raise.ts';
import { listInbox } from '../../functions/store/inbox.ts';
import { orderedId } from '../../functions/store/ordered-id.ts';
import { usualPace } from '../../functions/store/pace.ts';
import { announcedIn } from './announced-in.ts';
import { openTestEngine, type TestEngine } from './store/engine.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.close());

const OPENED = '2026-11-20T08:00:00.000Z';
const account = { channel: 'x' as const, accountId: '18' };

/** A desk at which Ines has complained in public, and likes of that can be counted. */
async function openCrowdDesk() {
  const table = await engine.newTable();
  const time = { now: OPENED };
  const desk = watching({ table, clock: () => time.now, orderedId });
  const apply = (event: InboundEvent) => applyEvent(event, 'trace-1', desk);
  let people = 0;
  const say = async (nativeId: string, inReplyTo?: string) => {
    people += 1;
    const person = { nativeId: `person-${people}` };
    const said = { kind: 'message', direction: 'inbound', visibility: 'public', text: nativeId } as const;
    await apply({ ...account, ...said, at: time.now, nativeId, person, attachments: [], inReplyTo });
  };
  await say('complaint');
  time.now = '2026-11-20T12:00:30.000Z';
  return {
    table,
    time,
    desk,
    say,
    like: async (count: number, sort: 'like' | 'share' = 'like', added = true) => {
      for (let index = 0; index < count; index += 1) {
        people += 1;
        const liked = {
          kind: 'engagement',
          targetId: 'complaint',
          personId: `p${people}`,
          sort,
          added,
        } as const;
        await apply({ ...account, ...liked, at: time.now });
      }
    },
    news: () => announcedIn(table, 'post.crowd-forming'),
    later: (minutes: number) => {
      time.now = new Date(Date.parse(time.now) + minutes * 60_000).toISOString();
    },
    rows: async () => (await listInbox(table, { status: 'open', limit: 100 })).conversations,
  };
}

const newsOf = (data: object): CrowdNews => ({
  ...account,
  ...{ postId: 'complaint', perMinute: 3, usual: 1, at: '2026-11-20T12:00:30.000Z', window: 10, age: 240 },
  ...{ likes: 30, shares: 0, replies: 0 },
  ...data,
});

describe('a post that gathers speed', () => {
  it('is told of once, with its numbers, and again only when it is ten times as fast', async () => {
    const desk = await openCrowdDesk();
    await desk.like(29);
    expect(await desk.news()).toEqual([]);
    await desk.like(5, 'share');
    const [news, ...others] = await desk.news();
    expect(others).toEqual([]);
    expect(news?.data).toMatchObject({
      ...account,
      ...{ postId: 'complaint', perMinute: 3, usual: 1, window: 10, age: 240, likes: 29, shares: 1 },
    });
    await desk.like(40);
    expect(await desk.news()).toHaveLength(1);
    desk.later(1);
    await desk.like(250);
    expect(await desk.news()).toHaveLength(2);
  });

  it('is not one that few notice, nor one of long ago', async () => {
    const desk = await openCrowdDesk();
    for (let minute = 0; minute < 15; minute += 1) {
      await desk.like(2);
      desk.later(1);
    }
    expect(await desk.news()).toEqual([]);
  });

  it('is made by what customers answer as well', async () => {
    const desk = await openCrowdDesk();
    for (let reply = 0; reply < 30; reply += 1) await desk.say(`reply ${reply}`, 'complaint');
    expect(await desk.news()).toMatchObject([{ data: { replies: 30 } }]);
  });

  it('teaches what is usual', async () => {
    const desk = await openCrowdDesk();
    for (let minute = 0; minute < 3; minute += 1) {
      await desk.like(2);
      desk.later(1);
    }
    const usual = await usualPace(desk.table, account.channel, account.accountId);
    expect(usual).toBeGreaterThan(1);
    expect(usual).toBeLessThan(1.1);
  });
});

describe('the conversations about it', () => {
  it('rise: that of its author, and those of all who answer', async () => {
    const desk = await openCrowdDesk();
    await desk.say('me too', 'complaint');
    await desk.say('something else');
    await raiseAbout(newsOf({}), desk.desk);
    const rows = await desk.rows();
    const risen = rows.filter(({ crowd }) => crowd !== undefined);
    expect(risen.map(({ preview }) => preview).sort()).toEqual(['complaint', 'me too']);
    await raiseAbout(newsOf({}), desk.desk);
    expect((await desk.rows()).map(({ version }) => version).sort()).toEqual(
      rows.map(({ version }) => version).sort(),
    );
  });

  it('rise at once when they come after it was told', async () => {
    const desk = await openCrowdDesk();
    await desk.like(30);
    await desk.say('late', 'complaint');
    const late = (await desk.rows()).find(({ preview }) => preview === 'late');
    expect(late?.crowd).toMatchObject({ perMinute: 3, usual: 1 });
  });

  it('do not rise once they are resolved, or where nobody wrote to us', async () => {
    const desk = await openCrowdDesk();
    await raiseAbout(newsOf({ postId: 'unknown' }), desk.desk);
    expect((await desk.rows()).every(({ crowd }) => crowd === undefined)).toBe(true);
  });
});
