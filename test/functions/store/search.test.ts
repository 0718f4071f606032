import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findConversations, keepNames, keepWords } from '../../../functions/store/search.ts';
import type { Table } from '../../../functions/store/table.ts';
import { openTestEngine, type TestEngine } from './engine.ts';
import { conversationId, NOW } from './sample.ts';

let engine: TestEngine;
let table: Table;
beforeAll(async () => {
  engine = await openTestEngine();
});
beforeEach(async () => {
  table = await engine.newTable();
});
afterAll(() => engine.close());

const older = conversationId('older', '2026-10-01T10:00:00.000Z');
const newer = conversationId('newer', '2026-11-01T10:00:00.000Z');
const say = (id: string, ...words: string[]) => keepWords(table, { conversationId: id, words, at: NOW });

describe('conversations are found', () => {
  it('by a word that was said, the latest first (A43)', async () => {
    await say(older, 'parcel', 'late');
    await say(newer, 'parcel');
    await say(newer, 'parcel');
    expect(await findConversations(table, ['parcel'])).toEqual([newer, older]);
    expect(await findConversations(table, ['late'])).toEqual([older]);
    expect(await findConversations(table, ['lat'])).toEqual([]);
  });

  it('by the beginning of a name (A44)', async () => {
    await keepNames(table, { conversationId: older, names: ['ines', 'okoro', 'ines_okoro'] });
    await keepNames(table, { conversationId: newer, names: ['inesa'] });
    expect(await findConversations(table, ['ines'])).toEqual([newer, older]);
    expect(await findConversations(table, ['okor'])).toEqual([older]);
    expect(await findConversations(table, ['ines_'])).toEqual([older]);
  });

  it('by all of several words, whether said or a name', async () => {
    await say(older, 'parcel');
    await say(newer, 'parcel');
    await keepNames(table, { conversationId: older, names: ['ines'] });
    expect(await findConversations(table, ['parcel', 'ines'])).toEqual([older]);
    expect(await findConversations(table, ['parcel', 'nobody'])).toEqual([]);
    expect(await findConversations(table, [])).toEqual([]);
  });

  it('though one message has more words than a request takes', async () => {
    await say(older, ...Array.from({ length: 60 }, (_, n) => `word${n}`));
    expect(await findConversations(table, ['word0', 'word59'])).toEqual([older]);
  });
});
