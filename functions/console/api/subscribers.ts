import * as z from 'zod/mini';

export const Subscriber = z.object({
  id: z.string(),
  email: z.nullish(z.string()),
  state: z.string(),
  suppression: z.nullish(z.string()),
  endedAt: z.nullish(z.string()),
});
export type Subscriber = z.infer<typeof Subscriber>;

export const SubscriberPage = z.object({
  items: z.array(Subscriber),
  counts: z.record(z.string(), z.number()),
  cursor: z.nullish(z.string()),
});
