import { describe, expect, it } from 'vitest';
import { block, unblock } from '../../../functions/domain/block.ts';
import { viewsOf } from '../../../functions/domain/counted-views.ts';
import { receiveMessage } from '../../../functions/domain/receive-message.ts';
import { retractAnswer } from '../../../functions/domain/retract-answer.ts';
import {
  aCause,
  aConversation,
  aMessageEvent,
  anIdentity,
  announced,
  at,
  conversationAfter,
} from './desk.ts';
import { MemoryDesk } from './memory-desk.ts';

describe('a person who is blocked', () => {
  const blocked = block(aConversation(), at('12:00')).conversation;
  const heard = (known: Parameters<typeof receiveMessage>[1]) =>
    receiveMessage(aMessageEvent({ at: at('13:00') }), known, aCause());

  it('is heard, and neither waits nor stands in a list', () => {
    const change = heard({ identity: anIdentity({ blocked: true }), current: blocked });
    expect(change?.newMessages).toHaveLength(1);
    expect(announced(change)).toEqual(['message.received']);
    expect(conversationAfter(change)).toMatchObject({ blocked: true, unanswered: [], clocks: [] });
    expect(viewsOf(conversationAfter(change))).toEqual([]);
  });

  it('is blocked in a new conversation too', () => {
    const change = heard({ identity: anIdentity({ blocked: true }) });
    expect(conversationAfter(change)).toMatchObject({ blocked: true, clocks: [] });
    expect(announced(change)).toEqual(['conversation.opened', 'message.received']);
  });

  it('does not wait because an answer of ours was taken back', () => {
    const stopped = { at: at('11:00'), questions: [{ messageId: 'm', at: at('10:00') }] };
    const aftermath = { late: [], gone: [], policies: aCause().policies };
    expect(retractAnswer({ ...blocked, lastAnswerAt: at('11:00') }, stopped, aftermath).events).toEqual([]);
  });

  it('waits again for what they say after they are heard again', () => {
    const desk = new MemoryDesk();
    desk.receive(aMessageEvent());
    const [conversation] = [...desk.conversations.values()];
    if (!conversation) throw new Error('There is no conversation.');
    const free = unblock(block(conversation, at('12:00')).conversation).conversation;
    const change = receiveMessage(
      aMessageEvent({ nativeId: 'm2', at: at('13:00') }),
      { current: free },
      aCause(),
    );
    expect(announced(change)).toContain('clock.started');
  });

  it('is blocked once, and freed once', () => {
    expect(block(blocked, at('13:00')).conversation).toBe(blocked);
    expect(unblock(blocked).conversation).toEqual(aConversation());
    expect(unblock(aConversation()).events).toEqual([]);
  });
});
