import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { showMe } from '../../../functions/api/me.ts';
import { postDraft, postSummary, postTranslation } from '../../../functions/api/writing.ts';
import { putSettings, savedReplySettings } from '../../../functions/store/settings.ts';
import type { Written } from '../../../functions/writing-aid.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { type ApiDesk, apiRequest, openApiDesk } from './api-desk.ts';

let engine: TestEngine;
let api: ApiDesk;
let id: string;
beforeAll(async () => {
  engine = await openTestEngine();
});
beforeEach(async () => {
  api = openApiDesk(await engine.newTable());
  await api.say('question', { text: 'Are dogs allowed on the terrace?' });
  id = await api.conversationId();
});
afterAll(() => engine.close());

function writes(written: Written) {
  api.services.writingAid = async () => written;
}
const ask = (respond: Parameters<ApiDesk['ask']>[0], body?: unknown) =>
  api.ask(respond, apiRequest({ parameters: { id } }, body));

describe('a model that writes', () => {
  it('drafts, sums up and translates', async () => {
    writes({ text: 'Of course!' });
    for (const [respond, body] of [
      [postDraft, undefined],
      [postSummary, undefined],
      [postTranslation, { text: 'Hallo', to: 'English' }],
    ] as const)
      expect(await ask(respond, body)).toMatchObject({
        status: 200,
        body: { text: 'Of course!', by: 'model' },
      });
    expect((await ask(showMe)).body).toMatchObject({ features: { writing: true } });
  });

  it('is off until an admin switches it on', async () => {
    expect(await ask(postDraft)).toMatchObject({
      status: 404,
      body: { feature: 'bedrock', detail: expect.stringContaining('triage=bedrock') },
    });
    expect((await ask(showMe)).body).toMatchObject({ features: { writing: false } });
  });

  it('leaves its place to a suggestion and to an outline when it cannot', async () => {
    const replies = [{ id: 'r1', title: 'Dogs on the terrace', text: 'Dogs are welcome.' }];
    await putSettings(api.desk.table, savedReplySettings, { value: { replies }, version: 0 });
    writes({ unavailable: 'failed' });
    expect(await ask(postDraft)).toMatchObject({
      body: { text: 'Dogs are welcome.', by: 'suggestion', unavailable: 'failed' },
    });
    expect(await ask(postSummary)).toMatchObject({
      body: { text: 'Began with: Are dogs allowed on the terrace?', by: 'outline' },
    });
    expect((await ask(postTranslation, { text: 'Hallo', to: 'English' })).status).toBe(503);
    writes({ unavailable: 'ceiling' });
    expect((await ask(postTranslation, { text: 'Hallo', to: 'English' })).status).toBe(429);
  });
});
