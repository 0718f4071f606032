import { describe, expect, it } from 'vitest';
import type { ActionOrder } from '../../../functions/channels/sending.ts';
import { xSender } from '../../../functions/channels/x/send.ts';
import { answerTo, INES, startWorld, TOMAS, type XWorld } from './x-world.ts';

const order = (action: ActionOrder['action'], nativeId: string, ours = false): ActionOrder => ({
  ...{ action, nativeId, ours },
  visibility: 'public',
});

async function ownPost(world: XWorld): Promise<string> {
  const outcome = await xSender.send(answerTo(undefined, { text: 'News' }), world.access());
  return outcome.outcome === 'sent' ? outcome.nativeId : expect.unreachable(outcome.refusal.explanation);
}

const isHidden = async (world: XWorld, wanted: string) =>
  (await world.state()).posts.find(({ id }) => id === wanted)?.hidden;

describe('an answer to a post of ours', () => {
  it('can be hidden and shown again, as often as one likes', async () => {
    const world = await startWorld();
    const answer = await world.post(INES, 'Boo', { replyTo: await ownPost(world) });
    for (const [action, hidden] of [
      ['hide', true],
      ['hide', true],
      ['unhide', false],
    ] as const) {
      expect(await xSender.act(order(action, answer), world.access())).toEqual({ outcome: 'done' });
      expect(await isHidden(world, answer)).toBe(hidden);
    }
  });
});

describe('an answer in a thread of others', () => {
  it('cannot be hidden, for a reason', async () => {
    const world = await startWorld();
    const answer = await world.post(TOMAS, '@larkspursupply boo', { replyTo: await world.post(INES) });
    expect(await xSender.act(order('hide', answer), world.access())).toMatchObject({
      outcome: 'failed',
      refusal: {
        code: 'x:not-our-thread',
        advice: expect.stringContaining(`https://x.com/i/status/${answer}`),
      },
    });
  });
});

describe('a post of ours', () => {
  it('can be deleted, and it does no harm to do it twice', async () => {
    const world = await startWorld();
    const id = await ownPost(world);
    expect(await xSender.act(order('delete', id, true), world.access())).toEqual({ outcome: 'done' });
    expect(await world.posted()).toEqual([]);
    expect(await xSender.act(order('delete', id, true), world.access())).toEqual({ outcome: 'done' });
  });

  it('is deleted at the second attempt after the connection was cut', async () => {
    const world = await startWorld();
    const id = await ownPost(world);
    world.simulator.addFault({ count: 1, kind: 'cut' });
    expect((await xSender.act(order('delete', id, true), world.access())).outcome).toBe('retry');
    expect(await xSender.act(order('delete', id, true), world.access())).toEqual({ outcome: 'done' });
  });
});

it('asks X for nothing that it does not offer', async () => {
  const world = await startWorld();
  const question = await world.post(INES);
  const outcome = await xSender.act(order('like', question), world.access());
  expect(outcome).toMatchObject({ outcome: 'failed', refusal: { code: 'x:no-likes' } });
  expect(world.simulator.calls()).toEqual([]);
});

it('holds the account when its token is dead', async () => {
  const world = await startWorld();
  world.simulator.setToken('1800000000000000001', 'revoked');
  expect((await xSender.act(order('hide', '7'), world.access())).outcome).toBe('hold');
});
