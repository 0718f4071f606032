import type { Message } from '../domain/message.ts';
import type { Departure } from '../domain/outbound-change.ts';
import { Reject } from '../errors.ts';
import type { HttpAnswer } from '../shell.ts';
import { getMessage, messagesFrom } from '../store/conversations.ts';
import { getDeparture } from '../store/departures.ts';
import type { Table } from '../store/table.ts';
import { json } from './json.ts';
import type { ApiServices } from './services.ts';
import { shownMessages } from './shown-messages.ts';
import { refuseOtherTeams, type writerOf } from './team-access.ts';

/** How many messages from the first part of a long text on are looked through for the other parts. */
const REACH = 60;

/** A message that was written in Hark, for an agent who may work on it. @throws Reject 404 or 403 */
export async function departureFor(
  agent: ReturnType<typeof writerOf>,
  id: string,
  table: Table,
): Promise<Departure> {
  const departure = await getDeparture(table, id);
  if (!departure) throw new Reject(404, 'There is no message of ours with this id that was written in Hark.');
  refuseOtherTeams(agent, departure.conversation);
  return departure;
}

/** The same, with the other parts of the text that it belongs to, in order. */
export async function seriesFor(
  agent: ReturnType<typeof writerOf>,
  id: string,
  table: Table,
): Promise<Departure[]> {
  const named = await departureFor(agent, id, table);
  const { conversation, message } = named;
  const { series } = message.outbound;
  if (series === undefined) return [named];
  return (await messagesFrom(table, series, REACH)).flatMap((part) =>
    part.outbound?.series === series ? [{ conversation, message: { ...part, outbound: part.outbound } }] : [],
  );
}

/** A message as it stands now. @throws Reject 404 */
export async function messageAnswer(
  id: string,
  services: Pick<ApiServices, 'desk' | 'bucket'>,
  status = 200,
): Promise<HttpAnswer> {
  const message = await getMessage(services.desk.table, id);
  if (!message) throw new Reject(404, 'There is no message with this id.');
  return shownAnswer(message, services, status);
}

/** A message as it was just written, which need not be read again. */
export async function shownAnswer(
  message: Message,
  services: Pick<ApiServices, 'desk' | 'bucket'>,
  status: number,
): Promise<HttpAnswer> {
  const [shown] = await shownMessages([message], services);
  return json(status, { message: shown });
}
