import * as z from 'zod/mini';
import { isTimeZone } from '../functions/domain/business-wall-clock.ts';
import { findPromises } from '../functions/domain/promise.ts';
import { answerLines } from './json-lines.ts';

/** `npm run -s promises`: what replies promise, and by when. */
const Question = z.object({
  reply: z.string(),
  at: z.iso.datetime({ offset: true }),
  timeZone: z._default(
    z.string().check(z.refine(isTimeZone, { error: 'is no time zone of the IANA list' })),
    'UTC',
  ),
});

await answerLines((line) => {
  const { reply, at, timeZone } = Question.parse(line);
  const promises = findPromises(reply, { at: new Date(at).toISOString(), timeZone });
  return { promises: promises.map(({ text, who, dueAt }) => ({ text, who, dueAt })) };
});
