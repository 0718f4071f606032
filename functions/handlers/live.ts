import { attending } from '../attendance.ts';
import { PageMessage } from '../live/messages.ts';
import { connect, disconnect, hear, type LiveDesk } from '../live/page.ts';
import { openPost } from '../services/live.ts';
import { openTable } from '../services/table.ts';
import { wallClock } from '../services/wall-clock.ts';
import { type SocketEvent, socket } from '../shell.ts';

export const handler = socket(
  'live',
  ({ TABLE_NAME, LIVE_ENDPOINT }): LiveDesk => {
    const desk = { table: openTable(TABLE_NAME), clock: wallClock };
    return { ...desk, ...attending(desk), post: openPost(LIVE_ENDPOINT) };
  },
  live,
);

/** Lets pages in, lets them go, and hears what they say in between; what makes no sense is passed over. */
export async function live(
  { kind, connectionId, query, body }: SocketEvent,
  desk: LiveDesk,
): Promise<number> {
  if (kind === 'CONNECT') return (await connect(connectionId, query.ticket, desk)) ? 200 : 401;
  if (kind === 'DISCONNECT') {
    await disconnect(connectionId, desk);
    return 200;
  }
  const said = PageMessage.safeParse(readJson(body)).data;
  if (said) await hear(connectionId, said, desk);
  return said ? 200 : 400;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
