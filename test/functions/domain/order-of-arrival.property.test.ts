import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import { waitingClock } from '../../../functions/domain/conversation.ts';
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
import { MemoryDesk } from './memory-desk.ts';

/*
 * One person, one account, and what the two say to each other. `sayings` has it in the order in which it was said; the
 * tests deliver it in any other.
 */

/** Public and private conversations have targets of their own, so that a clock taken for the wrong one shows. */
const book = aPolicyBook(
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
  /** What happens to it later: how often it is edited, by which kind of delivery, and whether it is deleted. */
  edits: fc.integer({ min: 0, max: 2 }),
  editsWhole: fc.boolean(),
  deleted: fc.boolean(),
  /** Which of the messages before is answered, counted from the latest. */
  answers: fc.nat(3),
});
type Saying = typeof saying extends fc.Arbitrary<infer T> ? T : never;

/** The deliveries that tell of a conversation, in the order of the facts. It begins with the person. */
function deliveries(sayings: Saying[], { deletions }: { deletions: boolean }): Decidable[] {
  let now = at('00:00');
  const questions: string[] = [];
  return sayings.flatMap((said, index): Decidable[] => {
    now = plus(now, said.gap * 60_000);
    const isTheirs = index === 0 || said.who === 'person';
    const nativeId = isTheirs ? `m${index}` : `a${index}`;
    const spoken = { nativeId, at: now, text: `${nativeId} as said`, visibility: said.visibility };
    const question = questions.at(-1 - (said.answers % Math.max(1, questions.length)));
    const event = isTheirs
      ? aMessageEvent(spoken)
      : said.visibility === 'private'
        ? anAnswerEvent({ ...spoken, person: { nativeId: ada.nativeId }, inReplyTo: undefined })
        : anAnswerEvent({
            ...spoken,
            ...(said.answers % 2 === 0 && { person: { nativeId: ada.nativeId } }),
            inReplyTo: question,
          });
    if (isTheirs) questions.push(nativeId);
    const edits = Array.from({ length: isTheirs ? said.edits : 0 }, (_, nth): Decidable => {
      const edit = { at: plus(now, (nth + 1) * 1000), text: `${nativeId} edited ${nth + 1}` };
      return said.editsWhole
        ? { ...event, text: edit.text, editedAt: edit.at }
        : anEditEvent({ nativeId, ...edit });
    });
    const removals =
      deletions && isTheirs && said.deleted ? [aRemovalEvent({ nativeId, at: plus(now, 10_000) })] : [];
    return [event, ...edits, ...removals];
  });
}

/** Deliveries in the order of the facts, and the same in another. */
const shuffled = (options: { deletions: boolean }) =>
  fc
    .array(saying, { minLength: 1, maxLength: 7 })
    .map((sayings) => deliveries(sayings, options))
    .chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
      ),
    );

function theConversation(desk: MemoryDesk): Conversation {
  const [conversation, ...others] = desk.conversations.values();
  if (!conversation || others.length > 0) throw new Error(`${1 + others.length} conversations`);
  return conversation;
}

/** What a person sees of the desk, by the platform's ids: Hark's own ids follow from what arrived first. */
function shown(desk: MemoryDesk) {
  const conversation = theConversation(desk);
  const clock = waitingClock(conversation);
  return {
    preview: conversation.preview,
    visibility: conversation.visibility,
    last: [desk.nativeIdOf(conversation.lastMessageId), conversation.lastMessageAt],
    unanswered: conversation.unanswered.map(({ messageId, at: saidAt }) => [
      desk.nativeIdOf(messageId),
      saidAt,
    ]),
    firstAnswerAt: conversation.firstAnswerAt,
    lastAnswerAt: conversation.lastAnswerAt,
    messageCount: conversation.messageCount,
    waiting: clock && [clock.kind, clock.state, clock.startedAt, clock.dueAt, clock.why.policyId],
    messages: Object.values(desk.messagesByNativeId())
      .map(({ nativeId, text, editedAt, deletedAt, direction, at: saidAt }) => ({
        nativeId,
        text,
        editedAt,
        deletedAt,
        direction,
        saidAt,
      }))
      .sort((a, b) => ((a.nativeId ?? '') < (b.nativeId ?? '') ? -1 : 1)),
  };
}

describe('the order in which things arrive', () => {
  it('does not change what is shown, who waits, since when and until when', () => {
    fc.assert(
      fc.property(shuffled({ deletions: true }), ([events, arrived]) => {
        expect(shown(new MemoryDesk(book).receiveAll(arrived))).toEqual(
          shown(new MemoryDesk(book).receiveAll(events)),
        );
      }),
      { numRuns: 3000 },
    );
  });

  it('does not change how long the first response took', () => {
    const firstResponse = (desk: MemoryDesk) =>
      theConversation(desk)
        .clocks.filter(({ kind }) => kind === 'firstResponse')
        .map(({ startedAt, dueAt, answeredAt, state }) => ({ startedAt, dueAt, answeredAt, state }));
    fc.assert(
      fc.property(shuffled({ deletions: false }), ([events, arrived]) => {
        expect(firstResponse(new MemoryDesk(book).receiveAll(arrived))).toEqual(
          firstResponse(new MemoryDesk(book).receiveAll(events)),
        );
      }),
      { numRuns: 3000 },
    );
  });
});
