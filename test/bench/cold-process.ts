import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import * as z from 'zod/mini';
import { deliveryOf, webhookEvent } from './deliveries.ts';

/**
 * Imports a bundle and calls it twice, and prints how many milliseconds each took. The first call is refused before it reaches
 * a service, so it sets up everything and waits for nothing; the second is a delivery. Arguments: the bundle, a number.
 */

const Module = z.object({
  handler: z.custom<(event: unknown, context: unknown) => Promise<unknown>>(
    (value) => typeof value === 'function',
  ),
});
const Refused = z.object({ statusCode: z.literal(405) });
const Taken = z.object({ statusCode: z.literal(200) });

const [file = '', number = ''] = process.argv.slice(2);
const delivery = deliveryOf('x', Number(number));
const refused = webhookEvent('x', 'PUT', delivery, `refused-${number}`);
const taken = webhookEvent('x', 'POST', delivery, `taken-${number}`);

const started = performance.now();
const bundle = Module.parse(await import(pathToFileURL(file).href));
const imported = performance.now();
const answer = await bundle.handler(refused, {});
const setUp = performance.now();
Refused.parse(answer);
Taken.parse(await bundle.handler(taken, {}));
const delivered = performance.now();

const times = { import: imported - started, setUp: setUp - imported, delivery: delivered - setUp };
process.stdout.write(JSON.stringify(times), () => process.exit(0));
