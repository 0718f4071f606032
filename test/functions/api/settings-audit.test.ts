import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tagRoutes } from '../../../functions/api/settings.ts';
import { showAudit } from '../../../functions/api/settings-audit.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { type ApiDesk, ASKED, apiRequest, claimsOf, openApiDesk } from './api-desk.ts';

let engine: TestEngine;
let api: ApiDesk;
beforeAll(async () => {
  engine = await openTestEngine();
});
beforeEach(async () => {
  api = openApiDesk(await engine.newTable());
});
afterAll(() => engine.close());

const save = (...names: string[]) => {
  const body = { tags: names.map((name) => ({ name })) };
  const headers = { 'if-match': '*' };
  return api.ask(tagRoutes.put, apiRequest({ claims: claimsOf('admin'), headers }, body));
};
const audit = (query: Record<string, string> = {}, role = 'admin') =>
  api.ask(showAudit, { claims: claimsOf(role), query });

describe('GET /api/settings/audit', () => {
  it('tells who changed what, the latest first', async () => {
    await save('vip');
    await save('vip', 'press');
    expect(await audit()).toMatchObject({
      body: {
        items: [
          {
            at: ASKED,
            actor: { id: 'admin-1', name: 'The admin' },
            document: 'tags',
            summary: 'tags: “press” added.',
          },
          { summary: 'tags: “vip” added.' },
        ],
        cursor: null,
      },
    });
  });

  it('is walked page by page', async () => {
    for (const [index, name] of ['a', 'b', 'c'].entries()) {
      api.time.now = new Date(Date.parse(ASKED) + index * 1000).toISOString();
      await save(name);
    }
    const first = await audit({ limit: '2' });
    const { cursor } = JSON.parse(JSON.stringify(first.body));
    expect(await audit({ limit: '2', cursor })).toMatchObject({
      body: { items: [{ summary: 'tags: “a” added.' }], cursor: null },
    });
  });

  it('says nothing of what was not saved', async () => {
    const headers = { 'if-match': '"7"' };
    await api.ask(tagRoutes.put, apiRequest({ claims: claimsOf('admin'), headers }, { tags: [] }));
    expect(await audit()).toMatchObject({ body: { items: [] } });
  });

  it('is for admins, and for cursors that it gave out', async () => {
    expect(await audit({}, 'lead')).toMatchObject({ status: 403 });
    expect(await audit({ cursor: 'invented' })).toMatchObject({ status: 400 });
  });
});
