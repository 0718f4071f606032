import * as z from 'zod/mini';

/** What a bundle of the classifier exports. */
export const TriageModule = z.object({
  triage: z.custom<(text: string, channel: string) => unknown>((value) => typeof value === 'function'),
});
