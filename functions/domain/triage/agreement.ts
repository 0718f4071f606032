import type { Correction, Labels } from './labels.ts';

/** How often a label was given, and how often people knew better. */
export interface Agreement {
  label: string;
  shown: number;
  corrected: number;
  /** The share that nobody corrected; undefined of a label that was not given. */
  agreement: number | undefined;
}

/** What was taken for what, and how often. */
export interface Misreading {
  shown: string;
  corrected: string;
  count: number;
}

/** A label by the name that reports show. */
export function namesOf({ reason, sentiment, needsReply, spam }: Labels): string[] {
  return [reason, sentiment, needsReply ? 'needs reply' : 'needs no reply', spam ? 'spam' : 'no spam'];
}

/**
 * How far people agree with the classifier. Whatever nobody corrected counts as agreed, also what nobody looked at, so the
 * figures are the most that it can claim.
 */
export function agreementOf(
  shown: ReadonlyMap<string, number>,
  corrections: Pick<Correction, 'read' | 'said'>[],
): { agreement: Agreement[]; confusions: Misreading[] } {
  const counts = new Map<string, Misreading>();
  for (const { read, said } of corrections) {
    const now = namesOf(said);
    for (const [index, before] of namesOf(read).entries()) {
      const corrected = now[index] ?? before;
      if (corrected === before) continue;
      const known = counts.get(`${before}>${corrected}`);
      counts.set(`${before}>${corrected}`, { shown: before, corrected, count: (known?.count ?? 0) + 1 });
    }
  }
  const confusions = [...counts.values()].sort((a, b) => b.count - a.count);
  const agreement = [...shown].map(([label, given]) => {
    const wrong = confusions.filter((one) => one.shown === label).reduce((sum, { count }) => sum + count, 0);
    return {
      label,
      shown: given,
      corrected: wrong,
      agreement: given === 0 ? undefined : Math.max(0, 1 - wrong / given),
    };
  });
  return { agreement, confusions };
}
