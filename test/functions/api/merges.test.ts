import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeContact, showContact } from '../../../functions/api/contacts.ts';
import { listConversations } from '../../../functions/api/inbox.ts';
import { mergeRoute, proposeMerge } from '../../../functions/api/merges.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { type ApiDesk, apiRequest, claimsOf, openApiDesk } from './api-desk.ts';

let engine: TestEngine;
let api: ApiDesk;
let ids: [string, string];
beforeAll(async () => {
  engine = await openTestEngine();
});
beforeEach(async () => {
  api = openApiDesk(await engine.newTable());
  await api.say('on x', { person: { nativeId: 'ines', name: 'Ines' } });
  await api.say('on facebook', { channel: 'facebook', person: { nativeId: 'io', name: 'Ines O.' } });
  const contactOn = async (channel: string) => {
    const { body } = await api.ask(listConversations, apiRequest({ query: { channel } }));
    return JSON.parse(JSON.stringify(body)).items[0].contact.id;
  };
  ids = [await contactOn('x'), await contactOn('facebook')];
});
afterAll(() => engine.close());

const show = async (id: string) => (await api.ask(showContact, apiRequest({ parameters: { id } }))).body;
const proposal = (otherId: string, why = 'They say so.') =>
  api.ask(proposeMerge, apiRequest({ parameters: { id: ids[0] } }, { otherId, why }));
const decide = (step: 'accept' | 'undo' | 'reject', role = 'lead', mergeId = [...ids].sort().join('~')) =>
  api.ask(mergeRoute(step), { claims: claimsOf(role), parameters: { id: ids[0], mergeId } });

describe('two contacts', () => {
  it('become one person when a lead accepts, and two again, exactly as before', async () => {
    const fact = { key: 'pillow', type: 'text', value: 'feather' };
    const parameters = { id: ids[1] };
    await api.ask(changeContact, apiRequest({ parameters }, { facts: [fact] }));
    expect(await proposal(ids[1])).toMatchObject({
      status: 201,
      body: { merges: [{ otherId: ids[1], otherName: 'Ines O.', why: 'They say so.', state: 'proposed' }] },
    });
    const before = [await show(ids[0]), await show(ids[1])];
    expect(await decide('accept')).toMatchObject({
      status: 200,
      body: {
        identities: [{ channel: 'x' }, { channel: 'facebook' }],
        facts: [fact],
        conversations: [{}, {}],
        merges: [{ state: 'merged', decidedBy: 'lead-1' }],
      },
    });
    await api.ask(
      changeContact,
      apiRequest({ parameters: { id: ids[0] } }, { facts: [fact], note: 'Kind.' }),
    );
    await api.ask(changeContact, apiRequest({ parameters: { id: ids[0] } }, { note: null }));
    expect(await decide('undo')).toMatchObject({ body: { merges: [{ state: 'undone' }] } });
    const withoutMerges = (body: unknown) => ({ ...JSON.parse(JSON.stringify(body)), merges: [] });
    const after = [await show(ids[0]), await show(ids[1])];
    expect(after.map(withoutMerges)).toEqual(before.map(withoutMerges));
  });

  it('stay two when a lead refuses, and the decision stands', async () => {
    await proposal(ids[1]);
    expect(await decide('reject')).toMatchObject({ body: { merges: [{ state: 'rejected' }] } });
    expect(await decide('accept')).toMatchObject({ status: 409 });
    expect(await decide('reject')).toMatchObject({ status: 200 });
  });

  it('are proposed by any agent, and decided by leads only', async () => {
    await proposal(ids[1]);
    for (const step of ['accept', 'reject', 'undo'] as const)
      expect(await decide(step, 'agent')).toMatchObject({ status: 403 });
  });
});

describe('a proposal', () => {
  it('is refused for nobody, for oneself and without a reason', async () => {
    expect(await proposal('nobody')).toMatchObject({ status: 422 });
    expect(await proposal(ids[0])).toMatchObject({ status: 422 });
    expect(await proposal(ids[1], '')).toMatchObject({ status: 400 });
  });

  it('is not found under another name, or at another contact', async () => {
    await proposal(ids[1]);
    for (const mergeId of ['nothing', 'a~b', [...ids].sort().reverse().join('~')])
      expect(await decide('accept', 'lead', mergeId)).toMatchObject({ status: 404 });
  });
});
