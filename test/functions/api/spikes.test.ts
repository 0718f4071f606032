import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dismissSpike, showSpikes } from '../../../functions/api/spikes.ts';
import { newSpike } from '../../../functions/domain/spike.ts';
import { getWatch, newSpikeId, putSpike, settleSpike } from '../../../functions/store/spikes.ts';
import { openTestTable, type TestTable } from '../store/engine.ts';
import { type ApiDesk, ASKED, apiRequest, openApiDesk } from './api-desk.ts';

let engine: TestTable;
let api: ApiDesk;
beforeAll(async () => {
  engine = await openTestTable();
  api = openApiDesk(engine.table);
});
afterAll(() => engine.close());

async function notice(conversationIds: string[], now = ASKED): Promise<string> {
  const rush = { conversationIds, usual: 1.24, severity: 'major' as const };
  const spike = newSpike(rush, 'app', { id: newSpikeId(now, 'x'), teamId: 'support', now });
  await putSpike(engine.table, spike, await getWatch(engine.table, 'support'), { at: now, traceId: 't' });
  return spike.id;
}
const dismiss = (id: string) => api.ask(dismissSpike, apiRequest({ parameters: { id } }));

describe('spikes', () => {
  it('are shown with the conversations that they are about, as rows of the inbox', async () => {
    await api.say('question');
    const conversationId = await api.conversationId();
    const id = await notice([conversationId, 'erased']);
    expect((await api.ask(showSpikes)).body).toMatchObject({
      spikes: [
        {
          id,
          teamId: 'support',
          topic: ['app'],
          count: 2,
          usual: 1.2,
          windowMinutes: 15,
          noticedAt: ASKED,
          state: 'new',
          conversations: [{ id: conversationId, preview: 'text of question' }],
        },
      ],
    });
  });

  it('are put aside once, and not when they have an incident', async () => {
    const id = await notice(['C1'], '2026-11-20T11:00:00.000Z');
    expect(await dismiss(id)).toMatchObject({
      status: 200,
      body: { state: 'dismissed', dismissedBy: 'agent-1' },
    });
    expect(await dismiss(id)).toMatchObject({ status: 200 });
    await settleSpike(engine.table, id, { state: 'incident', incidentId: 'I1' });
    expect(await dismiss(id)).toMatchObject({ status: 409, body: { incidentId: 'I1' } });
    expect(await dismiss('unknown')).toMatchObject({ status: 404 });
  });
});
