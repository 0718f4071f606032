import { afterAll, beforeAll, expect, it } from 'vitest';
import { listExperts } from '../../../functions/api/experts.ts';
import { directorySettings, putSettings } from '../../../functions/store/settings.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { apiRequest, openApiDesk } from './api-desk.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.close());

it('suggests who knows about what the customer wrote', async () => {
  const api = openApiDesk(await engine.newTable());
  const anna = {
    id: 'anna',
    name: 'Anna Gruber',
    email: 'anna@x.example',
    topics: ['visa'],
    tell: 'Room 204',
  };
  const value = { people: [anna, { ...anna, id: 'ben', topics: ['refund'] }] };
  await putSettings(api.desk.table, directorySettings, { value, version: 0 });
  await api.say('question', { text: 'Which papers do I need for the visa?' });
  const { status, body } = await api.ask(
    listExperts,
    apiRequest({ parameters: { id: await api.conversationId() } }),
  );
  expect(status).toBe(200);
  expect(body).toMatchObject({
    experts: [{ id: 'anna', tell: 'Room 204', isOpen: true, matched: ['visa'] }],
  });
});
