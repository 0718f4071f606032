import { describe, expect, it } from 'vitest';
import {
  type Colleague,
  chooseAgent,
  nextShift,
  onDuty,
  type Seat,
} from '../../../functions/domain/assignment.ts';
import type { Assignment } from '../../../functions/domain/routing-schema.ts';
import { at } from './desk.ts';

const hours = (day: 'fri' | 'sat', from: string, to: string) => ({
  timeZone: 'Europe/Vienna',
  week: { [day]: [[from, to] satisfies [string, string]] },
  holidays: [],
});
const anAssignment = (changes: Partial<Assignment> = {}): Assignment => ({
  method: 'round-robin',
  capacity: 2,
  giveBackAfter: 'PT15M',
  ...changes,
});
const rota = anAssignment({
  onDuty: {
    shifts: [
      { agentIds: ['ann', 'bob'], hours: hours('fri', '09:00', '13:00') },
      { agentIds: ['bob', 'cem'], hours: hours('fri', '13:00', '18:00') },
    ],
  },
});
const online = (agentId: string, ...teams: string[]): Colleague => ({ agentId, state: 'online', teams });

describe('who is on duty', () => {
  const everybody = [online('ann'), online('bob'), online('cem')];
  const rows: { name: string; colleagues: Colleague[]; assignment: Assignment; now: string; is: string[] }[] =
    [
      {
        name: 'all who are online',
        colleagues: everybody,
        assignment: anAssignment(),
        now: at('12:00'),
        is: ['ann', 'bob', 'cem'],
      },
      {
        name: 'nobody who is away or gone',
        colleagues: [
          { ...online('ann'), state: 'away' },
          { ...online('bob'), state: 'offline' },
          online('cem'),
        ],
        assignment: anAssignment(),
        now: at('12:00'),
        is: ['cem'],
      },
      {
        name: 'those of the team, and those of none',
        colleagues: [online('ann', 'press'), online('bob', 'press', 'support'), online('cem')],
        assignment: anAssignment(),
        now: at('12:00'),
        is: ['bob', 'cem'],
      },
      {
        name: 'the first shift, by the wall clock of its zone',
        colleagues: everybody,
        assignment: rota,
        now: at('08:00'),
        is: ['ann', 'bob'],
      },
      {
        name: 'the second shift from its first instant',
        colleagues: everybody,
        assignment: rota,
        now: at('12:00'),
        is: ['bob', 'cem'],
      },
      { name: 'nobody between shifts', colleagues: everybody, assignment: rota, now: at('17:00'), is: [] },
      {
        name: 'only those of the shift who are there',
        colleagues: [online('ann')],
        assignment: rota,
        now: at('13:00'),
        is: [],
      },
    ];

  it.each(rows)('$name', ({ colleagues, assignment, now, is }) => {
    expect(onDuty(colleagues, 'support', assignment, now)).toEqual(is);
  });

  it('changes with the next shift', () => {
    expect(nextShift(rota, at('07:00'))).toBe(at('08:00'));
    expect(nextShift(rota, at('09:00'))).toBe(at('12:00'));
    expect(nextShift(rota, at('18:00'))).toBe(at('+7 08:00'));
    expect(nextShift(anAssignment(), at('18:00'))).toBeUndefined();
  });
});

describe('who gets the next one', () => {
  const seat = (agentId: string, held: number, last?: string): Seat => ({
    agentId,
    held,
    ...(last !== undefined && { lastAssignedAt: at(last) }),
  });
  const rows: { name: string; seats: Seat[]; method?: Assignment['method']; is: string | undefined }[] = [
    { name: 'in turn: who never got one', seats: [seat('ann', 0, '10:00')], is: 'bob' },
    {
      name: 'in turn: who got one the longest ago',
      seats: [seat('ann', 1, '10:00'), seat('bob', 0, '10:01')],
      is: 'ann',
    },
    { name: 'in turn: who has room', seats: [seat('ann', 2, '10:00'), seat('bob', 1, '10:01')], is: 'bob' },
    {
      name: 'by load: who holds fewer',
      seats: [seat('ann', 1, '10:00'), seat('bob', 0, '10:01')],
      method: 'least-loaded',
      is: 'bob',
    },
    {
      name: 'by load: in turn among equals',
      seats: [seat('ann', 1, '10:01'), seat('bob', 1, '10:00')],
      method: 'least-loaded',
      is: 'bob',
    },
    { name: 'nobody when all are full', seats: [seat('ann', 2), seat('bob', 3)], is: undefined },
    { name: 'nobody when work is not assigned', seats: [], method: 'off', is: undefined },
    { name: 'the same whenever it is asked', seats: [], is: 'ann' },
  ];

  it.each(rows)('$name', ({ seats, method = 'round-robin', is }) => {
    expect(chooseAgent(['bob', 'ann'], seats, { method, capacity: 2 })).toBe(is);
  });
});
