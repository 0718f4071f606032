import * as z from 'zod/mini';
import { newKey } from '../../browser/chance.ts';
import { useDesk } from '../../session/desk-context.ts';
import type { Held } from '../../shell/held.ts';
import { reply as words } from '../../words/reply.ts';
import type { Draft, Upload } from './draft.ts';

const Allowed = z.object({
  id: z.string(),
  url: z.string(),
  method: z.string(),
  headers: z.record(z.string(), z.string()),
});

/** Puts files where answers take them from. What the platform would not take is refused before a byte is sent. */
export function useUploads(draft: Held<Draft>, channel: string) {
  const { client } = useDesk();
  const change = (key: string, next: Partial<Upload>) => {
    const value = draft.get();
    draft.set({
      ...value,
      files: value.files.map((file) => (file.key === key ? { ...file, ...next } : file)),
    });
  };
  async function upload(key: string, file: File, visibility: 'public' | 'private'): Promise<void> {
    try {
      // Of a file of no known kind the browser says nothing; the desk says then what can be sent.
      const contentType = file.type || 'application/octet-stream';
      const { id, url, method, headers } = await client.write('/api/uploads', Allowed, {
        body: { channel, visibility, contentType, size: file.size, name: file.name },
      });
      const answer = await fetch(url, { method, headers, body: file });
      if (!answer.ok) throw new Error(words.uploadFailed);
      change(key, { state: 'ready', uploadId: id });
    } catch (error) {
      change(key, { state: 'failed', why: error instanceof Error ? error.message : words.uploadFailed });
    }
  }
  return {
    add(files: readonly File[], visibility: 'public' | 'private') {
      const added = files.map((file) => ({ key: newKey(), file }));
      const value = draft.get();
      const waiting = added.map(
        ({ key, file }): Upload => ({ key, name: file.name, contentType: file.type, state: 'uploading' }),
      );
      draft.set({ ...value, files: [...value.files, ...waiting] });
      for (const { key, file } of added) void upload(key, file, visibility);
    },
    remove(key: string) {
      const value = draft.get();
      draft.set({ ...value, files: value.files.filter((file) => file.key !== key) });
    },
  };
}
