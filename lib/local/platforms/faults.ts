import type { Fault } from './simulator.ts';

/** Faults that wait for the API calls that they shall spoil, in the order in which they were added. */
export interface Faults {
  add(fault: Fault): void;
  /** Takes one fault for the call that just came in; undefined when none is left. */
  next(): Fault | undefined;
}

/** An empty queue of faults. Faults are on purpose not kept across a restart: a restart makes all well again. */
export function createFaults(): Faults {
  const waiting: Fault[] = [];
  return {
    add(fault) {
      if (fault.count > 0) waiting.push({ ...fault });
    },
    next() {
      const [first] = waiting;
      if (!first) return undefined;
      first.count -= 1;
      if (first.count <= 0) waiting.shift();
      return { ...first, count: 1 };
    },
  };
}
