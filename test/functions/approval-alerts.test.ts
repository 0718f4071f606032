import { afterAll, beforeAll, expect, it } from 'vitest';
import { approvalAlertId, composeApprovalAlert } from '../../functions/approval-alerts.ts';
import { reject, remindOfApproval } from '../../functions/domain/approval.ts';
import { replyTo } from '../../functions/domain/reply.ts';
import { rememberAgent } from '../../functions/store/agents.ts';
import { commit } from '../../functions/store/commit.ts';
import { getDeparture } from '../../functions/store/departures.ts';
import { aCause, aConversation, aReply } from './domain/desk.ts';
import { openTestTable, type TestTable } from './store/engine.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

it('asks the leads, and tells the author when it comes back', async () => {
  const { table } = engine;
  const before = aConversation();
  const reply = aReply({
    texts: ['You must have <b>lost</b> it.'],
    needsApproval: 'blame',
    approvalReminders: ['PT30M'],
  });
  const proposed = replyTo(before, reply, aCause());
  const opened = { before: undefined, after: before };
  await commit(table, { ...proposed, newMessages: [], events: [], conversation: opened });
  const [{ id: messageId }] = proposed.newMessages;
  const stored = { before: { ...before, version: 1 }, after: before };
  expect(await commit(table, { ...proposed, conversation: stored })).toBe('committed');

  const desk = {
    table,
    clock: () => aCause().now,
    firstTeam: { team: [], lead: ['lea@hark.example'], admin: [] },
    consoleUrl: 'https://desk.example',
  };
  const data = {
    messageId,
    visibility: 'public',
    teamId: 'support',
    rule: 'blame',
    agentId: 'agent-1',
  } as const;
  const announcement = { id: 'E1', at: aCause().now, traceId: 't', conversationId: before.id, data };
  const asking = { ...announcement, name: 'message.proposed' } as const;
  const back = { ...announcement, name: 'message.rejected' } as const;
  expect(approvalAlertId(asking)).not.toBe(approvalAlertId(back));
  expect(approvalAlertId(asking)).toMatch(/^[\w-]+$/);
  const reminding = (reminder: number) =>
    ({ ...announcement, name: 'message.reminded', data: { ...data, reminder } }) as const;
  expect(approvalAlertId(reminding(1))).not.toBe(approvalAlertId(asking));
  expect(approvalAlertId(reminding(1))).not.toBe(approvalAlertId(reminding(2)));

  const asked = await composeApprovalAlert(asking, desk);
  expect(asked).toMatchObject({ to: ['lea@hark.example'], role: 'the lead' });
  expect(asked?.mail.subject).toContain('asks you to approve');
  expect(asked?.mail.html).toContain('&lt;b&gt;lost');
  expect(asked?.mail.text).toContain(`https://desk.example/conversations/${before.id}`);
  expect(await composeApprovalAlert(back, desk)).toBeUndefined();

  const waiting = await getDeparture(table, messageId);
  const later = new Date(Date.parse(aCause().now) + 1_800_001).toISOString();
  const reminded = waiting && remindOfApproval(waiting, { now: later, traceId: 't', actor: 'clock' });
  if (!reminded) throw new Error('It has waited for long.');
  await commit(table, reminded);
  const again = await composeApprovalAlert(reminding(1), { ...desk, clock: () => later });
  expect(again).toMatchObject({ to: ['lea@hark.example'], role: 'the lead' });
  expect(again?.mail.subject).toContain('has waited 30 minutes for you');

  const departure = await getDeparture(table, messageId);
  if (!departure) throw new Error('The answer waits.');
  const verdict = { by: { id: 'lead-1', name: 'Lea' }, note: 'Be kinder.' };
  const rejected = reject([departure], verdict, { now: aCause().now, traceId: 't', actor: 'lead-1' });
  if (!rejected) throw new Error('Nobody has decided yet.');
  await commit(table, rejected);
  expect(await composeApprovalAlert(asking, desk)).toBeUndefined();
  expect(await composeApprovalAlert(reminding(2), desk)).toBeUndefined();
  expect(await composeApprovalAlert(back, desk)).toBeUndefined();
  const agent = { id: 'agent-1', name: 'Mary', role: 'agent', teams: [], lastSeenAt: aCause().now } as const;
  await rememberAgent(table, { ...agent, teams: [], email: 'mary@hark.example' });
  const told = await composeApprovalAlert(back, desk);
  expect(told?.to).toEqual(['mary@hark.example']);
  expect(told?.mail.text).toContain('Lea sent it back: Be kinder.');
});
