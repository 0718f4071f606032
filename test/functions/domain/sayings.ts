import fc from 'fast-check';
import type { Decidable } from '../../../functions/domain/receive.ts';
import {
  ada,
  aMessageEvent,
  anAnswerEvent,
  anEditEvent,
  aPolicy,
  aPolicyBook,
  aRemovalEvent,
  at,
  plus,
} from './desk.ts';

/*
 * What one person and an account of ours say to each other, in the order in which it is said. Tests deliver it in any other.
 */

/** Public and private questions have targets of their own, so that a clock counted by the wrong policy shows. */
export const twoPolicies = aPolicyBook(
  aPolicy({ id: 'public', match: { visibility: 'public' } }),
  aPolicy({
    id: 'private',
    match: { visibility: 'private' },
    targets: { firstResponse: 'PT1H', nextResponse: 'PT30M' },
  }),
);

const saying = fc.record({
  who: fc.constantFrom('person', 'person', 'us'),
  visibility: fc.constantFrom('public' as const, 'private' as const),
  /** Minutes since the one before. Zero: in the same instant. */
  gap: fc.oneof(
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 90 }) },
  ),
  /** How often it is edited afterwards, and whether the platform sends the whole message then, as Facebook does. */
  edits: fc.integer({ min: 0, max: 2 }),
  editsWhole: fc.boolean(),
  deleted: fc.boolean(),
  /** Which of the questions before is answered, counted from the latest. */
  answers: fc.nat(3),
  /** Whether the platform tells to whom we answer in public. */
  namesPerson: fc.boolean(),
});
type Saying = typeof saying extends fc.Arbitrary<infer T> ? T : never;

interface Said {
  nativeId: string;
  at: string;
  text: string;
}

/** Deliveries that tell of one conversation, in the order of the facts. It begins with the person. */
export const conversations = (options: { deletions: boolean }): fc.Arbitrary<Decidable[]> =>
  fc.array(saying, { minLength: 1, maxLength: 7 }).map((sayings) => {
    let now = at('00:00');
    const questions: string[] = [];
    return sayings.flatMap((words, index) => {
      now = plus(now, words.gap * 60_000);
      const isOurs = index > 0 && words.who === 'us';
      const nativeId = `${isOurs ? 'a' : 'm'}${index}`;
      const said = { nativeId, at: now, text: `${nativeId} as said` };
      if (isOurs) return [answerOf(words, said, questions)];
      questions.push(nativeId);
      return questionOf(words, said, options);
    });
  });

function answerOf({ visibility, answers, namesPerson }: Saying, said: Said, questions: string[]): Decidable {
  const person = { nativeId: ada.nativeId };
  if (visibility === 'private') return anAnswerEvent({ ...said, visibility, person, inReplyTo: undefined });
  const inReplyTo = questions.at(-1 - (answers % questions.length));
  return anAnswerEvent({ ...said, inReplyTo, ...(namesPerson && { person }) });
}

function questionOf(words: Saying, said: Said, { deletions }: { deletions: boolean }): Decidable[] {
  const { nativeId } = said;
  const question = aMessageEvent({ ...said, visibility: words.visibility });
  const edits = Array.from({ length: words.edits }, (_, nth): Decidable => {
    const edit = { at: plus(said.at, (nth + 1) * 1000), text: `${nativeId} edited ${nth + 1}` };
    return words.editsWhole
      ? { ...question, text: edit.text, editedAt: edit.at }
      : anEditEvent({ nativeId, ...edit });
  });
  const isDeleted = deletions && words.deleted;
  return [question, ...edits, ...(isDeleted ? [aRemovalEvent({ nativeId, at: plus(said.at, 10_000) })] : [])];
}

/** The same in another order. */
export const shuffled = <T>(items: T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray(items, { minLength: items.length, maxLength: items.length });
