import { describe, expect, it } from 'vitest';
import { addNote } from '../../../functions/domain/add-note.ts';
import { resolve } from '../../../functions/domain/resolve.ts';
import { aCause, aConversation, announced, at, aWaitingConversation, conversationAfter } from './desk.ts';

const mary = { id: 'mary', name: 'Mary' };
const noted = (mentions: string[], conversation = aConversation()) =>
  addNote(conversation, { key: 'k', text: 'Who knows?', author: mary, mentions }, aCause());

describe('a note', () => {
  it('is no message: it stops no clock and does not show in the inbox', () => {
    const change = noted([], aWaitingConversation());
    expect(change.newNotes).toMatchObject([
      { conversationId: 'c-ada', text: 'Who knows?', at: at('12:00'), author: mary, mentions: [] },
    ]);
    expect(change.newMessages).toEqual([]);
    expect(conversationAfter(change)).toEqual(aWaitingConversation());
    expect(announced(change)).toEqual(['conversation.noted']);
  });

  it('tells each whom it names, once, and not its author', () => {
    const change = noted(['ken', 'ada', 'ken', 'mary']);
    expect(change.newNotes[0].mentions).toEqual(['ken', 'ada']);
    expect(conversationAfter(change).mentioned).toEqual(['ken', 'ada']);
    expect(change.events.slice(1).map(({ data }) => data)).toMatchObject([
      { agentId: 'ken' },
      { agentId: 'ada' },
    ]);
  });

  it('by somebody who was asked answers the asking', () => {
    expect(conversationAfter(noted([], aConversation({ mentioned: ['mary', 'ken'] }))).mentioned).toEqual([
      'ken',
    ]);
  });

  it('asks nobody any more when all is resolved', () => {
    const change = resolve(aConversation({ mentioned: ['ken'] }), 'mary', aCause());
    expect(conversationAfter(change)).not.toHaveProperty('mentioned');
  });
});
