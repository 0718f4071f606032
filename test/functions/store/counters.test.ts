import { describe, expect, it } from 'vitest';
import { countersIn, counterWrites, endOf, partsOf } from '../../../functions/store/counters.ts';

const condition = { expression: 'attribute_not_exists(recountedTo)', values: {} };
const where = { shard: 2, at: '2026-11-20T10:00:00.000Z', condition };

describe('the counters of views', () => {
  it.each([
    { view: 'desk//open-x', group: 'desk', of: '', name: 'open-x' },
    { view: 'team/a/b: c/open', group: 'team', of: 'a/b: c', name: 'open' },
    { view: 'waiting/2026-11-20/10', group: 'waiting', of: '2026-11-20', name: '10' },
  ])('$view are those of a group, of something, by a name', ({ view, ...parts }) => {
    expect(partsOf(view)).toEqual(parts);
  });

  it('of one group share a write, on the condition that is given', () => {
    const changes = [
      { view: 'desk//open', by: 1 },
      { view: 'desk//snoozed', by: -1 },
      { view: 'agent/ada/open', by: 1 },
    ];
    expect(counterWrites(changes, where)).toMatchObject([
      {
        Update: {
          Key: { pk: 'TALLY#desk', sk: '#2' },
          UpdateExpression: 'ADD #n0 :n0, #n1 :n1',
          ConditionExpression: condition.expression,
        },
      },
      { Update: { Key: { pk: 'TALLY#agent', sk: 'ada#2' } } },
    ]);
  });

  it('of those who wait go some time after the last of them', () => {
    expect(endOf('waiting', where.at)).toEqual({ expiresAt: 1_796_464_800 });
    expect(endOf('desk', where.at)).toEqual({});
  });

  it('are told from what else their item holds', () => {
    expect(countersIn({ pk: 'p', sk: 's', expiresAt: 1, recountedTo: 'x', open: 3 })).toEqual([['open', 3]]);
  });
});
