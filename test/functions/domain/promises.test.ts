import { describe, expect, it } from 'vitest';
import { nextDueAt, runningClocks } from '../../../functions/domain/conversation.ts';
import { fallDue } from '../../../functions/domain/fall-due.ts';
import { withoutDeparture } from '../../../functions/domain/outbound-change.ts';
import { movePromise, withdrawPromises } from '../../../functions/domain/promises.ts';
import { receiveAnswer } from '../../../functions/domain/receive-answer.ts';
import { receiveMessage } from '../../../functions/domain/receive-message.ts';
import { releaseScheduled, replyTo } from '../../../functions/domain/reply.ts';
import { resolve } from '../../../functions/domain/resolve.ts';
import {
  aCause,
  aMessageEvent,
  anAnswerEvent,
  announced,
  aPolicy,
  aPolicyBook,
  aReply,
  at,
  aWaitingConversation,
  conversationAfter,
  decided,
} from './desk.ts';

const policies = aPolicyBook(aPolicy());
const promise = { text: "I'll call you by 4pm", dueAt: at('16:00') };
/** Mary answers Ada at 11:00 and promises to call her by 16:00. */
const promising = replyTo(
  aWaitingConversation(),
  aReply({ promises: [promise], onlyPromises: true }),
  aCause({ now: at('11:00'), policies }),
);
const promised = conversationAfter(promising);
const stateOf = (conversation = promised) => conversation.promises?.map(({ clock }) => clock.state);

describe('a promise', () => {
  it('gets a clock that warns, breaches and climbs like an answer’s', () => {
    expect(promised.promises).toMatchObject([
      {
        id: 'p1',
        text: "I'll call you by 4pm",
        agentId: 'agent-1',
        madeIn: promising.newMessages[0].id,
        clock: {
          id: 'p1',
          kind: 'promise',
          state: 'running',
          dueAt: at('16:00'),
          steps: [
            { name: 'warning', at: at('14:45'), to: 'team' },
            { name: 'breach', at: at('16:00'), to: 'team' },
            { name: 'escalation-1', at: at('16:15'), to: 'lead' },
            { name: 'escalation-2', at: at('17:00'), to: 'admin' },
          ],
        },
      },
    ]);
    expect(announced(promising)).toEqual(['message.answered', 'clock.met', 'promise.made']);
    expect(nextDueAt(promised)).toBe(at('14:45'));
  });

  it('is told when it falls due, and counted once when it is broken', () => {
    const warned = fallDue(promised, at('14:45:00.001'));
    expect(decided(warned).events).toMatchObject([
      { name: 'clock.warned', data: { clockId: 'p1', kind: 'promise', to: 'team', dueAt: at('16:00') } },
    ]);
    const broken = fallDue(conversationAfter(warned), at('16:00:00.001'));
    expect(announced(broken)).toEqual(['clock.breached', 'promise.broken']);
    const escalated = fallDue(conversationAfter(broken), at('16:15:00.001'));
    expect(announced(escalated)).toEqual(['clock.escalated']);
  });

  it('runs beside the clock of an answer', () => {
    const asked = receiveMessage(
      aMessageEvent({ nativeId: 'm2', at: at('12:00') }),
      { answered: promised, current: promised },
      aCause({ now: at('12:00'), policies }),
    );
    const both = conversationAfter(asked);
    expect(runningClocks(both).map(({ kind }) => kind)).toEqual(['nextResponse', 'promise']);
    const due = fallDue(both, at('16:00:00.001'));
    expect(announced(due)).toEqual(['clock.breached', 'clock.breached', 'promise.broken']);
  });

  it('is kept by the next answer of a person', () => {
    const kept = replyTo(promised, aReply({ key: 'r2' }), aCause({ now: at('15:00'), policies }));
    expect(stateOf(conversationAfter(kept))).toEqual(['met']);
    expect(kept.events).toContainEqual({
      name: 'promise.kept',
      data: {
        promiseId: 'p1',
        dueAt: at('16:00'),
        channel: 'x',
        teamId: 'support',
        keptAt: at('15:00'),
        late: false,
      },
    });
    expect(nextDueAt(conversationAfter(kept))).toBeUndefined();
  });

  it('stays broken when it is kept late', () => {
    const late = replyTo(promised, aReply({ key: 'r2' }), aCause({ now: at('17:00'), policies }));
    expect(stateOf(conversationAfter(late))).toEqual(['breached']);
    expect(late.events).toContainEqual({
      name: 'promise.kept',
      data: expect.objectContaining({ late: true }),
    });
  });

  it('is not kept by another promise', () => {
    const again = replyTo(
      promised,
      aReply({
        key: 'r2',
        promises: [{ text: 'Tomorrow, then', dueAt: at('+1 10:00') }],
        onlyPromises: true,
      }),
      aCause({ now: at('15:00'), policies }),
    );
    expect(stateOf(conversationAfter(again))).toEqual(['running', 'running']);
  });

  it('is kept by an answer in the platform’s own app', () => {
    const answered = receiveAnswer(
      anAnswerEvent({ at: at('15:00') }),
      { answered: promised },
      aCause({ now: at('15:00'), policies }),
    );
    expect(stateOf(conversationAfter(answered))).toEqual(['met']);
  });

  it('goes back with the message that made it, and runs on when the one that kept it never leaves', () => {
    const aftermath = { late: [], gone: [], policies };
    const unsaid = withoutDeparture(promised, promising.newMessages[0], aftermath);
    expect(stateOf(unsaid.conversation)).toEqual(['ended']);

    const kept = replyTo(promised, aReply({ key: 'r2' }), aCause({ now: at('15:00'), policies }));
    const back = withoutDeparture(conversationAfter(kept), kept.newMessages[0], aftermath);
    expect(stateOf(back.conversation)).toEqual(['running']);
    expect(nextDueAt(back.conversation)).toBe(at('14:45'));
  });

  it('begins when a scheduled answer leaves', () => {
    const reply = aReply({ promises: [promise], scheduled: true, leavesAt: at('13:00') });
    const scheduled = replyTo(aWaitingConversation(), reply, aCause({ now: at('11:00'), policies }));
    const [message] = scheduled.newMessages;
    expect(conversationAfter(scheduled).promises).toBeUndefined();
    const { outbound } = message;
    if (!outbound) throw new Error('A reply is on its way out.');
    const released = releaseScheduled(
      { conversation: conversationAfter(scheduled), message: { ...message, outbound } },
      aCause({ now: at('13:00'), policies }),
    );
    expect(conversationAfter(released).promises?.[0]?.clock.startedAt).toBe(at('13:00'));
  });

  it('ends with the conversation', () => {
    const resolved = resolve(promised, 'agent-1', aCause({ now: at('12:00'), policies }));
    expect(announced(resolved)).toEqual(['promise.withdrawn', 'conversation.resolved']);
    expect(nextDueAt(conversationAfter(resolved))).toBeUndefined();
  });

  it('can be moved and withdrawn by hand', () => {
    const moved = movePromise(promised, 'p1', { dueAt: at('18:00'), now: at('12:00'), policies });
    expect(moved.conversation.promises?.[0]?.clock.dueAt).toBe(at('18:00'));
    expect(moved.events.map(({ name }) => name)).toEqual(['promise.moved']);
    const withdrawn = withdrawPromises(promised, at('12:00'), 'by hand', ['p1']);
    expect(stateOf(withdrawn.conversation)).toEqual(['ended']);
    expect(withdrawPromises(promised, at('12:00'), 'by hand', ['p9']).conversation).toBe(promised);
  });

  it('is none any more when its time has passed already', () => {
    const past = replyTo(
      aWaitingConversation(),
      aReply({ promises: [{ text: 'by nine', dueAt: at('09:00') }] }),
      aCause({ now: at('11:00'), policies }),
    );
    expect(conversationAfter(past).promises).toBeUndefined();
  });
});
