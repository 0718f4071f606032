import type { Page } from './people.ts';

/** How much of its limits the app has used, and the short-term limits of Messenger. */
export interface Usage {
  /** Counts a call and gives the headers that tell how near the limits are. */
  headers(page: Page, type: 'pages' | 'messenger'): Record<string, string>;
  /** Takes one of `limit` calls a second; false when this second has none left. */
  take(name: string, limit: number): boolean;
}

/** Calls an hour that count as 100 %, as if every page had some engaged users. */
const HOURLY = 4_800;
const HOUR_MS = 3_600_000;
/** Minutes that a page shall wait when its limit is reached. */
const REGAIN_MINUTES = 60;

export function createUsage(now: () => number): Usage {
  const callsByPage = new Map<string, number[]>();
  const seconds = new Map<string, { second: number; used: number }>();
  return {
    headers(page, type) {
      const recent = callsByPage.get(page.id) ?? [];
      recent.push(now());
      while ((recent[0] ?? 0) <= now() - HOUR_MS) recent.shift();
      callsByPage.set(page.id, recent);
      const limited = page.gate === 'page-rate' || page.gate === 'business-rate' || page.gate === 'app-rate';
      const percent = limited ? 100 : Math.min(99, Math.floor((recent.length * 100) / HOURLY));
      const load = { call_count: percent, total_cputime: percent, total_time: percent };
      const business = { type, ...load, estimated_time_to_regain_access: limited ? REGAIN_MINUTES : 0 };
      return {
        'x-app-usage': JSON.stringify({ call_count: percent, total_time: percent, total_cputime: percent }),
        'x-business-use-case-usage': JSON.stringify({ [page.id]: [business] }),
      };
    },
    take(name, limit) {
      const second = Math.floor(now() / 1000);
      const known = seconds.get(name);
      const current = known?.second === second ? known : { second, used: 0 };
      seconds.set(name, current);
      current.used += 1;
      return current.used <= limit;
    },
  };
}
