import * as z from 'zod/mini';
import type { LinearModel } from './linear-model.ts';
import type { Thresholds } from './tasks.ts';

/** The trained model as it is kept in a file. */
export const Artefact = z.object({
  /** SHA-256 of the labelled data that it was trained from. */
  data: z.string(),
  tasks: z.array(
    z.object({ name: z.string(), classes: z.array(z.string()), bias: z.array(z.number()), unit: z.number() }),
  ),
  thresholds: z.object({ needsReply: z.number(), spam: z.number() }),
  /** One signed byte a weight, in base64. */
  weights: z.string(),
});
export type Artefact = z.infer<typeof Artefact>;

/** The model that a file holds. It is our own and checked when it is written, so reading it costs no second look. */
export function modelOf({ tasks, weights, thresholds }: Artefact): {
  model: LinearModel;
  thresholds: Thresholds;
} {
  const bytes = Buffer.from(weights, 'base64');
  return {
    model: { tasks, weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length) },
    thresholds,
  };
}
