import type { Key } from './keys.ts';

/** What we said and promised (A75 to A80). */
export const sentTextKey = (day: string, hash: string): Key => ({ pk: `SENT#${day}`, sk: hash });
export const promisesOfDayKey = (day: string): Key => ({ pk: 'PROMISES', sk: day });
export const brokenPromiseKey = (orderedId: string): Key => ({ pk: 'BROKEN', sk: orderedId });
export const pastAnswerKey = (teamId: string, conversationId: string): Key => ({
  pk: `ANSWERS#${teamId}`,
  sk: conversationId,
});
export const answerLinkKey = (hash: string): Key => ({ pk: `ANSWERLINK#${hash}`, sk: 'LINK' });
export const spendKey = (day: string): Key => ({ pk: `SPEND#${day}`, sk: 'TOKENS' });
