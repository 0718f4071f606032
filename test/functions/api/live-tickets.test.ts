import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { postTicket } from '../../../functions/api/live-tickets.ts';
import { hashOf } from '../../../functions/live/ticket.ts';
import { takeTicket } from '../../../functions/store/live-tickets.ts';
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

describe('POST /api/live/tickets', () => {
  it('gives a ticket for whoever is signed in, good for a minute, of which only a hash is kept', async () => {
    const { status, body } = await api.ask(postTicket, apiRequest({ claims: claimsOf('lead') }));
    expect(status).toBe(201);
    expect(body).toEqual({ ticket: 'nonce', expiresAt: '2026-11-20T10:01:00.000Z' });
    const now = Date.parse(ASKED) / 1000;
    expect(await takeTicket(api.desk.table, 'nonce', now)).toBeUndefined();
    expect(await takeTicket(api.desk.table, hashOf('nonce'), now)).toEqual({
      agentId: 'lead-1',
      name: 'The lead',
      role: 'lead',
    });
  });

  it('gives none to somebody without a role', async () => {
    const claims = { sub: 'guest', 'cognito:groups': [] };
    expect(await api.ask(postTicket, apiRequest({ claims }))).toMatchObject({ status: 403 });
  });
});
