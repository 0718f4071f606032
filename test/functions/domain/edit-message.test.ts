import { describe, expect, it } from 'vitest';
import { receiveEdit, withEdit } from '../../../functions/domain/edit-message.ts';
import {
  aCause,
  aConversation,
  aMessage,
  anEditEvent,
  announced,
  at,
  aWaitingConversation,
  conversationAfter,
} from './desk.ts';
import { sampleTriage } from './triage/sample-triage.ts';

const known = { message: aMessage(), answered: aWaitingConversation({ preview: 'My card was refused.' }) };

describe('an edit', () => {
  it('replaces the text and keeps what was said before', () => {
    const change = receiveEdit(anEditEvent(), known, aCause());
    expect(change?.changedMessages).toEqual([
      aMessage({
        text: 'My card was refused twice.',
        editedAt: at('10:05'),
        earlierTexts: [{ text: 'My card was refused.', until: at('10:05') }],
      }),
    ]);
    expect(announced(change)).toEqual(['message.edited']);
  });

  it('leaves the clock alone', () => {
    const after = conversationAfter(receiveEdit(anEditEvent(), known, aCause()));
    expect(after.clocks).toEqual(known.answered.clocks);
    expect(after.unanswered).toEqual(known.answered.unanswered);
  });

  it.each([
    {
      name: 'of the latest message shows',
      lastMessageId: 'c-ada.m1',
      deletedAt: undefined,
      preview: 'My card was refused twice.',
    },
    {
      name: 'of an earlier message does not',
      lastMessageId: 'c-ada.m2',
      deletedAt: undefined,
      preview: 'My card was refused.',
    },
    { name: 'of a deleted message does not', lastMessageId: 'c-ada.m1', deletedAt: at('10:10'), preview: '' },
  ])('$name in the inbox', ({ lastMessageId, deletedAt, preview }) => {
    const message = aMessage(deletedAt === undefined ? {} : { deletedAt });
    const answered = aWaitingConversation({
      lastMessageId,
      preview: deletedAt ? '' : 'My card was refused.',
    });
    expect(conversationAfter(receiveEdit(anEditEvent(), { message, answered }, aCause())).preview).toBe(
      preview,
    );
  });

  it('is kept until its message comes, the newest of several', () => {
    const first = receiveEdit(anEditEvent(), {}, aCause());
    expect(first?.pending).toEqual([
      {
        channel: 'x',
        accountId: 'desk-1',
        nativeId: 'm1',
        pending: { edit: { text: 'My card was refused twice.', at: at('10:05') } },
      },
    ]);
    const self = first?.pending[0];
    expect(receiveEdit(anEditEvent(), { self }, aCause())).toBeUndefined();
    expect(receiveEdit(anEditEvent({ at: at('10:04'), text: 'old' }), { self }, aCause())).toBeUndefined();
    const later = receiveEdit(anEditEvent({ at: at('10:06'), text: 'new' }), { self }, aCause());
    expect(later?.pending[0]?.pending).toEqual({ edit: { text: 'new', at: at('10:06') } });
  });

  it('is kept beside a deletion', () => {
    const self = { channel: 'x', accountId: 'desk-1', nativeId: 'm1', pending: { deletedAt: at('10:10') } };
    expect(receiveEdit(anEditEvent(), { self }, aCause())?.pending[0]?.pending).toMatchObject({
      deletedAt: at('10:10'),
      edit: { at: at('10:05') },
    });
  });
});

describe('withEdit', () => {
  const edited = aMessage({
    text: 'first',
    editedAt: at('10:05'),
    earlierTexts: [{ text: 'said', until: at('10:05') }],
  });

  it.each([
    { name: 'newer than the message', message: aMessage(), editAt: at('10:00:00.001'), applies: true },
    { name: 'of the message’s own second', message: aMessage(), editAt: at('10:00'), applies: true },
    { name: 'older than the message', message: aMessage(), editAt: at('09:59'), applies: false },
    { name: 'newer than the last edit', message: edited, editAt: at('10:06'), applies: true },
    { name: 'of the last edit’s own second', message: edited, editAt: at('10:05'), applies: true },
    { name: 'the last edit again', message: edited, editAt: at('10:05'), text: 'first', applies: false },
    {
      name: 'an earlier one of its second again',
      message: edited,
      editAt: at('10:05'),
      text: 'said',
      applies: false,
    },
    { name: 'older than the last edit', message: edited, editAt: at('10:04'), applies: false },
  ])('applies what is new: $name', ({ message, editAt, text = 'changed', applies }) => {
    expect(withEdit(message, { text, at: editAt }) !== undefined).toBe(applies);
  });

  it('takes what a platform tells of our own edit as the same edit', () => {
    const again = { text: 'first', at: at('10:05:01') };
    expect(withEdit(edited, again)).toEqual({ ...edited, editedAt: at('10:05:01') });
    const change = receiveEdit(anEditEvent(again), { ...known, message: edited }, aCause());
    expect(announced(change)).toEqual([]);
  });

  it('keeps all texts, oldest first', () => {
    expect(withEdit(edited, { text: 'second', at: at('10:06') })).toMatchObject({
      text: 'second',
      earlierTexts: [
        { text: 'said', until: at('10:05') },
        { text: 'first', until: at('10:06') },
      ],
    });
  });
});

describe('an edit of words that asked nothing', () => {
  const quiet = { ...sampleTriage, needsReply: false };

  it.each([
    { name: 'asks something now, and somebody waits', needsReply: true, waiting: 1 },
    { name: 'still asks nothing', needsReply: false, waiting: 0 },
  ])('$name', ({ needsReply, waiting }) => {
    const message = aMessage({ triage: quiet });
    const cause = aCause({ triage: () => ({ ...sampleTriage, needsReply }) });
    const change = receiveEdit(anEditEvent(), { message, answered: aConversation() }, cause);
    expect(change?.changedMessages[0]?.triage?.needsReply).toBe(needsReply);
    expect(conversationAfter(change).unanswered).toHaveLength(waiting);
  });
});
