import type { Change } from '../domain/change.ts';
import { cancelled, requeued } from '../domain/intervene.ts';
import type { Departure } from '../domain/outbound-change.ts';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { loadAftermath } from '../store/departures.ts';
import { messageAnswer, seriesFor } from './own-message.ts';
import type { ApiServices } from './services.ts';
import { writerOf } from './team-access.ts';
import { writeOnce } from './write-once.ts';

/** `POST /api/messages/{id}/undo`: takes back a message that has not left yet, with all parts of its text, or none of them. */
export async function undo(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = writerOf(request);
  const { desk } = services;
  const id = request.parameters.id ?? '';
  await writeOnce(request, services, agent, async () => {
    const parts = await seriesFor(agent, id, desk.table);
    const open = parts.filter(({ message }) => message.state !== 'cancelled');
    const [first] = open;
    if (!first) return undefined;
    const moment = { now: desk.clock(), traceId: request.traceId, actor: agent.id };
    const change = cancelled(open, moment, await loadAftermath(desk.table, first));
    if (change) return { change, result: id };
    throw new Reject(
      409,
      'It has left already. What was sent can be deleted on the platform, where that is offered.',
    );
  });
  return messageAnswer(id, services);
}

/** `POST /api/messages/{id}/resend`: tries a failed, held or unconfirmed message again, with the parts of its text that are so. */
export async function resend(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = writerOf(request);
  const { desk } = services;
  const id = request.parameters.id ?? '';
  await writeOnce(request, services, agent, async () => {
    const parts = await seriesFor(agent, id, desk.table);
    const moment = { now: desk.clock(), traceId: request.traceId, actor: agent.id };
    const change = together(parts.flatMap((part) => requeued(part, moment) ?? []));
    if (change) return { change, result: id };
    if (parts.some(isOnItsWay)) return undefined;
    const { state } = parts.find(({ message }) => message.id === id)?.message ?? {};
    throw new Reject(
      409,
      `A message that is ${state} cannot be sent again; only a failed, held or unconfirmed one can.`,
    );
  });
  return messageAnswer(id, services);
}

function isOnItsWay({ message: { state } }: Departure): boolean {
  return state === 'queued' || state === 'sending';
}

/** Several changes of one conversation, which they leave as it is, as one. */
function together(changes: Change[]): Change | undefined {
  const [first] = changes;
  return (
    first && {
      ...first,
      changedMessages: changes.flatMap(({ changedMessages }) => changedMessages),
      events: changes.flatMap(({ events }) => events),
    }
  );
}
