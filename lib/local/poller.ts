import { setTimeout as sleep } from 'node:timers/promises';

/** Work that repeats until it is stopped. */
export interface Poller {
  /** Interrupts waiting, and resolves when the round that is under way has ended. */
  stop(): Promise<void>;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/** Repeats `round`. When it throws, `onTrouble` hears it and the next round waits, longer each time in a row. */
export function startPoller(
  round: (signal: AbortSignal) => Promise<void>,
  onTrouble: (error: unknown) => void,
): Poller {
  const controller = new AbortController();
  const { signal } = controller;

  async function run(): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      try {
        await round(signal);
        pause = FIRST_PAUSE_MS;
      } catch (error) {
        if (signal.aborted) return;
        onTrouble(error);
        await sleep(pause, undefined, { signal }).catch(() => {});
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  const ended = run();
  return {
    async stop() {
      controller.abort();
      await ended;
    },
  };
}
