import * as z from 'zod/mini';
import type { Draft } from './draft.ts';

/** Under which name the drafts of this tab lie in its session storage. */
const NAME = 'hark.drafts';

const Kept = z.object({
  agentId: z.string(),
  drafts: z.record(
    z.string(),
    z.object({
      text: z.string(),
      mode: z.optional(z.enum(['public', 'private', 'note', 'invite'])),
      files: z.array(
        z.object({
          ...{ key: z.string(), name: z.string(), contentType: z.string(), uploadId: z.string() },
          state: z.literal('ready'),
        }),
      ),
      mentions: z.array(z.object({ id: z.string(), name: z.string() })),
      untranslated: z.optional(z.string()),
    }),
  ),
});

type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Keeps what somebody has written until the page is there again, as after signing in anew. It ends with the tab, and a file that has
 * not arrived yet is left out.
 */
export function keepDrafts(place: Place, agentId: string, drafts: ReadonlyMap<string, Draft>): void {
  const begun = [...drafts].flatMap(([id, draft]) => {
    const files = draft.files.filter(({ state }) => state === 'ready');
    return draft.text.trim() === '' && files.length === 0 ? [] : [[id, { ...draft, files }] as const];
  });
  if (begun.length === 0) place.removeItem(NAME);
  else place.setItem(NAME, JSON.stringify({ agentId, drafts: Object.fromEntries(begun) }));
}

/** What this very agent had written, by conversation. Whatever was kept is gone from there then, whoever wrote it. */
export function takeDrafts(place: Place, agentId: string): Map<string, Draft> {
  const text = place.getItem(NAME);
  place.removeItem(NAME);
  if (text === null) return new Map();
  const { data } = Kept.safeParse(parsed(text));
  if (data?.agentId !== agentId) return new Map();
  return new Map(Object.entries(data.drafts).map(([id, { mode, ...draft }]) => [id, { ...draft, mode }]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
