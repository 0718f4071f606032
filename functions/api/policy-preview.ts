import * as z from 'zod/mini';
import { ChannelName } from '../domain/channel-name.ts';
import { startClock } from '../domain/clock.ts';
import { Instant } from '../domain/instant.ts';
import { Visibility } from '../domain/message.ts';
import { PolicyBook, Priority, policyFor } from '../domain/policy.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { getSettings, policySettings } from '../store/settings.ts';
import { agentOf } from './agent.ts';
import { bodyOf, json } from './json.ts';
import type { ApiServices } from './services.ts';

const Question = z.object({
  /** Policies that nobody saved yet; those in force when it is left out. */
  book: z.optional(PolicyBook),
  at: Instant,
  channel: ChannelName,
  visibility: z._default(Visibility, 'public'),
  priority: z._default(Priority, 'normal'),
});

/** `POST /api/settings/policies/preview`: when a first message said at an instant would be due, and why (admin). */
export async function previewPolicies(request: HttpRequest, { desk }: ApiServices): Promise<HttpAnswer> {
  agentOf(request, 'admin');
  const { book: draft, at, ...conversation } = bodyOf(request, Question);
  const book = draft ?? (await getSettings(desk.table, policySettings)).value;
  const policy = policyFor(book, conversation);
  const start = { id: 'c1', kind: 'firstResponse', startedAt: at, messageId: '', policy, book } as const;
  const { dueAt, steps, why } = startClock(start);
  return json(200, {
    policyId: policy.id,
    warnAt: steps.find(({ name }) => name === 'warning')?.at,
    dueAt,
    steps: steps.map(({ name, at: stepAt, to }) => ({ name, at: stepAt, to })),
    why,
  });
}
