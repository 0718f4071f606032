import { describe, expect, it } from 'vitest';
import { clockAlertEvents, eventData, tallyEvents } from '../../../functions/domain/events.ts';
import { fallDue } from '../../../functions/domain/fall-due.ts';
import { at, aWaitingConversation } from './desk.ts';

describe('the events', () => {
  it.each(Object.keys(eventData))('are named by what and what happened to it: %s', (name) => {
    expect(name).toMatch(
      /^(conversation|message|clock|promise|question|account|broadcast|incident|contact|spike|agent|post|settings)\.[a-z-]+$/,
    );
  });

  it('of a clock that runs out all mail somebody, and nothing else does', () => {
    const names = [at('11:45'), at('12:05'), at('20:00')].flatMap((now) =>
      (fallDue(aWaitingConversation(), now)?.events ?? []).map(({ name }) => name),
    );
    expect(new Set(names)).toEqual(new Set(clockAlertEvents));
  });

  it('that are tallied are those of a conversation', () => {
    expect(tallyEvents.every((name) => name.startsWith('conversation.'))).toBe(true);
  });
});
