import { describe, expect, it } from 'vitest';
import { BroadcastState } from '../../../functions/domain/broadcast.ts';
import {
  approve,
  begin,
  cancel,
  check,
  drafted,
  finish,
  letGo,
  pause,
  propose,
  resume,
  revise,
  schedule,
} from '../../../functions/domain/broadcast-moves.ts';
import { broadcastOf, later, NOW } from './sample-broadcast.ts';

const lead = { id: 'lead-1', name: 'Lea' };
const course = { begunAt: NOW, checkAt: later(5), sweptAt: NOW, isPlanned: true };
const moves = {
  revise: (broadcast: ReturnType<typeof broadcastOf>) => revise(broadcast, { text: 'Other words.' }),
  propose,
  approve: (broadcast: ReturnType<typeof broadcastOf>) => approve(broadcast, lead),
  schedule: (broadcast: ReturnType<typeof broadcastOf>) => schedule(broadcast, later(60), NOW),
  pause,
  resume: (broadcast: ReturnType<typeof broadcastOf>) => resume(broadcast, NOW),
  cancel: (broadcast: ReturnType<typeof broadcastOf>) => cancel(broadcast, NOW),
  finish: (broadcast: ReturnType<typeof broadcastOf>) => finish(broadcast, NOW),
};

/** For each state, the steps that may be taken from it and where they lead. */
const allowed: Record<BroadcastState, Partial<Record<keyof typeof moves, BroadcastState>>> = {
  draft: { revise: 'draft', propose: 'proposed', approve: 'approved', cancel: 'cancelled' },
  proposed: { revise: 'draft', approve: 'approved', cancel: 'cancelled' },
  approved: { revise: 'draft', schedule: 'scheduled', cancel: 'cancelled' },
  scheduled: { schedule: 'scheduled', cancel: 'cancelled' },
  publishing: { pause: 'paused', cancel: 'cancelled', finish: 'done' },
  paused: { resume: 'publishing', cancel: 'cancelled' },
  done: {},
  cancelled: {},
};
const cases = BroadcastState.options.flatMap((state) =>
  (['revise', 'propose', 'approve', 'schedule', 'pause', 'resume', 'cancel', 'finish'] as const).map(
    (move) => ({
      state,
      move,
      leads: allowed[state][move],
    }),
  ),
);

describe('a step of a broadcast', () => {
  it.each(cases)('$move, from $state, leads to $leads', ({ state, move, leads }) => {
    const moved = moves[move](broadcastOf({ state, course, publishAt: NOW }));
    if (leads === undefined) {
      expect(moved).toMatchObject({ refusal: { code: `broadcast:not-to-${move}` } });
      return;
    }
    expect(moved).toMatchObject({ after: { state: leads } });
    expect('after' in moved && moved.events).toHaveLength(1);
  });

  it('that changes the words takes the approval away', () => {
    const revised = revise(broadcastOf({ state: 'approved', approvedBy: lead }), { text: 'Other words.' });
    expect(revised).toMatchObject({ after: { text: 'Other words.', state: 'draft' } });
    expect('after' in revised && revised.after.approvedBy).toBeUndefined();
  });

  it('into the past is refused; now is not the past', () => {
    const approved = broadcastOf({ state: 'approved' });
    expect(schedule(approved, later(-1), NOW)).toMatchObject({ refusal: { code: 'broadcast:in-the-past' } });
    expect(schedule(approved, NOW, NOW)).toMatchObject({ after: { publishAt: NOW } });
  });

  it('names its incident to all who listen', () => {
    expect(drafted(broadcastOf({ incidentId: 'i1' })).events).toEqual([
      { name: 'broadcast.drafted', data: { broadcastId: 'b1', incidentId: 'i1' } },
    ]);
  });
});

describe('a scheduled broadcast', () => {
  const scheduled = broadcastOf({ state: 'scheduled', publishAt: later(60) });

  it.each([
    { name: 'not before its time', broadcast: scheduled, now: later(59), begins: false },
    { name: 'at its time', broadcast: scheduled, now: later(60), begins: true },
    {
      name: 'not when it was called off',
      broadcast: broadcastOf({ state: 'cancelled' }),
      now: later(60),
      begins: false,
    },
    {
      name: 'not twice',
      broadcast: broadcastOf({ state: 'publishing', course }),
      now: later(60),
      begins: false,
    },
  ])('begins $name: $begins', ({ broadcast, now, begins }) => {
    expect(begin(broadcast, now) !== undefined).toBe(begins);
  });
});

describe('looking after a broadcast', () => {
  const publishing = broadcastOf({ state: 'publishing', course });

  it('is for one at a time: whoever comes early does nothing', () => {
    expect(check(publishing, later(4))).toBeUndefined();
    const checked = check(publishing, later(5));
    expect(checked?.course?.checkAt).toBe(later(7));
    expect(checked && check(checked, later(5))).toBeUndefined();
  });

  it('becomes seldom when it goes on for long', () => {
    expect(check(publishing, later(600))?.course?.checkAt).toBe(later(660));
    expect(check(publishing, later(86_400))?.course?.checkAt).toBe(later(86_700));
  });

  it('goes on at once when it is resumed, and ends with a cancelled one that is cleared away', () => {
    const resumed = resume(broadcastOf({ state: 'paused', course }), later(60));
    expect('after' in resumed && resumed.after.course).toMatchObject({
      checkAt: later(60),
      sweptAt: '1970-01-01T00:00:00.000Z',
    });
    expect(letGo(publishing).course).toEqual({ begunAt: NOW, sweptAt: NOW, isPlanned: true });
  });
});
