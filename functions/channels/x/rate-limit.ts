/** X counts by account and endpoint in windows of 15 minutes, and by account and by app in windows of a day. */
const WINDOWS = ['x-rate-limit', 'x-user-limit-24hour', 'x-app-limit-24hour'];

/** For a refusal that no window explains: X then limits how fast calls follow one another. */
const PAUSE = 15;
const DAY = 24 * 60 * 60;

/**
 * Seconds until X takes such a call again, after it answered 429. `now` is epoch milliseconds. A window that has calls left is
 * not the reason, and its end, up to 15 minutes away, would be waited for in vain.
 */
export function secondsUntilAllowed(headers: Headers, now: number): number {
  const ends = WINDOWS.flatMap((window) => {
    const reset = whole(headers.get(`${window}-reset`));
    const left = whole(headers.get(`${window}-remaining`)) ?? 0;
    return reset === undefined || left > 0 ? [] : [reset - Math.floor(now / 1000)];
  });
  const asked = whole(headers.get('retry-after'));
  const waits = asked === undefined ? ends : [...ends, asked];
  return waits.length === 0 ? PAUSE : Math.min(Math.max(1, ...waits), DAY);
}

function whole(value: string | null): number | undefined {
  return value !== null && /^\d{1,12}$/.test(value) ? Number(value) : undefined;
}
