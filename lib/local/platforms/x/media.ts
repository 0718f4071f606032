import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';

/** `waiting` takes segments; `pending` and `in_progress` are being processed; only `succeeded` can be attached. */
export type MediaState = 'waiting' | 'pending' | 'in_progress' | 'succeeded' | 'failed';

export interface Media {
  id: string;
  ownerId: string;
  category: string;
  /** MIME type as announced. */
  type: string;
  /** Bytes as announced. */
  size: number;
  state: MediaState;
  /** Epoch milliseconds; an upload that is not attached expires 24 hours later. */
  createdAt: number;
}

const MediaSchema = z.object({
  id: z.string(),
  owner_id: z.string(),
  category: z.string(),
  type: z.string(),
  size: z.number(),
  state: z.enum(['waiting', 'pending', 'in_progress', 'succeeded', 'failed']),
  created_at: z.number(),
});
const BytesSchema = z.object({ bytes: z.nullable(z.instanceof(Uint8Array)) });

export interface MediaLibrary {
  add(media: Media, bytes?: Uint8Array): void;
  get(id: string): Media | undefined;
  /** The finished file; undefined until it is. */
  bytes(id: string): Uint8Array | undefined;
  /** Keeps one part of an upload; the same segment again replaces it. */
  addSegment(id: string, segment: number, bytes: Uint8Array): void;
  /** All parts in their order. */
  segments(id: string): Buffer;
  /** Turns the parts into the file. */
  finish(id: string, state: MediaState, bytes: Uint8Array): void;
  setState(id: string, state: MediaState): void;
}

export function openMedia(db: DatabaseSync): MediaLibrary {
  const insert = db.prepare('INSERT INTO media VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const byId = db.prepare(
    'SELECT id, owner_id, category, type, size, state, created_at FROM media WHERE id = ?',
  );
  const bytes = db.prepare('SELECT bytes FROM media WHERE id = ?');
  const segments = db.prepare('SELECT bytes FROM media_segment WHERE media_id = ? ORDER BY segment');
  return {
    add(m, content) {
      insert.run(m.id, m.ownerId, m.category, m.type, m.size, m.state, m.createdAt, content ?? null);
    },
    get: (id) => {
      const row = byId.get(id);
      if (!row) return undefined;
      const { owner_id, created_at, ...rest } = MediaSchema.parse(row);
      return { ...rest, ownerId: owner_id, createdAt: created_at };
    },
    bytes: (id) => {
      const row = bytes.get(id);
      return row ? (BytesSchema.parse(row).bytes ?? undefined) : undefined;
    },
    addSegment: (id, segment, content) => {
      db.prepare('INSERT OR REPLACE INTO media_segment VALUES (?, ?, ?)').run(id, segment, content);
    },
    segments: (id) =>
      Buffer.concat(segments.all(id).map((row) => BytesSchema.parse(row).bytes ?? new Uint8Array())),
    finish: (id, state, content) => {
      db.prepare('UPDATE media SET state = ?, bytes = ? WHERE id = ?').run(state, content, id);
      db.prepare('DELETE FROM media_segment WHERE media_id = ?').run(id);
    },
    setState: (id, state) => {
      db.prepare('UPDATE media SET state = ? WHERE id = ?').run(state, id);
    },
  };
}
