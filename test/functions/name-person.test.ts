import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { namePerson } from '../../functions/name-person.ts';
import { getIdentity } from '../../functions/store/identity.ts';
import { type OutboundWorld, openWorld, people } from './outbound-world.ts';
import { openTestEngine, type TestEngine } from './store/engine.ts';

let engine: TestEngine;
let world: OutboundWorld;
beforeAll(async () => {
  engine = await openTestEngine();
});
beforeEach(async () => {
  world = await openWorld(await engine.newTable());
});
afterAll(() => engine.close());

/** Ines writes to our page in private, and is a stranger. */
async function stranger(text = 'Hello?') {
  const [pageId] = Object.keys(world.secrets.facebook.accounts);
  await world.act('facebook', 'messages', { person: people.facebook.ines, pageId, text });
  return world.conversation();
}
const calls = () => world.facebook.calls().filter(({ path }) => path.includes('first_name')).length;

describe('a stranger in Messenger', () => {
  it('is called by the name that Facebook tells, in the inbox and in every later conversation', async () => {
    const { id, contact } = await stranger();
    expect(contact.name).toBeUndefined();
    await namePerson(id, 'trace-1', world.dispatch);
    expect((await world.conversation()).contact).toEqual({ nativeId: contact.nativeId, name: 'Ines Okoro' });
    const identity = await getIdentity(world.desk.table, 'facebook', contact.nativeId);
    expect(identity?.profile.name).toBe('Ines Okoro');
  });

  it('is asked about once', async () => {
    const { id } = await stranger();
    for (const _ of [1, 2]) await namePerson(id, 'trace-1', world.dispatch);
    expect(calls()).toBe(1);
  });

  it('stays a stranger when Facebook does not tell', async () => {
    const { id } = await stranger();
    world.facebook.addFault({ count: 1, kind: 'status', value: 500 });
    await namePerson(id, 'trace-1', world.dispatch);
    expect((await world.conversation()).contact.name).toBeUndefined();
  });
});

it('asks about nobody who has a name, and about no conversation that is not there', async () => {
  await world.act('x', 'posts', { person: people.x.ines, text: '@larkspursupply where is it?' });
  const { id, contact } = await world.conversation();
  await namePerson(id, 'trace-1', world.dispatch);
  await namePerson('nowhere', 'trace-1', world.dispatch);
  expect((await world.conversation()).contact).toEqual(contact);
});
