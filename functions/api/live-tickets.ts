import { hashOf, TICKET_LASTS } from '../live/ticket.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { putTicket } from '../store/live-tickets.ts';
import { agentOf } from './agent.ts';
import { json } from './json.ts';
import type { ApiServices } from './services.ts';

/**
 * `POST /api/live/tickets`: what opens one live connection within a minute. A browser can give a WebSocket no header, and a token in
 * an address would end up in logs; a ticket there is worth nothing once it was used.
 */
export async function postTicket(
  request: HttpRequest,
  { desk, nonce }: Pick<ApiServices, 'desk' | 'nonce'>,
): Promise<HttpAnswer> {
  const { id: agentId, name, role } = agentOf(request);
  const ticket = nonce();
  const expires = Math.floor(Date.parse(desk.clock()) / 1000) + TICKET_LASTS;
  await putTicket(desk.table, hashOf(ticket), { agentId, name, role }, expires);
  return json(201, { ticket, expiresAt: new Date(expires * 1000).toISOString() });
}
