import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskAgent } from '../../../functions/domain/agent.ts';
import { getAgent, getAgents, listAgents, rememberAgent } from '../../../functions/store/agents.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { NOW } from './sample.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const agent = (id: string, fields: Partial<DeskAgent> = {}): DeskAgent => ({
  id,
  name: id,
  role: 'agent',
  teams: [],
  lastSeenAt: NOW,
  ...fields,
});

describe('the agents of the desk (A35)', () => {
  it('are remembered as they were last seen', async () => {
    await rememberAgent(engine.table, agent('mary', { email: 'mary@example.com' }));
    await rememberAgent(engine.table, agent('mary', { role: 'lead', teams: ['parcels'] }));
    const mary = agent('mary', { role: 'lead', teams: ['parcels'], email: 'mary@example.com' });
    expect(await getAgent(engine.table, 'mary')).toEqual(mary);
    await rememberAgent(engine.table, agent('ken'));
    expect(await listAgents(engine.table)).toEqual([agent('ken'), mary]);
  });

  it('are found by their ids, as far as they signed in', async () => {
    await rememberAgent(engine.table, agent('zoe'));
    expect(await getAgents(engine.table, ['nobody', 'zoe'])).toEqual([agent('zoe')]);
    expect(await getAgents(engine.table, [])).toEqual([]);
  });
});
