import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Reject } from '../../../functions/errors.ts';
import { receiveDelivery } from '../../../functions/handlers/webhook.ts';
import { readInboundMessage } from '../../../functions/queues/inbound-message.ts';
import { recorded } from '../../fixtures/recorded.ts';
import { mutated } from '../channels/mutated.ts';
import { type Platform, signedDelivery, webhookDesk } from './delivery.ts';

const CASES = 10_000;
const ACCEPTED_KEY = /^[!-~]{1,128}$/;
const ACCEPTED_BODY = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD]*$/;

/** Bodies near what the platform sends: recorded ones with parts changed, with bytes changed, and anything at all. */
function bodies(platform: Platform): fc.Arbitrary<unknown> {
  const texts = recorded(platform, 'webhook').map(({ body }) => body.toString());
  const values = texts.map((text): unknown => JSON.parse(text));
  const scratched = fc
    .record({
      text: fc.constantFrom(...texts),
      at: fc.nat(),
      length: fc.nat(20),
      other: fc.string({ unit: 'binary' }),
    })
    .map(({ text, at, length, other }) => {
      const start = at % text.length;
      return text.slice(0, start) + other + text.slice(start + length);
    });
  return fc.oneof(
    { weight: 7, arbitrary: mutated(values) },
    { weight: 2, arbitrary: scratched },
    { weight: 1, arbitrary: fc.json() },
  );
}

/** A delivery is taken whole, in messages that SQS takes, or refused as the sender's fault; it never fails. */
async function isAnswered(platform: Platform, body: unknown): Promise<void> {
  const desk = webhookDesk();
  const answer = await receiveDelivery(signedDelivery(platform, body ?? null), desk).catch((error) => error);
  if (answer instanceof Reject) {
    expect(answer.status).toBe(400);
    expect(desk.queued).toEqual([]);
    return;
  }
  expect(answer).toEqual({ status: 200 });
  for (const { body: queued, group, dedup } of desk.queued) {
    expect(queued).toMatch(ACCEPTED_BODY);
    expect(group).toMatch(ACCEPTED_KEY);
    expect(dedup).toMatch(ACCEPTED_KEY);
    expect(readInboundMessage(queued).channel).toBe(platform);
  }
}

describe('a webhook', () => {
  it.each<Platform>(['facebook', 'x'])(
    `of %s never fails, whatever comes with a good signature: ${CASES / 2} bodies`,
    async (platform) => {
      await fc.assert(
        fc.asyncProperty(bodies(platform), (body) => isAnswered(platform, body)),
        { numRuns: CASES / 2 },
      );
    },
  );
});
