import * as z from 'zod/mini';
import { Message } from './detail.ts';
import { Person } from './row.ts';

/** How far people agree with what the desk reads from messages. */
export const TriageReport = z.object({
  since: z.string(),
  agreement: z.array(
    z.object({
      label: z.string(),
      shown: z.number(),
      corrected: z.number(),
      agreement: z.nullish(z.number()),
    }),
  ),
  confusions: z.array(z.object({ shown: z.string(), corrected: z.string(), count: z.number() })),
  corrections: z.number(),
});
export type TriageReport = z.infer<typeof TriageReport>;

const Fates = {
  made: z.number(),
  kept: z.number(),
  keptLate: z.number(),
  broken: z.number(),
  withdrawn: z.number(),
};

/** What became of what we promised. */
export const PromiseReport = z.object({
  from: z.string(),
  totals: z.object(Fates),
  teams: z._default(z.array(z.object({ teamId: z.string(), ...Fates })), []),
  byDay: z._default(z.array(z.object({ day: z.string(), ...Fates })), []),
  broken: z._default(
    z.array(
      z.object({
        promiseId: z.string(),
        conversationId: z.string(),
        person: z.nullish(z.string()),
        text: z.nullish(z.string()),
        dueAt: z.nullish(z.string()),
      }),
    ),
    [],
  ),
});
export type PromiseReport = z.infer<typeof PromiseReport>;

/** Who waits for an answer now, by where and for how long. */
export const WaitingReport = z.object({
  unanswered: z.number(),
  unansweredByChannel: z._default(z.record(z.string(), z.number()), {}),
  unansweredByAge: z._default(
    z.array(z.object({ upToHours: z.nullable(z.number()), count: z.number() })),
    [],
  ),
});
export type WaitingReport = z.infer<typeof WaitingReport>;

/** An answer that waits for a lead's consent. */
export const Approval = z.object({
  conversationId: z.string(),
  contact: z.optional(z.partial(Person)),
  channel: z.optional(z.string()),
  message: z.extend(Message, {
    outbound: z.optional(
      z.looseObject({
        leavesAt: z.optional(z.string()),
        approval: z.optional(z.looseObject({ rule: z.optional(z.string()) })),
      }),
    ),
  }),
});
export type Approval = z.infer<typeof Approval>;
export const Approvals = z.object({ items: z.array(Approval) });
