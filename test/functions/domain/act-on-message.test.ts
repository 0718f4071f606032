import { describe, expect, it } from 'vitest';
import { actOnMessage, beginDeed, dropDeed, isDone } from '../../../functions/domain/act-on-message.ts';
import type { Deed } from '../../../functions/domain/deed.ts';
import { editMessage } from '../../../functions/domain/edit-message.ts';
import { receiveRemoval } from '../../../functions/domain/remove-message.ts';
import {
  aCause,
  aMessage,
  announced,
  aRemovalEvent,
  at,
  aWaitingConversation,
  conversationAfter,
  decided,
} from './desk.ts';

const message = aMessage();
const conversation = aWaitingConversation({ preview: 'My card was refused.' });
const cause = aCause({ now: at('11:00') });
const act = (deed: Deed, context = { message, conversation }) =>
  decided(actOnMessage(deed, context, 'agent-1', cause));

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
    const before = deed === 'unhide' ? { ...message, hidden: true } : message;
    const change = act(deed, { message: before, conversation });
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

describe('the platform’s news of what an agent is doing', () => {
  const begun = (deed: Deed) => {
    const change = beginDeed(deed, { message, conversation }, 'agent-1', cause);
    expect(change).toMatchObject({ events: [], conversation: { after: conversation } });
    return decided(change).changedMessages[0];
  };

  it.each([
    { name: 'a deletion', deed: 'delete' as const, removal: 'deleted' as const },
    { name: 'a hiding', deed: 'hide' as const, removal: 'hidden' as const },
  ])('that comes first is told as the agent’s, and only once: $name', ({ deed, removal }) => {
    const known = { message: begun(deed), answered: conversation };
    const news = decided(receiveRemoval(aRemovalEvent({ removal }), known, cause));
    expect(news.actor).toBe('agent-1');
    const [seen] = news.changedMessages;
    if (!seen) throw new Error('nothing was changed');
    expect(seen).not.toHaveProperty('doing');
    expect(actOnMessage(deed, { message: seen, conversation }, 'agent-1', cause)).toBeUndefined();
  });

  it('is told as the agent’s edit', () => {
    const edit = { nativeId: 'm1', text: 'Mended.', at: at('10:59:59') };
    const context = { message: begun({ edit: 'Mended.' }) ?? message, conversation };
    const news = decided(editMessage(edit, context, cause));
    expect(news.actor).toBe('agent-1');
    expect(isDone(decided(news).changedMessages[0] ?? message, { edit: 'Mended.' })).toBe(true);
  });

  it.each([
    { name: 'is another deed', removal: 'deleted' as const, now: at('11:00:01') },
    { name: 'comes long after', removal: 'hidden' as const, now: at('11:01') },
  ])('is the platform’s own when it $name', ({ removal, now }) => {
    const known = { message: begun('hide'), answered: conversation };
    const news = receiveRemoval(aRemovalEvent({ removal }), known, aCause({ now }));
    expect(news?.actor).toBe('x');
  });

  it('is the platform’s own again when ours was refused', () => {
    const dropped = decided(dropDeed({ message: begun('hide') ?? message, conversation }, 'agent-1', cause));
    expect(dropped).toMatchObject({ changedMessages: [message], events: [] });
    expect(dropDeed({ message, conversation }, 'agent-1', cause)).toBeUndefined();
  });
});

describe('what is done already', () => {
  const rows: { deed: Deed; done: Partial<typeof message> }[] = [
    { deed: 'hide', done: { hidden: true } },
    { deed: 'like', done: { likedByUs: true } },
    { deed: 'delete', done: { deletedAt: at('10:30') } },
    { deed: { edit: 'Mended.' }, done: { text: 'Mended.' } },
  ];

  it.each(rows)('is not done again: $deed', ({ deed, done }) => {
    expect(isDone(message, deed)).toBe(false);
    expect(isDone({ ...message, ...done }, deed)).toBe(true);
    const context = { message: { ...message, ...done }, conversation };
    expect(actOnMessage(deed, context, 'agent-1', cause)).toBeUndefined();
  });

  it('is shown, until it is hidden', () => {
    expect(isDone(message, 'unhide')).toBe(true);
    expect(isDone({ ...message, hidden: true }, 'unhide')).toBe(false);
  });
});
