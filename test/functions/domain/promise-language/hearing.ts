import { describe, expect, it } from 'vitest';
import { findPromises } from '../../../../functions/domain/promise.ts';

/** What people write, and by when it is promised: local time of Vienna, or null where no time is named. */
export type Promised = Record<string, (string | null)[]>;

/** Said on Wednesday, 4 March 2026, at 11:00 in Vienna. */
const present = { at: '2026-03-04T10:00:00.000Z', timeZone: 'Europe/Vienna' };
const local = (instant: string) => new Date(instant).toLocaleString('sv', { timeZone: 'Europe/Vienna' });
const FEWEST = 40;

/** Tries a language on what promises and on what only sounds so. */
export function describeHearing(language: string, promised: Promised, notPromised: string[]): void {
  describe(`promises in ${language}`, () => {
    it.each(Object.entries(promised))('are heard in “%s”: %s', (reply, times) => {
      const found = findPromises(reply, present);
      expect(found.map(({ dueAt }) => (dueAt === null ? null : local(dueAt)))).toEqual(times);
    });

    it.each(notPromised)('are not heard in “%s”', (reply) => {
      expect(findPromises(reply, present)).toEqual([]);
    });

    it('are tried on a good many phrasings', () => {
      expect(Object.keys(promised).length + notPromised.length).toBeGreaterThanOrEqual(FEWEST);
    });
  });
}

/** Who is to keep what a text promises first, and whether it says nothing else. */
export function promiserIn(reply: string): string | undefined {
  return findPromises(reply, present)[0]?.who;
}
