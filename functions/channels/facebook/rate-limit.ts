import * as z from 'zod/mini';
import { lenient } from './meta-fields.ts';

const Percent = lenient(z.number());
const AppUsage = z.object({ call_count: Percent, total_time: Percent, total_cputime: Percent });
const BusinessUsage = z.record(
  z.string(),
  lenient(z.array(z.object({ estimated_time_to_regain_access: lenient(z.number()) }))),
);

/** The app's limit counts the calls of the last hour, so that there is room again long before an hour is over. */
const APP_PAUSE = 600;
const DAY = 24 * 60 * 60;

/**
 * Seconds until Graph takes calls of this page again, from the headers that tell how far its limits are used up; undefined when
 * they tell nothing. `X-Business-Use-Case-Usage` names whole minutes by page id, `X-App-Usage` only percentages.
 */
export function secondsUntilAllowed(headers: Headers, pageId: string): number | undefined {
  const business = headerAs(BusinessUsage, headers.get('x-business-use-case-usage'));
  const minutes = (business?.[pageId] ?? []).map((use) => use.estimated_time_to_regain_access ?? 0);
  const regain = Math.max(0, ...minutes) * 60;
  if (regain > 0) return Math.min(regain, DAY);
  const asked = headers.get('retry-after') ?? '';
  if (/^\d{1,9}$/.test(asked)) return Math.min(Math.max(1, Number(asked)), DAY);
  const app = headerAs(AppUsage, headers.get('x-app-usage'));
  const isUsedUp = Object.values(app ?? {}).some((percent) => percent !== undefined && percent >= 100);
  return isUsedUp ? APP_PAUSE : undefined;
}

function headerAs<S extends z.ZodMiniType>(schema: S, value: string | null): z.output<S> | undefined {
  if (value === null) return undefined;
  try {
    return z.safeParse(schema, JSON.parse(value)).data;
  } catch {
    return undefined;
  }
}
