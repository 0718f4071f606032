import { describe, expect, it } from 'vitest';
import { actOnMessage, type Deed } from '../../../functions/domain/act-on-message.ts';
import { receiveRemoval } from '../../../functions/domain/remove-message.ts';
import {
  aCause,
  aMessage,
  announced,
  aRemovalEvent,
  at,
  aWaitingConversation,
  conversationAfter,
} from './desk.ts';

const message = aMessage();
const conversation = aWaitingConversation({ preview: 'My card was refused.' });
const act = (deed: Deed, context = { message, conversation }) =>
  actOnMessage(deed, context, 'agent-1', aCause({ now: at('11:00') }));

describe('what an agent does to a message', () => {
  it.each([
    { name: 'hides it', deed: 'hide' as const, changed: { hidden: true }, event: 'message.hidden' },
    {
      name: 'shows it again',
      deed: 'unhide' as const,
      changed: { hidden: false },
      event: 'message.unhidden',
    },
    { name: 'likes it', deed: 'like' as const, changed: { likedByUs: true }, event: 'message.liked' },
    {
      name: 'deletes it',
      deed: 'delete' as const,
      changed: { deletedAt: at('11:00') },
      event: 'message.deleted',
    },
    {
      name: 'edits it',
      deed: { edit: 'Mended.' },
      changed: {
        text: 'Mended.',
        editedAt: at('11:00'),
        earlierTexts: [{ text: 'My card was refused.', until: at('11:00') }],
      },
      event: 'message.edited',
    },
  ])('$name, and is named in the activity', ({ deed, changed, event }) => {
    const change = act(deed);
    expect(change.changedMessages).toEqual([{ ...message, ...changed }]);
    expect(announced(change)[0]).toBe(event);
    expect(change.actor).toBe('agent-1');
  });

  it.each([
    { name: 'a deletion', deed: 'delete' as const, preview: '' },
    { name: 'an edit', deed: { edit: 'Mended.' }, preview: 'Mended.' },
    { name: 'a hiding', deed: 'hide' as const, preview: 'My card was refused.' },
  ])('shows in the inbox: $name', ({ deed, preview }) => {
    expect(conversationAfter(act(deed)).preview).toBe(preview);
    const newer = { message, conversation: { ...conversation, lastMessageId: 'c-ada.m2' } };
    expect(conversationAfter(act(deed, newer)).preview).toBe('My card was refused.');
  });

  it('ends the waiting for what it deletes, and for nothing else', () => {
    expect(conversationAfter(act('delete')).unanswered).toEqual([]);
    expect(conversationAfter(act('hide')).unanswered).toEqual(conversation.unanswered);
  });

  it('is done once, though the platform tells of it too', () => {
    const [deleted] = act('delete').changedMessages;
    const known = { message: deleted, answered: conversation };
    expect(receiveRemoval(aRemovalEvent(), known, aCause())).toBeUndefined();
  });
});
