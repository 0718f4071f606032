import * as z from 'zod/mini';
import type { Classifier } from './classifier.ts';
import type { Triage } from './labels.ts';

const Asked = z.object({ text: z.string(), channel: z.optional(z.string()) });

/** Where a message comes from unless its line says so. */
const USUAL_CHANNEL = 'x';

/** One line of the command: what was read from the message, or what is wrong with the line. Every line gets an answer. */
export function triageLine(line: string, triage: Classifier): Triage | { error: string } {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { error: 'This line is no JSON.' };
  }
  const asked = Asked.safeParse(json);
  if (!asked.success) return { error: 'This line is no object with a text (and a channel, if you like).' };
  const { text, channel = USUAL_CHANNEL } = asked.data;
  return triage(text, channel);
}
