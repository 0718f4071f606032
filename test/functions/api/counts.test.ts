import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeConversation, claimConversation } from '../../../functions/api/arrangements.ts';
import { showCounts } from '../../../functions/api/counts.ts';
import { listConversations } from '../../../functions/api/inbox.ts';
import { showMe } from '../../../functions/api/me.ts';
import { postNote } from '../../../functions/api/notes.ts';
import { postReply } from '../../../functions/api/replies.ts';
import { countViews } from '../../../functions/bookkeeping/count-views.ts';
import { busRecord } from '../handlers/alert-desk.ts';
import { recordTelemetry } from '../handlers/recorded-telemetry.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { followOutbox } from '../store/outbox.ts';
import { type ApiDesk, ASKED, apiRequest, claimsOf, openApiDesk } from './api-desk.ts';

let engine: TestEngine;
let api: ApiDesk;
beforeAll(async () => {
  engine = await openTestEngine();
});
beforeEach(async () => {
  api = openApiDesk(await engine.newTable());
});
afterAll(() => engine.close());

const minutes = (count: number) => new Date(Date.parse(ASKED) + count * 60_000).toISOString();

/** Lets the announcements so far reach the counters, each of them twice. */
async function settle(): Promise<void> {
  const telemetry = recordTelemetry();
  const announcements = (await followOutbox(api.desk.table)).filter(
    ({ name }) => name === 'conversation.counted',
  );
  for (const one of [...announcements, ...announcements.toReversed()])
    await countViews(busRecord(one.name, one), { desk: api.desk, telemetry });
}

const counts = async (claims = claimsOf('agent')) => {
  await settle();
  return (await api.ask(showCounts, { claims })).body;
};

describe('GET /api/conversations/counts', () => {
  it('is nothing at an empty desk', async () => {
    expect(await counts()).toMatchObject({
      unanswered: 0,
      mine: 0,
      open: 0,
      channels: { x: 0, facebook: 0 },
    });
  });

  it('follows what happens to conversations, view by view', async () => {
    await api.say('a', { person: { nativeId: 'a' } });
    await api.say('b', { person: { nativeId: 'b' }, at: minutes(1) });
    await api.say('b2', { person: { nativeId: 'b' }, at: minutes(2) });
    await api.say('c', { person: { nativeId: 'c' }, channel: 'facebook', at: minutes(3) });
    const { body } = await api.ask(listConversations);
    const [a, b, c] = JSON.parse(JSON.stringify(body)).items.map(({ id }: { id: string }) => id);
    expect(await counts()).toMatchObject({
      unanswered: 3,
      open: 3,
      team: 3,
      channels: { x: 2, facebook: 1 },
      unansweredByChannel: { x: 2, facebook: 1 },
      mine: 0,
    });
    api.time.now = minutes(30);
    await api.ask(showMe, { claims: claimsOf('lead') });
    await api.ask(claimConversation, apiRequest({ parameters: { id: a } }));
    await api.ask(
      postReply,
      apiRequest({ parameters: { id: b } }, { text: 'We look', visibility: 'private' }),
    );
    await api.ask(postNote, apiRequest({ parameters: { id: b } }, { text: 'See', mentions: ['lead-1'] }));
    const until = minutes(90);
    const snooze = { status: 'snoozed', snoozedUntil: until };
    await api.ask(changeConversation, apiRequest({ parameters: { id: c } }, snooze));
    expect(await counts()).toMatchObject({ unanswered: 1, open: 2, mine: 1, snoozed: 1, mentioned: 0 });
    expect(await counts(claimsOf('lead'))).toMatchObject({ mine: 0, mentioned: 1 });
    await api.ask(changeConversation, apiRequest({ parameters: { id: a } }, { status: 'resolved' }));
    expect(await counts()).toMatchObject({
      unanswered: 0,
      open: 1,
      mine: 0,
      channels: { x: 1, facebook: 0 },
    });
  });

  it('tells how long people have been waiting', async () => {
    for (const [index, hours] of [0, 3, 20, 60, 200].entries())
      await api.say(`m${hours}`, { at: minutes(-60 * hours), person: { nativeId: `p${index}` } });
    api.time.now = minutes(5);
    expect(await counts()).toMatchObject({
      unanswered: 5,
      unansweredByAge: [
        { upToHours: 1, count: 1 },
        { upToHours: 4, count: 1 },
        { upToHours: 24, count: 1 },
        { upToHours: 72, count: 1 },
        { upToHours: null, count: 1 },
      ],
    });
  });

  it('counts the teams that somebody is bound to', async () => {
    await api.say('question');
    const teamed = (team: string) => ({ sub: 'tom', 'cognito:groups': ['agent', `team-${team}`] });
    expect(await counts(teamed('support'))).toMatchObject({ team: 1 });
    expect(await counts(teamed('parcels'))).toMatchObject({ team: 0 });
  });
});
