import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { answerCallback } from '../../functions/platform-callback.ts';
import { secrets } from '../fixtures/recorded.ts';
import { webhookRequest } from './handlers/delivery.ts';
import { recordTelemetry } from './handlers/recorded-telemetry.ts';

const body = readFileSync(
  new URL('../fixtures/payloads/facebook/callback-data-deletion.form', import.meta.url),
);
function ask(callback: string, fields = {}, keys = [secrets.facebook]) {
  const telemetry = recordTelemetry();
  const answer = answerCallback(
    webhookRequest('facebook', {
      ...{ path: `/webhooks/facebook/${callback}`, parameters: { channel: 'facebook', callback } },
      ...{ headers: { host: 'api.example.com' }, body },
      ...fields,
    }),
    // The second reading has the key that was rotated in.
    { telemetry, secrets: { of: async (_, doubted) => ({ signingKeys: doubted ? keys : ['old key'] }) } },
  );
  return { answer, telemetry };
}

it('answers what the platform signed, also with a key that is new, without what is only for the log', async () => {
  const answer = await ask('data-deletion').answer;
  expect(answer).toMatchObject({ status: 200, body: expect.stringContaining('"confirmation_code":"del_') });
  expect(answer.body).toContain('https://api.example.com/webhooks/facebook/data-deletion?code=');
  expect(answer).not.toHaveProperty('told');
});

it('refuses what it did not sign, and what nobody asks', async () => {
  await expect(ask('data-deletion', {}, ['another']).answer).rejects.toMatchObject({ status: 401 });
  await expect(ask('else').answer).rejects.toMatchObject({ status: 404 });
  const x = { parameters: { channel: 'x', callback: 'data-deletion' } };
  await expect(ask('data-deletion', x).answer).rejects.toMatchObject({ status: 404 });
});
