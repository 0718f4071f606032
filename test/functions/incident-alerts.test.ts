import { afterAll, beforeAll, expect, it } from 'vitest';
import { IncidentDraft } from '../../functions/domain/incident.ts';
import { declare } from '../../functions/domain/incident-moves.ts';
import { composeIncidentAlert, incidentAlertId } from '../../functions/incident-alerts.ts';
import { saveIncident } from '../../functions/store/incidents.ts';
import { openTestTable, type TestTable } from './store/engine.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const SINCE = '2026-11-20T10:00:00.000Z';
const by = { id: 'lead-1', name: 'Lea' };

async function announced(id: string, change: object = {}) {
  const { after } = declare(IncidentDraft.parse({ title: 'Booking is down' }), { id, by, now: SINCE });
  const occasion = { at: SINCE, actor: 'lead-1', traceId: 't' };
  await saveIncident(engine.table, { before: undefined, after: { ...after, ...change } }, [], occasion);
  const data = { incidentId: id, teamId: 'support', severity: 'major', reminder: 1, since: SINCE };
  return { id: 'e', at: '2026-11-20T10:30:00.001Z', traceId: 't', name: 'incident.stale', data } as const;
}

const desk = () => ({
  table: engine.table,
  clock: () => '2026-11-20T10:30:01.000Z',
  firstTeam: { team: ['team@example.com'], lead: ['lead@example.com'], admin: [] },
  consoleUrl: 'https://desk.example',
});

it('reminds the team’s leads where the owner’s sign-in tells no address', async () => {
  const alert = await announced('i1');
  expect(incidentAlertId(alert)).toMatch(/^incident_i1_\d+_1$/);
  expect(await composeIncidentAlert(alert, desk())).toMatchObject({
    to: ['lead@example.com'],
    role: 'owner',
    mail: { subject: expect.stringContaining('No update for 30 minutes') },
  });
});

it.each([
  { name: 'it is resolved', id: 'i2', change: { state: 'resolved' } },
  {
    name: 'somebody said something meanwhile',
    id: 'i3',
    change: { updates: [{ id: 'u', at: '2026-11-20T10:29:00.000Z', text: 'x', phase: 'identified', by }] },
  },
])('reminds nobody when $name', async ({ id, change }) => {
  expect(await composeIncidentAlert(await announced(id, change), desk())).toBeUndefined();
});
