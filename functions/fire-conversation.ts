import { type Desk, decideUntilCommitted } from './desk.ts';
import { fallDue } from './domain/fall-due.ts';
import type { DueMessage } from './queues/due-message.ts';
import { getConversation } from './store/conversations.ts';
import type { Telemetry } from './telemetry.ts';

/** A conversation's time has come: whatever of it is due takes its step. */
export async function fireConversation(
  { id, dueAt }: DueMessage,
  { desk, telemetry }: { desk: Desk; telemetry: Telemetry },
): Promise<void> {
  const outcome = await decideUntilCommitted(desk.table, async () => {
    const conversation = await getConversation(desk.table, id);
    return conversation && fallDue(conversation, desk.clock());
  });
  telemetry.info('looked at what was due', { id, dueAt, outcome });
}
