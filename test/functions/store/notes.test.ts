import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Note } from '../../../functions/domain/note.ts';
import { commit } from '../../../functions/store/commit.ts';
import { latestMessages } from '../../../functions/store/conversations.ts';
import { getNote, latestNotes } from '../../../functions/store/notes.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { NOW, sampleChange, sampleConversation } from './sample.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const conversation = sampleConversation('noted');
const note = (id: string): Note => ({
  id,
  conversationId: conversation.id,
  text: `text of ${id}`,
  at: NOW,
  author: { id: 'mary', name: 'Mary' },
  mentions: [],
});

describe('the notes of a conversation (A36)', () => {
  it('are listed in order, the latest of them, beside the messages', async () => {
    for (const id of ['N1', 'N2', 'N3'])
      expect(await commit(engine.table, sampleChange({ newNotes: [note(id)] }))).toBe('committed');
    expect(await latestNotes(engine.table, conversation.id, 2)).toEqual([note('N2'), note('N3')]);
    expect(await getNote(engine.table, conversation.id, 'N1')).toEqual(note('N1'));
    expect(await latestMessages(engine.table, conversation.id, 9)).toEqual([]);
  });

  it('are written once', async () => {
    const again = sampleChange({ newNotes: [note('N4')] });
    expect(await commit(engine.table, again)).toBe('committed');
    expect(await commit(engine.table, again)).toBe('duplicate');
  });
});
