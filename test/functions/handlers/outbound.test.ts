import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendMessage } from '../../../functions/handlers/outbound.ts';
import { openWorld, people } from '../outbound-world.ts';
import { postedOnX } from '../outside-views.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.close());

describe('the outbound worker', () => {
  it('gives a message to its platform, once however often it is delivered, and counts it', async () => {
    const world = await openWorld(await engine.newTable());
    await world.act('x', 'posts', { person: people.x.ines, text: '@larkspursupply where is it?' });
    const messageId = await world.reply(await world.conversation(), { text: 'Here.', undoSeconds: 0 });
    const record = { body: JSON.stringify({ messageId, traceId: 'trace-1' }) };
    await sendMessage(record, world.dispatch);
    await sendMessage(record, world.dispatch);
    expect(await postedOnX(world)).toHaveLength(1);
    expect(world.telemetry.numbers).toEqual([
      { name: 'Outbound', value: 1, dimensions: { channel: 'x', outcome: 'sent' } },
    ]);
    expect(JSON.stringify(world.telemetry.lines)).not.toContain('Here.');
  });

  it('leaves alone what there is not', async () => {
    const world = await openWorld(await engine.newTable());
    await sendMessage(
      { body: JSON.stringify({ messageId: 'gone.gone', traceId: 'trace-1' }) },
      world.dispatch,
    );
    expect(world.telemetry.numbers).toEqual([]);
  });

  it('claims nothing while the secret of the channel cannot be read', async () => {
    const world = await openWorld(await engine.newTable());
    await world.act('x', 'posts', { person: people.x.ines, text: '@larkspursupply where is it?' });
    const messageId = await world.reply(await world.conversation(), { text: 'Here.', undoSeconds: 0 });
    world.dispatch.secrets.of = async () => Promise.reject(new Error('The secret is empty.'));
    const record = { body: JSON.stringify({ messageId, traceId: 'trace-1' }) };
    await expect(sendMessage(record, world.dispatch)).rejects.toThrow('The secret is empty.');
    expect(await world.message(messageId)).toMatchObject({ state: 'queued', outbound: { attempts: 0 } });
  });

  it.each(['', '{}', '{"messageId":7}'])('fails on what is no message of its queue: “%s”', async (body) => {
    const world = await openWorld(await engine.newTable());
    await expect(sendMessage({ body }, world.dispatch)).rejects.toThrow();
  });
});
