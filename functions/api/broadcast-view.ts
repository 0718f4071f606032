import type { Broadcast } from '../domain/broadcast.ts';
import type { HttpAnswer } from '../shell.ts';
import { progressOf } from '../store/recipients.ts';
import { mediaView } from './broadcast-media.ts';
import { json } from './json.ts';
import type { ApiServices } from './services.ts';

/** A broadcast as the API shows it, with how far it came with each audience. */
export async function broadcastView({ attachments, course, ...broadcast }: Broadcast, services: ApiServices) {
  const [media, counted] = await Promise.all([
    mediaView(attachments, services),
    course ? progressOf(services.desk.table, broadcast.id) : new Map(),
  ]);
  const nothing = { planned: 0, sent: 0, failed: 0, skipped: 0 };
  const progress = Object.fromEntries(
    broadcast.audiences.map((audience) => [audience, counted.get(audience) ?? nothing]),
  );
  return { ...broadcast, media, progress, ...(course && { begunAt: course.begunAt }) };
}

export async function broadcastAnswer(
  status: number,
  broadcast: Broadcast,
  services: ApiServices,
): Promise<HttpAnswer> {
  return json(status, await broadcastView(broadcast, services), { etag: `"${broadcast.version}"` });
}
