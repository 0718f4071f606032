import { afterAll, beforeAll, expect, it } from 'vitest';
import { composeCrowdAlert, crowdAlertId } from '../../functions/crowd-alerts.ts';
import { readAlert } from '../../functions/read-alert.ts';
import { commit } from '../../functions/store/commit.ts';
import { putSettings, teamSettings } from '../../functions/store/settings.ts';
import { busRecord } from './handlers/alert-desk.ts';
import { openTestTable, type TestTable } from './store/engine.ts';
import { NOW, opening, sampleConversation, sampleMessage } from './store/sample.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const conversation = sampleConversation('crowd', { teamId: 'press' });
const { channel, accountId } = conversation;
const announcement = {
  ...{ id: 'e1', at: NOW, traceId: 't', name: 'post.crowd-forming' as const },
  data: {
    ...{ channel, accountId, postId: 'p/1', perMinute: 9, usual: 1, at: NOW },
    ...{ window: 10, age: 30, likes: 90, shares: 0, replies: 0 },
  },
};
const firstTeam = { team: [], lead: ['first@larkspur.example'], admin: [] };
const desk = () => ({ table: engine.table, clock: () => NOW, firstTeam, consoleUrl: 'https://desk.example' });

it('goes to the first team’s lead while nobody wrote to us about it', async () => {
  expect(await composeCrowdAlert(announcement, desk())).toMatchObject({
    to: ['first@larkspur.example'],
    role: 'lead',
    at: NOW,
  });
});

it('goes to the lead of the team whose conversation it is, with the words and the way there', async () => {
  const recipients = { team: [], lead: ['press@larkspur.example'], admin: [] };
  const value = { teams: [{ id: 'press', name: 'Press', recipients }] };
  await putSettings(engine.table, teamSettings, { value, version: 0 });
  await commit(
    engine.table,
    opening(conversation, sampleMessage(conversation, 'p/1', { text: 'Shame on you' })),
  );
  const { to, mail } = await composeCrowdAlert(announcement, desk());
  expect(to).toEqual(['press@larkspur.example']);
  expect(mail.text).toContain('> Shame on you');
  expect(mail.text).toContain(`https://desk.example/conversations/${conversation.id}`);
});

it('has a name of its own for each telling', () => {
  expect(crowdAlertId(announcement)).toBe(`crowd_x_${accountId}_p-1_${Date.parse(NOW)}`);
  expect(readAlert(busRecord('post.crowd-forming', announcement).body).id).toBe(crowdAlertId(announcement));
});
