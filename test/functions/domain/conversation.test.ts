import { describe, expect, it } from 'vitest';
import { answerClock, fireClock } from '../../../functions/domain/clock.ts';
import {
  nextDueAt,
  previewOf,
  waitingClock,
  withClock,
  withNewClock,
} from '../../../functions/domain/conversation.ts';
import { aClock, aConversation, at, aWaitingConversation } from './desk.ts';

const answered = (id: string, startedAt: string) => answerClock(aClock({ id, startedAt }), startedAt);

describe('previewOf', () => {
  it.each([
    { name: 'a short text as it is', text: 'Hello', preview: 'Hello' },
    { name: 'nothing', text: '', preview: '' },
    {
      name: 'lines and runs of blanks as one blank',
      text: ' one\n\n two\t three ',
      preview: 'one two three',
    },
    { name: '140 characters whole', text: 'x'.repeat(140), preview: 'x'.repeat(140) },
    { name: '141 characters cut', text: 'x'.repeat(141), preview: `${'x'.repeat(139)}…` },
    {
      name: 'characters outside the basic plane uncut',
      text: '😀'.repeat(141),
      preview: `${'😀'.repeat(139)}…`,
    },
  ])('shows $name', ({ text, preview }) => {
    expect(previewOf({ text })).toBe(preview);
  });

  it('shows nothing of what its author took back', () => {
    expect(previewOf({ text: 'Forget this', deletedAt: at('10:10') })).toBe('');
  });
});

describe('waitingClock', () => {
  it('is the one that is neither answered nor ended, a breached one too', () => {
    const breached = fireClock(aClock({ id: 'c2' }), at('20:00')).clock;
    expect(waitingClock(aConversation({ clocks: [answered('c1', at('08:00')), breached] }))?.id).toBe('c2');
    expect(waitingClock(aConversation({ clocks: [answered('c1', at('08:00'))] }))).toBeUndefined();
  });
});

describe('nextDueAt', () => {
  it.each([
    { name: 'the first step while somebody waits', conversation: aWaitingConversation(), dueAt: at('11:30') },
    {
      name: 'the same while it is snoozed',
      conversation: aWaitingConversation({ status: 'snoozed' }),
      dueAt: at('11:30'),
    },
    { name: 'nothing when nobody waits', conversation: aConversation(), dueAt: undefined },
    {
      name: 'nothing when it is resolved',
      conversation: aWaitingConversation({ status: 'resolved' }),
      dueAt: undefined,
    },
    {
      name: 'nothing when all steps have fired',
      conversation: aWaitingConversation({ clocks: [fireClock(aClock(), at('20:00')).clock] }),
      dueAt: undefined,
    },
  ])('is $name', ({ conversation, dueAt }) => {
    expect(nextDueAt(conversation)).toBe(dueAt);
  });
});

describe('the clocks of a conversation', () => {
  it('are kept by when they started, whatever their ids', () => {
    const conversation = aConversation({ clocks: [answered('c1', at('08:00'))], clockCount: 1 });
    const older = withNewClock(conversation, answered('c2', at('07:00')));
    expect(older.clocks.map(({ id }) => id)).toEqual(['c2', 'c1']);
    expect(older.clockCount).toBe(2);
    const moved = withClock(older, answered('c1', at('06:00')));
    expect(moved.clocks.map(({ id }) => id)).toEqual(['c1', 'c2']);
  });

  it('are six at most, and the one that somebody waits on is among them', () => {
    const waiting = aConversation({ clocks: [aClock({ id: 'c0', startedAt: at('00:00') })] });
    const many = Array.from({ length: 9 }, (_, hour) => answered(`c${hour + 1}`, at(`${hour + 1}:00`)));
    const full = many.reduce(withNewClock, waiting);
    expect(full.clocks.map(({ id }) => id)).toEqual(['c0', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9']);
  });
});
