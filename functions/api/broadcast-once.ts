import type { Broadcast } from '../domain/broadcast.ts';
import { approve, drafted, type Move, propose, schedule } from '../domain/broadcast-moves.ts';
import type { HttpRequest } from '../shell.ts';
import { getBroadcast, saveBroadcast } from '../store/broadcasts.ts';
import type { Agent } from './agent.ts';
import type { ApiServices } from './services.ts';

/** A broadcast that is written in one step, without a draft that somebody works on. */
export interface Written {
  said: Omit<Broadcast, 'id' | 'version' | 'state' | 'attachments' | 'createdAt' | 'createdBy'>;
  /** Whether the agent publishes it, at its time or at once when it has none or that is over; else it waits for a lead. */
  publishes: boolean;
}

/** Writes a broadcast and sends it on its way. Done again with the same id it gives the one that was written, as it is by now. */
export async function broadcastOnce(
  id: string,
  { said, publishes }: Written,
  agent: Agent,
  { traceId }: Pick<HttpRequest, 'traceId'>,
  { desk }: Pick<ApiServices, 'desk'>,
): Promise<Broadcast> {
  const known = await getBroadcast(desk.table, id);
  if (known) return known;
  const at = desk.clock();
  const by = { id: agent.id, name: agent.name };
  const made = { id, version: 0, state: 'draft' as const, attachments: [], createdAt: at, createdBy: by };
  const draft: Broadcast = { ...said, ...made };
  const moves = [drafted(draft)];
  for (const step of publishes ? publishing(by, at) : [propose]) {
    const moved = step(moves.at(-1)?.after ?? draft);
    if ('after' in moved) moves.push(moved);
  }
  const after = moves.at(-1)?.after ?? draft;
  const events = moves.flatMap((move) => move.events);
  await saveBroadcast(desk.table, { before: undefined, after }, events, { at, actor: agent.id, traceId });
  return (await getBroadcast(desk.table, id)) ?? after;
}

function publishing(by: Broadcast['createdBy'], now: string): ((broadcast: Broadcast) => Move)[] {
  return [
    (broadcast) => approve(broadcast, by),
    (broadcast) => schedule(broadcast, [broadcast.publishAt ?? now, now].toSorted().at(-1) ?? now, now),
  ];
}
