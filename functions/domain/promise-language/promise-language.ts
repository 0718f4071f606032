import type { Stretch } from '../sentences.ts';
import type { TimeWords } from '../time-words/time-words.ts';

/** Who is to keep a promise: the writer, the desk, a team of it, or somebody who is asked. */
export type Promiser = 'I' | 'we' | 'team' | 'colleague';

/** Words that say that one of us will do something for the customer. */
export interface Commitment {
  /** Where they begin. */
  index: number;
  who: Promiser;
  /** They only lead to an answer: "I'll find out". */
  preparing: boolean;
  /** They promise something only with a time: "we're sending it today". */
  needsTime: boolean;
}

/** How a language promises. */
export interface PromiseLanguage {
  time: TimeWords;
  /** A sentence, cut where another promise may begin. */
  segmentsOf(sentence: Stretch): Stretch[];
  commitmentIn(segment: string): Commitment | undefined;
  /** Whether what stands before or after the commitment in its sentence takes the promise out of it. */
  isConditional(before: string, after: string, dueAt: string | null): boolean;
  /** The end of a question that only asks for a nod after the promise: "ok?". */
  nod: RegExp;
  /** What is promised to all customers, which is how we work, and no promise to this one. */
  ofAll: RegExp;
  /** A sentence that is the time of the promise before it: "tomorrow at the latest". */
  onlyATime: RegExp;
  /** A time before the promise that a comma parts from it; the first group is the time. */
  leadingTime: RegExp;
  /** What joins a promise to what stands before it, and is not part of it. */
  joiner: RegExp;
  /** What goes with a promise without being an answer. */
  polite: RegExp;
}
