import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { showCounts } from '../../../functions/api/counts.ts';
import { recountConversations } from '../../../functions/api/recount.ts';
import { openTestEngine, type TestEngine } from '../store/engine.ts';
import { type ApiDesk, claimsOf, openApiDesk } from './api-desk.ts';

let engine: TestEngine;
let api: ApiDesk;
beforeAll(async () => {
  engine = await openTestEngine();
});
beforeEach(async () => {
  api = openApiDesk(await engine.newTable());
});
afterAll(() => engine.close());

const recount = (role = 'admin') => api.ask(recountConversations, { claims: claimsOf(role) });

describe('POST /api/conversations/counts/recount', () => {
  it('counts what no announcement told of, and says what was wrong', async () => {
    await api.say('question');
    expect((await api.ask(showCounts)).body).toMatchObject({ open: 0 });
    expect(await recount()).toMatchObject({
      status: 200,
      body: {
        conversations: 1,
        corrected: [
          { view: 'desk//open', was: 0, is: 1 },
          { view: 'desk//open-x', was: 0, is: 1 },
          { view: 'desk//unanswered', was: 0, is: 1 },
          { view: 'desk//unanswered-x', was: 0, is: 1 },
          { view: 'team/support/open', was: 0, is: 1 },
          { view: 'waiting/2026-11-20/10', was: 0, is: 1 },
        ],
      },
    });
    expect((await api.ask(showCounts)).body).toMatchObject({ open: 1, unanswered: 1 });
    expect(await recount()).toMatchObject({ body: { conversations: 1, corrected: [] } });
  });

  it('is refused while another goes on', async () => {
    const [first, second] = await Promise.all([recount(), recount()]);
    expect([first.status, second.status].sort()).toEqual([200, 409]);
  });

  it('is for admins', async () => {
    expect(await recount('lead')).toMatchObject({ status: 403 });
  });
});
