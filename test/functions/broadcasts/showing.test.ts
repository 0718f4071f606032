import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { shownEvent } from '../../../functions/broadcasts/showing.ts';
import { putFile } from '../../../functions/media/bucket.ts';
import { getBroadcast, saveBroadcast } from '../../../functions/store/broadcasts.ts';
import { getRecipient } from '../../../functions/store/recipients.ts';
import { openTestBucket, type TestBucket } from '../media/bucket-engine.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { openBroadcastWorld } from './broadcast-world.ts';
import { subscribe } from './subscribed.ts';

let engine: TestEngine;
let files: TestBucket;
const contentType = 'image/png';
beforeAll(async () => {
  [engine, files] = await Promise.all([openTestEngine(), openTestBucket()]);
  await putFile(files.bucket, 'outbound/1', { bytes: Buffer.from('a picture'), contentType });
});
afterAll(async () => {
  await Promise.all([engine.close(), files.close()]);
});

/** Publishes a broadcast with a picture to these audiences, and lets it go out. */
async function published(audiences: string[]) {
  const world = await openBroadcastWorld(await engine.newTable());
  Object.assign(world.broadcasting, { bucket: files.bucket, publicFiles: files.bucket });
  const { table, clock } = world.desk;
  await subscribe(table, 'ann@example.com', clock());
  const draft = { kind: 'announcement', title: 'The new app', text: 'Look.', audiences };
  const { id } = z
    .object({ id: z.string() })
    .parse((await world.lead('POST', '/api/broadcasts', draft)).body);
  const before = await getBroadcast(table, id);
  if (!before) throw new Error('It was just written.');
  const picture = { type: 'image' as const, copiedTo: 'outbound/1', contentType, alt: 'The button' };
  const occasion = { at: clock(), actor: 'test', traceId: 't' };
  await saveBroadcast(table, { before, after: { ...before, attachments: [picture] } }, [], occasion);
  await world.lead('POST', `/api/broadcasts/${id}/approve`);
  await world.lead('POST', `/api/broadcasts/${id}/publish`, {});
  await world.run(10);
  expect(await world.broadcastState(id)).toBe('done');
  return { world, id };
}

it('tells the status page and subscribers where its pictures are', async () => {
  const { world, id } = await published(['status', 'email']);
  const [broadcast, recipient] = await Promise.all([
    getBroadcast(world.desk.table, id),
    getRecipient(world.desk.table, id, 'status#page'),
  ]);
  if (!broadcast || !recipient) throw new Error('It was just published.');
  const { data } = await shownEvent({ broadcast, recipient, traceId: 't' }, world.broadcasting);
  expect(data).toMatchObject({
    files: [{ type: 'image', path: expect.stringMatching(/^media\/[0-9a-f]{32}\.png$/), alt: 'The button' }],
  });
  const [file] = broadcast.course?.files ?? [];
  expect(world.mails[0]?.mail.html).toContain(
    `src="https://hark.example/status/${file?.path}" alt="The button"`,
  );
});
