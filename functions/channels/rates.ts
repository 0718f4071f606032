import type { Visibility } from '../domain/message.ts';

/** How many calls a platform takes from one account: `burst` at once, all of them again after `seconds`. */
export interface Rate {
  burst: number;
  seconds: number;
}

/**
 * What accounts may send, a little below what the platforms publish, so that a burst waits with us instead of being refused there.
 * X: 100 posts and 15 direct messages in 15 minutes per user (docs.x.com/x-api/fundamentals/rate-limits). Facebook: 300 Messenger
 * calls a second per page; page posts and comments go by the engaged users of a day, so theirs is a cautious pace.
 */
const rates: Record<string, Record<Visibility, Rate>> = {
  x: { public: { burst: 90, seconds: 900 }, private: { burst: 14, seconds: 900 } },
  facebook: { public: { burst: 40, seconds: 10 }, private: { burst: 200, seconds: 1 } },
};

/** The budget that an order draws on; a channel without a published limit sends ten a second. */
export function rateOf(
  channel: string,
  { visibility }: { visibility: Visibility },
): { use: string; rate: Rate } {
  return { use: visibility, rate: rates[channel]?.[visibility] ?? { burst: 10, seconds: 1 } };
}
