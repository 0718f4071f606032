import * as z from 'zod/mini';

/** Why something could not be done: a stable code, what happened and what to do, in words for an agent. */
export const Refusal = z.object({ code: z.string(), explanation: z.string(), advice: z.string() });
export type Refusal = z.infer<typeof Refusal>;
