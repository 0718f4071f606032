import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerClock,
  endClock,
  fireClock,
  isWaiting,
  moveClock,
  nextStep,
  startClock,
} from '../../../functions/domain/clock.ts';
import { Clock } from '../../../functions/domain/clock-schema.ts';
import { aClock, aPolicy, aPolicyBook, at, plus } from './desk.ts';

/** Office hours on weekdays; the desk's day is a Friday. */
const office = aPolicy({
  calendar: {
    timeZone: 'UTC',
    week: { mon: [['09:00', '17:00']], fri: [['09:00', '17:00']] },
    holidays: [],
  },
});

const start = (changes: Partial<Parameters<typeof startClock>[0]> = {}) => ({
  id: 'c1',
  kind: 'firstResponse' as const,
  startedAt: at('10:00'),
  messageId: 'c-ada.m1',
  policy: aPolicy(),
  book: aPolicyBook(),
  ...changes,
});

describe('startClock', () => {
  it('counts from the message and plans every step', () => {
    const clock = startClock(start());
    expect(clock).toMatchObject({ state: 'running', startedAt: at('10:00'), dueAt: at('12:00') });
    expect(clock.steps).toEqual([
      { name: 'warning', at: at('11:30'), to: 'team' },
      { name: 'breach', at: at('12:00'), to: 'team' },
      { name: 'escalation-1', at: at('12:15'), to: 'lead' },
      { name: 'escalation-2', at: at('13:00'), to: 'admin' },
    ]);
  });

  it.each([
    {
      name: 'a next response has a target of its own',
      given: { kind: 'nextResponse' as const },
      dueAt: at('14:00'),
    },
    {
      name: 'opening hours stretch the deadline over the weekend',
      given: { policy: office, startedAt: at('16:00') },
      dueAt: at('+3 10:00'),
    },
    {
      name: 'a message of the night counts from the opening',
      given: { policy: office, startedAt: at('03:00') },
      dueAt: at('11:00'),
    },
    {
      name: 'a target that uses up the day is due at closing',
      given: { policy: office, startedAt: at('15:00') },
      dueAt: at('17:00'),
    },
    {
      name: 'milliseconds of the message are kept',
      given: { startedAt: at('10:00:00.250') },
      dueAt: at('12:00:00.250'),
    },
  ])('$name', ({ given, dueAt }) => {
    expect(startClock(start(given)).dueAt).toBe(dueAt);
  });

  it('counts warning and escalation in opening hours too', () => {
    const { steps } = startClock(start({ policy: office, startedAt: at('15:30') }));
    expect(steps.map((step) => step.at)).toEqual([
      at('17:00'),
      at('+3 09:30'),
      at('+3 09:45'),
      at('+3 10:30'),
    ]);
  });

  it('says what is wrong when its policy names a calendar that is not there', () => {
    expect(() => startClock(start({ policy: aPolicy({ calendar: 'nights' }) }))).toThrow(
      /policy 'test' names a calendar/,
    );
  });
});

describe('the boundary rule', () => {
  it.each([
    { name: 'an answer before it is due meets it', answeredAt: at('11:59'), state: 'met' },
    { name: 'an answer at the very instant meets it', answeredAt: at('12:00'), state: 'met' },
    {
      name: 'an answer one millisecond later does not',
      answeredAt: plus(at('12:00'), 1),
      state: 'breached',
    },
  ])('$name', ({ answeredAt, state }) => {
    expect(answerClock(aClock(), answeredAt)).toMatchObject({ state, answeredAt });
  });

  it.each([
    { name: 'not before it is due', now: at('11:59:59.999'), state: 'running' },
    { name: 'not at the very instant', now: at('12:00'), state: 'running' },
    { name: 'one millisecond later', now: at('12:00:00.001'), state: 'breached' },
  ])('a clock that nobody stops is breached: $name', ({ now, state }) => {
    expect(fireClock(aClock(), now).clock.state).toBe(state);
  });

  it('does not let a late answer undo a breach', () => {
    const { clock } = fireClock(aClock(), at('12:01'));
    expect(answerClock(clock, at('12:02'))).toMatchObject({ state: 'breached', endedAt: at('12:02') });
  });

  it('takes an answer in time that is heard of too late as one in time', () => {
    const { clock } = fireClock(aClock(), at('12:01'));
    const answered = answerClock(clock, at('11:58'));
    expect(answered).toMatchObject({ state: 'met', answeredAt: at('11:58') });
    expect(answered).not.toHaveProperty('endedAt');
  });

  it('holds for every target, every answer and whatever fired before', () => {
    const minutes = fc.integer({ min: 1, max: 10_000 });
    const offset = fc.integer({ min: -120_000, max: 120_000 });
    fc.assert(
      fc.property(minutes, offset, fc.option(offset), (target, answerOffset, lookOffset) => {
        const policy = aPolicy({ targets: { firstResponse: `PT${target}M`, nextResponse: 'PT1H' } });
        const clock = aClock({}, policy);
        const looked = lookOffset === null ? clock : fireClock(clock, plus(clock.dueAt, lookOffset)).clock;
        if (lookOffset !== null) expect(looked.state).toBe(lookOffset > 0 ? 'breached' : 'running');
        const answeredAt = plus(clock.dueAt, answerOffset);
        expect(answerClock(looked, answeredAt).state).toBe(answeredAt <= clock.dueAt ? 'met' : 'breached');
      }),
    );
  });
});

describe('endClock', () => {
  it.each([
    { name: 'before it was due', clock: aClock(), endedAt: at('11:00'), state: 'ended' },
    { name: 'at the instant it was due', clock: aClock(), endedAt: at('12:00'), state: 'ended' },
    {
      name: 'after it was due, though nobody looked',
      clock: aClock(),
      endedAt: at('12:01'),
      state: 'breached',
    },
    {
      name: 'after its breach was told',
      clock: fireClock(aClock(), at('12:01')).clock,
      endedAt: at('11:00'),
      state: 'breached',
    },
  ])('keeps a breach and makes none: $name', ({ clock, endedAt, state }) => {
    const ended = endClock(clock, endedAt);
    expect(ended).toMatchObject({ state, endedAt });
    expect(isWaiting(ended)).toBe(false);
  });
});

describe('moveClock', () => {
  it('counts anew from an earlier message and keeps what was told', () => {
    const warned = fireClock(aClock(), at('11:45')).clock;
    const moved = moveClock(warned, start({ startedAt: at('09:00'), messageId: 'c-ada.m0' }));
    expect(moved).toMatchObject({ id: 'c1', state: 'running', startedAt: at('09:00'), dueAt: at('11:00') });
    expect(moved.steps.map((step) => [step.name, step.firedAt])).toEqual([
      ['warning', at('11:45')],
      ['breach', undefined],
      ['escalation-1', undefined],
      ['escalation-2', undefined],
    ]);
  });

  it('stays breached', () => {
    const breached = fireClock(aClock(), at('12:01')).clock;
    expect(moveClock(breached, start({ startedAt: at('09:00') })).state).toBe('breached');
  });
});

describe('fireClock', () => {
  const names = (now: string, clock = aClock()) => fireClock(clock, now).fired.map(({ name }) => name);

  it.each([
    { name: 'nothing before the warning', now: at('11:30'), fired: [] },
    { name: 'the warning as soon as its instant is past', now: at('11:30:00.001'), fired: ['warning'] },
    { name: 'no warning any more once it is breached', now: at('12:00:00.001'), fired: ['breach'] },
    {
      name: 'the breach and the first escalation after an outage',
      now: at('12:30'),
      fired: ['breach', 'escalation-1'],
    },
    {
      name: 'all that nobody was told, in order',
      now: at('20:00'),
      fired: ['breach', 'escalation-1', 'escalation-2'],
    },
  ])('tells $name', ({ now, fired }) => {
    expect(names(now)).toEqual(fired);
  });

  it('tells nothing twice', () => {
    const once = fireClock(aClock(), at('12:30')).clock;
    expect(fireClock(once, at('12:31'))).toEqual({ clock: once, fired: [] });
  });

  it.each([
    { name: 'answered', clock: answerClock(aClock(), at('11:00')) },
    { name: 'answered late', clock: answerClock(aClock(), at('12:30')) },
    { name: 'ended', clock: endClock(aClock(), at('11:00')) },
  ])('leaves a clock alone that is over: $name', ({ clock }) => {
    expect(fireClock(clock, at('20:00'))).toEqual({ clock, fired: [] });
    expect(nextStep(clock)).toBeUndefined();
  });

  it('tells every step at most once, and every one but a late warning in the end, however often it is asked', () => {
    const looks = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 12 });
    fc.assert(
      fc.property(looks, (minutes) => {
        const told: string[] = [];
        let clock = aClock();
        for (const now of [...minutes.map((minute) => plus(at('10:00'), minute * 60_000)), at('23:00')]) {
          const result = fireClock(clock, now);
          clock = result.clock;
          told.push(...result.fired.map(({ name }) => name));
        }
        expect(new Set(told).size).toBe(told.length);
        expect(told).toEqual(expect.arrayContaining(['breach', 'escalation-1', 'escalation-2']));
        const sawWarning = minutes.findIndex((minute) => minute > 90 && minute <= 120);
        const sawBreach = minutes.findIndex((minute) => minute > 120);
        const isWarned = sawWarning >= 0 && (sawBreach < 0 || sawWarning < sawBreach);
        expect(told.includes('warning')).toBe(isWarned);
        expect(clock.steps.every(({ firedAt }) => firedAt !== undefined)).toBe(true);
        expect(Clock.parse(clock)).toEqual(clock);
      }),
    );
  });
});

describe('nextStep', () => {
  it('is the earliest that has not fired', () => {
    expect(nextStep(aClock())?.name).toBe('warning');
    expect(nextStep(fireClock(aClock(), at('11:45')).clock)?.name).toBe('breach');
    expect(nextStep(fireClock(aClock(), at('12:30')).clock)?.name).toBe('escalation-2');
    expect(nextStep(fireClock(aClock(), at('20:00')).clock)).toBeUndefined();
  });
});
