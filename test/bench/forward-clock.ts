/** A clock that runs as all do and can be put forward, so that waits for hours take no time. */
export interface ForwardClock {
  /** Epoch milliseconds. */
  now: () => number;
  /** Puts it forward to an instant in epoch milliseconds; one that has passed changes nothing. */
  forwardTo(instant: number): void;
}

export function forwardClock(): ForwardClock {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  return {
    now,
    forwardTo(instant) {
      ahead += Math.max(0, instant - now());
    },
  };
}
