import * as z from 'zod/mini';
import { Reason, Sentiment } from '../labels.ts';

/** The bands that people can tell apart when they label; the classifier's urgency is a number between them. */
export const UrgencyBand = z.enum(['low', 'normal', 'high']);
export type UrgencyBand = z.infer<typeof UrgencyBand>;

/** One labelled message of the data. */
export const Example = z.object({
  text: z.string(),
  channel: z.string(),
  language: z.string(),
  reason: Reason,
  sentiment: Sentiment,
  urgency: UrgencyBand,
  needsReply: z.boolean(),
  spam: z.boolean(),
});
export type Example = z.infer<typeof Example>;

/** Reads a file of the data: one example a line. @throws Error that names the line */
export function readExamples(lines: string): Example[] {
  return lines
    .split('\n')
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => {
      const parsed = Example.safeParse(JSON.parse(line));
      if (!parsed.success) throw new Error(`Line ${number}: ${z.prettifyError(parsed.error)}`);
      return parsed.data;
    });
}
