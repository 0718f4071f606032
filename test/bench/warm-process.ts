import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import * as z from 'zod/mini';
import { deliveryOf, webhookEvent } from './deliveries.ts';

/**
 * Calls the handlers of two bundles in turn, each time with a delivery of its own, and prints how many milliseconds each call
 * took. Arguments: channel, our bundle, the bare bundle. Both run in this one process, so that whatever slows the machine
 * down slows both.
 */

const WARM_UP = 400;
const CALLS = 1_500;

const Module = z.object({
  handler: z.custom<(event: unknown, context: unknown) => Promise<unknown>>(
    (value) => typeof value === 'function',
  ),
});
const Answer = z.object({ statusCode: z.literal(200) });

const [channelName, ...files] = process.argv.slice(2);
const channel = z.enum(['facebook', 'x']).parse(channelName);
const queues = z.tuple([z.string(), z.string()]).parse(JSON.parse(process.env.QUEUES ?? ''));

const handlers = [];
for (const [index, file] of files.entries()) {
  // Both read their settings at their first call, so each gets its own queue there.
  process.env.INBOUND_QUEUE_URL = queues[index];
  const { handler } = Module.parse(await import(pathToFileURL(file).href));
  await call(handler, 1_000_000 + index);
  handlers.push(handler);
}

const times: number[][] = handlers.map(() => []);
for (let round = 0; round < WARM_UP + CALLS; round += 1) {
  const turn = [...handlers.entries()];
  for (const [index, handler] of round % 2 === 0 ? turn : turn.reverse()) {
    const took = await call(handler, round * 2 + index);
    if (round >= WARM_UP) times[index]?.push(took);
  }
}
process.stdout.write(JSON.stringify(times), () => process.exit(0));

async function call(handler: z.infer<typeof Module>['handler'], number: number): Promise<number> {
  const event = webhookEvent(channel, 'POST', deliveryOf(channel, number), `request-${number}`);
  const started = performance.now();
  const answer = await handler(event, {});
  const took = performance.now() - started;
  Answer.parse(answer);
  return took;
}
