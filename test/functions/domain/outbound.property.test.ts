import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../functions/domain/change.ts';
import { cancelled, requeued } from '../../../functions/domain/intervene.ts';
import * as outbound from '../../../functions/domain/outbound.ts';
import type { Departure } from '../../../functions/domain/outbound-change.ts';
import { receiveEcho } from '../../../functions/domain/receive-echo.ts';
import { replyTo } from '../../../functions/domain/reply.ts';
import type { Stopped } from '../../../functions/domain/retract-answer.ts';
import { aDeparture, aMoment, anAftermath, aRefusal } from './departures.ts';
import { aCause, aMessageEvent, anAnswerEvent, aPolicy, aPolicyBook, aReply, at, plus } from './desk.ts';
import { MemoryDesk } from './memory-desk.ts';

/*
 * One message and everything that may happen to it, in any order: workers that finish, hang or die, a platform that takes it,
 * refuses it or leaves us in doubt, agents who undo and send again, echoes that come early, late or never. The platform's own
 * book tells what really arrived.
 */

/** What a call really does at the platform, and what the worker gets to know of it. */
const calls = {
  taken: { arrives: true, known: 'sent' },
  'taken, answer lost': { arrives: true, known: 'unconfirmed' },
  'taken, worker died': { arrives: true, known: 'nothing' },
  'not taken, answer lost': { arrives: false, known: 'unconfirmed' },
  'not taken, worker died': { arrives: false, known: 'nothing' },
  'too many': { arrives: false, known: 'retry' },
  'token dead': { arrives: false, known: 'hold' },
  refused: { arrives: false, known: 'failed' },
} as const;
type Call = keyof typeof calls;

type Step =
  | { step: 'work'; call: Call; canLook: boolean }
  | { step: 'second worker' }
  | { step: 'pass'; seconds: number }
  | { step: 'echo' }
  | { step: 'undo' }
  | { step: 'resend' };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        step: fc.constant('work' as const),
        call: fc.constantFrom(...keysOf(calls)),
        canLook: fc.boolean(),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        step: fc.constant('pass' as const),
        seconds: fc.constantFrom(0.001, 1, 5, 59, 60, 700, 4000),
      }),
    },
    fc.constant({ step: 'second worker' as const }),
    fc.constant({ step: 'echo' as const }),
    fc.constant({ step: 'undo' as const }),
    fc.constant({ step: 'resend' as const }),
  ),
  { minLength: 1, maxLength: 60 },
);

function keysOf(of: typeof calls): [Call, ...Call[]] {
  const [first = 'taken', ...others] = Object.keys(of).filter((key): key is Call => key in of);
  return [first, ...others];
}

/** The message, the clock, and what the platform has. */
class World {
  departure = aDeparture('queued', { leavesAt: at('10:30:10') });
  now = at('10:30');
  arrived = 0;
  /** Attempts since an agent last asked for some. */
  attempts = 0;
  /** Whether a call may have arrived of which nobody has looked what became. */
  doubt = false;

  run(step: Step): void {
    switch (step.step) {
      case 'pass':
        this.now = plus(this.now, step.seconds * 1000);
        break;
      case 'work':
        this.work(step.call, step.canLook);
        break;
      case 'second worker':
        this.checkClaim();
        break;
      case 'echo':
        this.echo();
        break;
      case 'undo':
        this.undo();
        break;
      case 'resend':
        this.resend();
        break;
    }
  }

  work(call: Call, canLook: boolean): void {
    const taken = outbound.takeDeparture(this.departure, this.moment());
    if (taken.take === 'send') this.send(taken.change, call);
    if (taken.take === 'look') this.look(taken.change, call, canLook);
  }

  send(claim: Change, call: Call): void {
    expect(this.doubt, 'sent without a look').toBe(false);
    expect(this.now >= this.departure.message.outbound.leavesAt, 'sent before its time').toBe(true);
    this.keep(claim);
    this.checkClaim();
    this.attempts += 1;
    const { arrives, known } = calls[call];
    if (arrives) this.arrived += 1;
    this.doubt = known === 'nothing' || known === 'unconfirmed';
    if (known !== 'nothing') this.record(known);
  }

  /** A look tells the truth, or that it could not be had; the worker may die over it. */
  look(claim: Change, call: Call, canLook: boolean): void {
    this.keep(claim);
    if (call.endsWith('died')) return;
    if (canLook) this.doubt = false;
    this.record(canLook ? (this.arrived > 0 ? 'sent' : 'retry') : 'unconfirmed');
  }

  record(known: 'sent' | 'unconfirmed' | 'retry' | 'hold' | 'failed'): void {
    const [refusal, moment] = [aRefusal(), this.moment()];
    if (known === 'sent') this.keep(outbound.departed(this.departure, 'n1', moment));
    if (known === 'unconfirmed') this.keep(outbound.unconfirmed(this.departure, refusal, moment));
    if (known === 'retry') {
      const outcome = { refusal, afterSeconds: 0 };
      this.keep(outbound.postponed(this.departure, outcome, moment, anAftermath()));
    }
    if (known === 'hold') this.keep(outbound.held(this.departure, refusal, moment));
    if (known === 'failed') this.keep(outbound.failed(this.departure, refusal, moment, anAftermath()));
  }

  checkClaim(): void {
    const { state, outbound: way } = this.departure.message;
    const isClaimed = state === 'sending' && (way.leasedUntil ?? '') > this.now;
    if (isClaimed) expect(outbound.takeDeparture(this.departure, this.moment()).take).toBe('wait');
  }

  echo(): void {
    if (this.arrived === 0 || this.departure.message.nativeId !== undefined) return;
    const event = anAnswerEvent({ nativeId: 'n1', clientReference: this.departure.message.id });
    this.doubt = false;
    this.keep(receiveEcho(event, this.departure, {}, aCause({ now: this.now })));
  }

  undo(): void {
    const change = cancelled([this.departure], this.moment(), anAftermath());
    if (!change) return;
    expect(this.departure.message.state).toBe('queued');
    expect(this.now < this.departure.message.outbound.leavesAt, 'undone after its time').toBe(true);
    expect(this.doubt, 'undone though it may have arrived').toBe(false);
    this.keep(change);
  }

  resend(): void {
    const change = requeued(this.departure, this.moment());
    if (!change) return;
    this.attempts = 0;
    this.keep(change);
  }

  keep(change: Change): void {
    const [message] = change.changedMessages;
    if (!message?.outbound || !change.conversation) throw new Error('The change does not write the message.');
    this.departure = {
      conversation: change.conversation.after,
      message: { ...message, outbound: message.outbound },
    };
  }

  moment() {
    return aMoment({ now: this.now });
  }
}

describe('a message on its way', () => {
  it('arrives at most once, whatever happens, and is never sent in doubt', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const world = new World();
        for (const step of all) {
          world.run(step);
          expect(world.arrived).toBeLessThanOrEqual(1);
          expect(world.attempts).toBeLessThanOrEqual(12);
        }
      }),
      { numRuns: 800 },
    );
  });

  it('comes to an end by itself: sent, given up, held or shown as unconfirmed', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const world = new World();
        for (const step of all) world.run(step);
        let turns = 0;
        for (let due = outbound.messageDueAt(world.departure.message); due !== undefined; turns += 1) {
          world.now = due > world.now ? plus(due, 1) : plus(world.now, 1);
          world.work(turns % 2 === 0 ? 'not taken, answer lost' : 'too many', false);
          due = outbound.messageDueAt(world.departure.message);
          expect(turns).toBeLessThan(100);
        }
        expect(['sent', 'failed', 'held', 'unconfirmed', 'cancelled']).toContain(
          world.departure.message.state,
        );
      }),
      { numRuns: 200 },
    );
  });

  it('is sent when the platform is well again, if it was not given up', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const world = new World();
        for (const step of all) world.run(step);
        if (['failed', 'held', 'cancelled'].includes(world.departure.message.state)) return;
        if (outbound.messageDueAt(world.departure.message) === undefined) return;
        for (let turn = 0; turn < 4; turn += 1) {
          const due = outbound.messageDueAt(world.departure.message);
          if (due !== undefined && due > world.now) world.now = due;
          world.work('taken', true);
        }
        expect(world.departure.message).toMatchObject({ state: 'sent', nativeId: 'n1' });
        expect(world.arrived).toBe(1);
      }),
      { numRuns: 200 },
    );
  });
});

/*
 * A thread in which a reply is written and never leaves, against the same thread without it.
 */

const book = aPolicyBook(aPolicy());
type Said = {
  minute: number;
  kind: 'asks' | 'asked before, heard now' | 'time passes' | 'we answer in the app';
};
const thread: fc.Arbitrary<Said[]> = fc
  .array(
    fc.record({
      minute: fc.integer({ min: 0, max: 400 }),
      kind: fc.constantFrom<Said['kind']>(
        'asks',
        'asks',
        'asked before, heard now',
        'time passes',
        'we answer in the app',
      ),
    }),
    { maxLength: 8 },
  )
  .map((all) => all.toSorted((a, b) => a.minute - b.minute));

const START = at('10:00');
const minute = (count: number) => plus(START, count * 60_000);

/** Plays what is said until an instant and after another; the reply is written and given up in between. */
class Thread {
  readonly desk = new MemoryDesk(book);
  #count = 0;

  constructor() {
    this.desk.receive(aMessageEvent({ at: START }), START);
  }

  play({ minute: count, kind }: Said): void {
    const now = minute(count);
    this.#count += 1;
    const nativeId = `m-${this.#count}`;
    if (kind === 'time passes') this.desk.fallDue(now);
    else if (kind === 'we answer in the app') this.desk.receive(anAnswerEvent({ nativeId, at: now }), now);
    else this.desk.receive(aMessageEvent({ nativeId, at: kind === 'asks' ? now : plus(now, -90_000) }), now);
  }

  get conversation() {
    const [conversation] = this.desk.conversations.values();
    if (!conversation) throw new Error('There is no conversation.');
    return conversation;
  }

  /** What somebody waits for and what was answered, without how often it was told so far. */
  get waiting() {
    const { unanswered, firstAnswerAt, lastAnswerAt, clocks } = this.conversation;
    const running = clocks.filter((clock) => clock.answeredAt === undefined && clock.endedAt === undefined);
    return {
      unanswered: unanswered.map(({ messageId }) => messageId),
      isFirst: firstAnswerAt === undefined,
      lastAnswerAt,
      clocks: running.map(({ kind, startedAt, dueAt, steps, why }) => ({
        kind,
        startedAt,
        dueAt,
        messageId: why.messageId,
        steps: steps.map(({ name, at: instant }) => [name, instant]),
      })),
    };
  }
}

/** The reply as it stands, and the aftermath that the store would load. */
function giveUp({ desk, conversation }: Thread, reply: Departure, stopped: Stopped, now: string): void {
  const known = stopped.questions.map(({ messageId }) => messageId);
  const late = [...desk.messages.values()].filter(
    ({ id, direction, receivedAt }) =>
      direction === 'inbound' && receivedAt >= reply.message.receivedAt && !known.includes(id),
  );
  const questions = late.map(({ id: messageId, at: said, visibility }) => ({
    messageId,
    at: said,
    visibility,
  }));
  const aftermath = anAftermath({ late: questions, policies: book });
  desk.keep(outbound.failed({ ...reply, conversation }, aRefusal(), aMoment({ now }), aftermath));
}

describe('a reply that never left', () => {
  it('leaves the person waiting exactly as if it had never been written', () => {
    fc.assert(
      fc.property(
        thread,
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 400 }),
        (said, written, span) => {
          const [with_, without] = [new Thread(), new Thread()];
          const [before, after] = [minute(written), minute(written + span)];
          const isBefore = ({ minute: count }: Said) => count <= written;
          for (const one of said.filter(isBefore)) for (const each of [with_, without]) each.play(one);
          const change = replyTo(with_.conversation, aReply(), aCause({ now: before, policies: book }));
          const [message] = change.newMessages;
          if (!message.outbound?.stopped) throw new Error('The reply remembers nothing.');
          with_.desk.keep(change);
          const between = said.filter((one) => !isBefore(one) && one.minute <= written + span);
          for (const one of between) for (const each of [with_, without]) each.play(one);
          const reply = {
            conversation: with_.conversation,
            message: { ...message, outbound: message.outbound },
          };
          giveUp(with_, reply, message.outbound.stopped, after);
          expect(with_.waiting).toEqual(without.waiting);
          for (const one of said.filter(({ minute: count }) => count > written + span))
            for (const each of [with_, without]) each.play(one);
          expect(with_.waiting).toEqual(without.waiting);
        },
      ),
      { numRuns: 300 },
    );
  });
});
