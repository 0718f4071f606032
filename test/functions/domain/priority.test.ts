import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import { priorityOf } from '../../../functions/domain/priority.ts';
import { aClock, aConversation, ada, at, aWaitingConversation } from './desk.ts';

const rows: { name: string; fields: Partial<Conversation>; says: string[] }[] = [
  { name: 'nobody waits', fields: {}, says: ['2 It is marked as normal.'] },
  {
    name: 'somebody waits',
    fields: { clocks: [aClock()] },
    says: ['6 The answer is due, at 2026-11-20T12:00:00.000Z.', '2 It is marked as normal.'],
  },
  {
    name: 'the answer is overdue',
    fields: { clocks: [aClock({ state: 'breached' })], priority: 'low' },
    says: ['25 The answer was due at 2026-11-20T12:00:00.000Z.'],
  },
  {
    name: 'many follow a verified person',
    fields: { contact: { ...ada, followers: 12_400, verified: true } },
    says: [
      '5 12,400 people follow this person.',
      '3 The platform verified who this is.',
      '2 It is marked as normal.',
    ],
  },
  {
    name: 'few follow',
    fields: { contact: { ...ada, followers: 999 } },
    says: ['2 It is marked as normal.'],
  },
  {
    name: 'a crowd forms',
    fields: { crowd: { perMinute: 42, usual: 0.4, at: at('10:00') }, priority: 'high' },
    says: ['10 A crowd forms around the post: 42 a minute where 0.4 is usual.', '6 It is marked as high.'],
  },
  {
    name: 'the person is known and asked again',
    fields: {
      vip: true,
      unanswered: [
        { messageId: 'm1', at: at('10:00') },
        { messageId: 'm2', at: at('10:05') },
        { messageId: 'm3', at: at('10:06') },
      ],
    },
    says: [
      '7 The person is on the list of VIPs.',
      '2 It is marked as normal.',
      '2 The person wrote 3 times without an answer.',
    ],
  },
];

describe('what presses', () => {
  it.each(rows)('says why, heaviest first: $name', ({ fields, says }) => {
    const { parts } = priorityOf(aConversation(fields));
    expect(parts.map(({ points, why }) => `${points} ${why}`)).toEqual(says);
  });

  it('is nothing once it is resolved', () => {
    const resolved = aWaitingConversation({ status: 'resolved', resolvedAt: at('11:00'), vip: true });
    expect(priorityOf(resolved)).toEqual({ score: 0, parts: [] });
  });
});
