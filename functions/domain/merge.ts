import * as z from 'zod/mini';
import type { Instant } from './instant.ts';

/**
 * That two contacts are one person: proposed, and then decided by somebody. It is a link between the two and moves nothing, so undoing
 * it restores exactly what was before.
 */
export const Merge = z.object({
  /** `<contact>~<contact>`, the smaller id first: two contacts have one merge. */
  id: z.string(),
  contactIds: z.tuple([z.string(), z.string()]),
  why: z.string(),
  state: z.enum(['proposed', 'merged', 'undone', 'rejected']),
  /** The agent who proposed it, or `hark`. */
  proposedBy: z.string(),
  proposedAt: z.string(),
  decidedBy: z.optional(z.string()),
  decidedAt: z.optional(z.string()),
  version: z.number(),
});
export type Merge = z.infer<typeof Merge>;

/** What somebody does to a merge, and from which state to which. */
export const mergeSteps = {
  accept: { from: 'proposed', to: 'merged' },
  reject: { from: 'proposed', to: 'rejected' },
  undo: { from: 'merged', to: 'undone' },
} as const;
export type MergeStep = keyof typeof mergeSteps;

/** The name of the merge of two contacts, whichever of them is looked at. */
export function mergeIdOf(a: string, b: string): string {
  return a < b ? `${a}~${b}` : `${b}~${a}`;
}

/**
 * Proposes that two contacts are one person. What a person decided against is proposed again by a person only; undefined when there is
 * nothing to propose.
 */
export function propose(
  [a, b]: readonly [string, string],
  known: Merge | undefined,
  { why, by, now }: { why: string; by: string; now: Instant },
): Merge | undefined {
  if (a === b || known?.state === 'proposed' || known?.state === 'merged') return undefined;
  if (known && by === HARK) return undefined;
  return {
    id: mergeIdOf(a, b),
    contactIds: a < b ? [a, b] : [b, a],
    why,
    state: 'proposed',
    proposedBy: by,
    proposedAt: now,
    version: known?.version ?? 0,
  };
}

/** Who proposes what follows from equal addresses. */
export const HARK = 'hark';

/** Decides a merge; the same one when it is decided so already, undefined when it is in no state for that. */
export function decideMerge(merge: Merge, step: MergeStep, by: string, now: Instant): Merge | undefined {
  const { from, to } = mergeSteps[step];
  if (merge.state === to) return merge;
  return merge.state === from ? { ...merge, state: to, decidedBy: by, decidedAt: now } : undefined;
}

/** The other contact of a merge. */
export function otherOf({ contactIds: [a, b] }: Merge, id: string): string {
  return id === a ? b : a;
}
