import * as z from 'zod/mini';
import { Instant } from './instant.ts';
import { PublicFile } from './public-file.ts';

/** How bad it is, for those whom it hits. */
export const Severity = z.enum(['minor', 'major', 'critical']);
export type Severity = z.infer<typeof Severity>;

/** How far the work on an incident is. */
export const Phase = z.enum(['investigating', 'identified', 'monitoring', 'resolved']);
export type Phase = z.infer<typeof Phase>;

/** One thing said to everybody, in our own words. */
export const StatusUpdate = z.object({
  id: z.string(),
  at: Instant,
  phase: z.optional(Phase),
  text: z.string(),
  /** Pictures and films that go with it. */
  files: z.optional(z.array(PublicFile)),
});
export type StatusUpdate = z.infer<typeof StatusUpdate>;

/** What the public status page tells of: something broken, something planned, or news. */
export const StatusEntry = z.object({
  /** That of the incident or broadcast that it is about. */
  id: z.string(),
  kind: z.enum(['incident', 'maintenance', 'announcement']),
  title: z.string(),
  /** Ids of the components that it concerns. */
  affected: z.array(z.string()),
  severity: z.optional(Severity),
  startsAt: Instant,
  /** When it was resolved, or is planned to be over; an incident without it goes on. */
  endsAt: z.optional(Instant),
  /** Oldest first. */
  updates: z.array(StatusUpdate),
  /**
   * Of the next time of recurring work: the broadcasts that will tell of it. Nothing was said of it yet, and when none is left it does not
   * take place.
   */
  plannedBy: z.optional(z.array(z.string())),
  version: z.number(),
});
export type StatusEntry = z.infer<typeof StatusEntry>;

/** What is now known of an entry, and what is to be told of it. Whoever sends the same news again changes nothing. */
export type StatusNews = Omit<StatusEntry, 'updates' | 'plannedBy' | 'version'> & {
  update?: StatusUpdate | undefined;
  /** A broadcast that will tell of it, or no longer will. */
  planned?: { by: string; isOn: boolean };
};

/** An entry after news of it. The update of an id that was told before takes the place of that one. */
export function tellStatus(
  entry: StatusEntry | undefined,
  { update, planned, ...facts }: StatusNews,
): StatusEntry {
  const told = (entry?.updates ?? []).filter(({ id }) => id !== update?.id);
  const updates = update ? [...told, update] : told;
  const plannedBy = plannedAfter(entry?.plannedBy, planned);
  return {
    ...facts,
    ...(plannedBy && { plannedBy }),
    updates: updates.sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1)),
    version: entry?.version ?? 0,
  };
}

function plannedAfter(
  before: string[] | undefined,
  planned: StatusNews['planned'],
): StatusEntry['plannedBy'] {
  if (!planned) return before;
  const others = (before ?? []).filter((id) => id !== planned.by);
  return planned.isOn ? [...others, planned.by] : others;
}

/** Whether an entry is only planned: nobody has said a word of it. */
export function isUntold({ updates, plannedBy }: StatusEntry): boolean {
  return plannedBy !== undefined && updates.length === 0;
}

/** Whether there is anything to show of it: what was planned and called off before a word of it was said never was. */
export function isStanding(entry: StatusEntry): boolean {
  return !isUntold(entry) || (entry.plannedBy ?? []).length > 0;
}
