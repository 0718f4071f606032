import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepSeat, leaveSeat, listSeats, type SeatTaken, takeSeat } from '../../../functions/store/seats.ts';
import { write } from '../../../functions/store/write.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { NOW } from './sample.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const take = async (conversationId: string, fields: Partial<SeatTaken>) => {
  const seat = {
    teamId: 'team',
    agentId: 'ann',
    conversationId,
    capacity: 2,
    version: 0,
    at: NOW,
    ...fields,
  };
  return (await write(engine.table, [takeSeat(seat)])).length === 0;
};
const held = async (teamId: string) =>
  (await listSeats(engine.table, teamId)).map(({ conversations, ...seat }) => ({
    ...seat,
    held: [...conversations],
  }));

describe('a seat', () => {
  it('is taken over the state that was seen, up to its capacity (A88)', async () => {
    expect(await take('c1', {})).toBe(true);
    expect(await take('c2', { version: 0 })).toBe(false);
    expect(await take('c2', { version: 1 })).toBe(true);
    expect(await take('c3', { version: 2 })).toBe(false);
    expect(await held('team')).toEqual([
      { agentId: 'ann', version: 2, lastAssignedAt: NOW, held: ['c1', 'c2'] },
    ]);
  });

  it('has room again when a conversation leaves it, however often that is told', async () => {
    for (let time = 0; time < 2; time += 1)
      await leaveSeat(engine.table, { teamId: 'team', agentId: 'ann' }, 'c1');
    expect(await take('c3', { version: 2 })).toBe(true);
  });

  it('is kept by an owner beyond its capacity, once', async () => {
    const seat = { teamId: 'kept', agentId: 'bob' };
    for (const id of ['c1', 'c2', 'c3', 'c3']) await keepSeat(engine.table, seat, id);
    expect(await held('kept')).toEqual([{ agentId: 'bob', version: 0, held: ['c1', 'c2', 'c3'] }]);
    for (const id of ['c1', 'c2', 'c3']) await leaveSeat(engine.table, seat, id);
    expect(await held('kept')).toEqual([{ agentId: 'bob', version: 0, held: [] }]);
    expect(await take('c4', seat)).toBe(true);
  });

  it('can be left by who never had one', async () => {
    await leaveSeat(engine.table, { teamId: 'new', agentId: 'cem' }, 'c1');
    expect(await held('new')).toEqual([{ agentId: 'cem', version: 0, held: [] }]);
  });
});
