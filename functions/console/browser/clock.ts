/** The time on this device, in epoch milliseconds. */
export function deviceTime(): number {
  return Date.now();
}

type Listener = () => void;
const listeners = new Set<Listener>();
let beat: ReturnType<typeof setInterval> | undefined;

/**
 * Calls once a second while somebody listens. All words that count down share this beat: a list of clocks has one timer, and each
 * of them renders only when its words change.
 */
export function onSecond(listener: Listener): () => void {
  listeners.add(listener);
  beat ??= setInterval(() => {
    for (const each of listeners) each();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(beat);
    beat = undefined;
  };
}

/** Within so many milliseconds what waits for an idle moment is done all the same. */
const IDLE_AT_LAST = 2000;

/** Does something once the page has nothing else to do; gives what calls it off. */
export function whenIdle(work: () => void): () => void {
  // Safari has no idle moments.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(work, IDLE_AT_LAST / 10);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(work, { timeout: IDLE_AT_LAST });
  return () => cancelIdleCallback(handle);
}
