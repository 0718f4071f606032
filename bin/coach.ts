import * as z from 'zod/mini';
import { coach } from '../functions/domain/coach.ts';
import { answerLines } from './json-lines.ts';

/** `npm run -s coach`: what a colleague would say of answers before they are sent. */
const Question = z.object({
  reply: z.string(),
  to: z._default(z.string(), ''),
  visibility: z._default(z.enum(['public', 'private']), 'public'),
});

await answerLines((line) => ({ findings: coach(Question.parse(line)) }));
