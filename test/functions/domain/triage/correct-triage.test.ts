import { describe, expect, it } from 'vitest';
import { correctTriage, labelsOf } from '../../../../functions/domain/triage/correct-triage.ts';
import {
  aCause,
  aConversation,
  aMessage,
  announced,
  at,
  aWaitingConversation,
  conversationAfter,
} from '../desk.ts';
import { sampleTriage } from './sample-triage.ts';

const waiting = aMessage({ triage: sampleTriage });
const quiet = aMessage({ triage: { ...sampleTriage, needsReply: false } });
const correct = (
  labels: Parameters<typeof correctTriage>[0],
  message = waiting,
  conversation = aWaitingConversation(),
) => correctTriage(labels, { message, conversation, recent: [message] }, 'agent-1', aCause());

describe('a correction', () => {
  it('is shown with the message and its conversation, with who it was', () => {
    const change = correct({ reason: 'inquiry', sentiment: 'neutral' });
    expect(change?.changedMessages[0]?.triage).toMatchObject({
      reason: 'inquiry',
      sentiment: 'neutral',
      correctedBy: 'agent-1',
      read: labelsOf(sampleTriage),
    });
    expect(conversationAfter(change).triage).toMatchObject({ reason: 'inquiry', sentiment: 'neutral' });
    expect(announced(change)).toEqual(['message.corrected']);
    expect(change?.actor).toBe('agent-1');
  });

  it('is kept to learn from', () => {
    expect(correct({ reason: 'inquiry' })?.corrections).toEqual([
      {
        messageId: 'c-ada.m1',
        text: waiting.text,
        channel: 'x',
        language: 'en',
        urgency: 0.5,
        at: at('12:00'),
        agentId: 'agent-1',
        read: labelsOf(sampleTriage),
        said: { ...labelsOf(sampleTriage), reason: 'inquiry' },
      },
    ]);
  });

  it('of a correction still says what the classifier had read', () => {
    const once = correct({ reason: 'inquiry' })?.changedMessages[0];
    const twice = correct({ reason: 'feedback' }, once);
    expect(twice?.corrections?.[0]).toMatchObject({
      read: { reason: 'problem' },
      said: { reason: 'feedback' },
    });
  });

  it('lets somebody wait from when they wrote', () => {
    const after = conversationAfter(correct({ needsReply: true }, quiet, aConversation()));
    expect(after.unanswered).toEqual([expect.objectContaining({ messageId: 'c-ada.m1', at: quiet.at })]);
    expect(after.clocks).toEqual([expect.objectContaining({ state: 'running', startedAt: quiet.at })]);
  });

  it.each([
    { name: 'needs no reply', labels: { needsReply: false } },
    { name: 'is spam', labels: { spam: true } },
  ])('that it $name ends the waiting', ({ labels }) => {
    const change = correct(labels);
    expect(conversationAfter(change).unanswered).toEqual([]);
    expect(announced(change)).toEqual(['message.corrected', 'clock.ended']);
  });

  it('that it is no spam lets its author wait', () => {
    const spam = aMessage({ triage: { ...sampleTriage, spam: true, needsReply: false } });
    expect(conversationAfter(correct({ spam: false }, spam, aConversation())).unanswered).toHaveLength(1);
  });

  it('of what is so already, or was never read, is none', () => {
    expect(correct({ reason: 'problem' })).toBeUndefined();
    expect(correct({ reason: 'inquiry' }, aMessage())).toBeUndefined();
  });
});
