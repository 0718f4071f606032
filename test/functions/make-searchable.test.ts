import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { catalogMessage, catalogPerson } from '../../functions/make-searchable.ts';
import { getMerge, putMerge } from '../../functions/store/merges.ts';
import { findConversations } from '../../functions/store/search.ts';
import type { Table } from '../../functions/store/table.ts';
import { openTestEngine, type TestEngine } from './store/engine.ts';
import { NOW, sampleConversation, sampleMessage } from './store/sample.ts';

let engine: TestEngine;
let table: Table;
beforeAll(async () => {
  engine = await openTestEngine();
});
beforeEach(async () => {
  table = await engine.newTable();
});
afterAll(() => engine.close());

const catalogue = () => ({ table, now: NOW, traceId: 't' });
const person = (key: string, channel: 'x' | 'facebook', handle: string) =>
  sampleConversation(key, {
    channel,
    contactId: key,
    contact: { nativeId: key, name: 'Ines Ökoro', handle },
  });
const say = (conversation: ReturnType<typeof person>, text: string) =>
  catalogMessage(sampleMessage(conversation, text, { text }), conversation, catalogue());

describe('a conversation', () => {
  it('is found by the name and the handle of who speaks, and by what they say', async () => {
    const ines = person('a', 'x', 'Ines_Okoro');
    await catalogPerson(ines, catalogue());
    await say(ines, 'My order LS-20431 is late');
    for (const words of [['ok'], ['ines_ok'], ['20431'], ['okoro', 'order']])
      expect(await findConversations(table, words)).toEqual([ines.id]);
  });
});

describe('two contacts', () => {
  it('with one handle on two channels are proposed to be one person', async () => {
    await catalogPerson(person('a', 'x', 'ines_okoro'), catalogue());
    await catalogPerson(person('b', 'x', 'ines_okoro'), catalogue());
    await catalogPerson(person('c', 'facebook', 'Ines_Okoro'), catalogue());
    expect(await getMerge(table, ['a', 'b'])).toBeUndefined();
    expect(await getMerge(table, ['a', 'c'])).toMatchObject({ state: 'proposed', proposedBy: 'hark' });
  });

  it('who wrote one address are proposed once, whatever is decided', async () => {
    const [a, b] = [person('a', 'x', 'one'), person('b', 'facebook', 'two')];
    await say(a, 'I am at ines@example.com');
    await say(b, 'Ines@Example.com, please');
    const proposed = await getMerge(table, ['a', 'b']);
    expect(proposed).toMatchObject({ why: 'Both wrote the address ines@example.com.', version: 1 });
    if (!proposed) throw new Error('Nothing was proposed.');
    const event = { name: 'contact.rejected' as const, data: { contactId: 'a', otherId: 'b' } };
    await putMerge(table, { ...proposed, state: 'rejected' }, { event, at: NOW, actor: 'leo', traceId: 't' });
    await say(b, 'ines@example.com again');
    expect(await getMerge(table, ['a', 'b'])).toMatchObject({ state: 'rejected' });
  });
});
