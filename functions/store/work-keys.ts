import { type Key, outboxPrefix } from './keys.ts';

/** Who works on what (A88 to A92). */
export const seatKey = (teamId: string, agentId: string): Key => ({ pk: `SEATS#${teamId}`, sk: agentId });
export const unassignedKey = (teamId: string, dueAt: string, conversationId: string): Key => ({
  pk: `UNASSIGNED#${teamId}`,
  sk: `${dueAt}#${conversationId}`,
});
export const presenceKey = (agentId: string): Key => ({ pk: 'PRESENCE', sk: agentId });
export const agentOutboxKey = (agentId: string, orderedId: string): Key => ({
  pk: `AGENT#${agentId}`,
  sk: `${outboxPrefix}${orderedId}`,
});
export const shiftKey = (teamId: string): Key => ({ pk: `SHIFT#${teamId}`, sk: 'SHIFT' });
