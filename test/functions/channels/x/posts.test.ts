import { describe, expect, it } from 'vitest';
import { posts } from '../../../../functions/channels/x/posts.ts';
import { BRAND, startWorld } from '../../sending/x-world.ts';

const declared = { text: 'Our app does not open. We are on it.', media: [] };

describe('posts of our own on X', () => {
  it('stand alone, and go on from one another', async () => {
    const world = await startWorld();
    const first = await posts.publish(declared, world.access());
    if (first.outcome !== 'sent') throw new Error(`It is ${first.outcome}.`);
    const update = { text: 'We found the cause.', media: [], under: first.nativeId };
    expect(await posts.publish(update, world.access())).toMatchObject({ outcome: 'sent' });
    expect(await world.posted()).toMatchObject([
      { authorId: BRAND, text: declared.text },
      { authorId: BRAND, text: update.text, replyTo: first.nativeId },
    ]);
  });

  it('are found again after nobody knew whether X took them', async () => {
    const world = await startWorld();
    const since = new Date(world.clock.now).toISOString();
    await posts.publish(declared, world.access());
    expect(await posts.look(declared, world.access(), since)).toMatchObject({ found: 'yes' });
    expect(await posts.look({ ...declared, text: 'Another.' }, world.access(), since)).toEqual({
      found: 'no',
    });
  });

  it('are a thread when they are long', () => {
    const parts = posts.inParts('We are sorry about this morning. '.repeat(20));
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) expect(posts.measure(part).length).toBeLessThanOrEqual(280);
  });

  it('take four pictures, or one film', () => {
    const picture = { type: 'image', contentType: 'image/png' } as const;
    expect(posts.refusesMedia([picture, picture, picture, picture])).toBeUndefined();
    expect(posts.refusesMedia([picture, { type: 'video', contentType: 'video/mp4' }])).toBeDefined();
  });

  it('are held for an account without a token', async () => {
    const world = await startWorld();
    const access = world.access({ accountId: 'another' });
    expect(await posts.publish(declared, access)).toMatchObject({ outcome: 'hold' });
    expect(await posts.look(declared, access, '2026-11-20T10:15:00.000Z')).toMatchObject({
      found: 'unknown',
    });
  });
});
