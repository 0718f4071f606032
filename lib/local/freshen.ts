import { randomBytes, randomInt } from 'node:crypto';
import * as z from 'zod/mini';

const DAY_MS = 86_400_000;
/** X's ids count milliseconds from here in all but their lowest 22 bits. */
const SNOWFLAKE_EPOCH = 1_288_834_974_657n;

/** Members that say when the thing itself happened; others, such as `editable_until`, only move along. */
const TIME_KEYS = 'created_at|created_time|created_timestamp|timestamp|timestamp_ms|time';
const timed = new RegExp(`"(?:${TIME_KEYS})"\\s*:\\s*"?([^",}\\]]+)`, 'g');

/** Everything that may be an instant: epoch seconds and milliseconds, ISO 8601, and X's classic form. */
const instant =
  /(?<![\d_.])\d{13}(?![\d_.])|(?<![\d_.])\d{10}(?![\d_.])|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)|[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d \+0000 \d{4}/g;

/**
 * Makes a recorded delivery look as if it happened now: all instants move so that the newest becomes `now` (epoch
 * milliseconds), and the messages get new ids. What is more than a day older, such as when an account was made, stays. Works on
 * the text, because X writes ids as numbers that JavaScript would round.
 */
export function freshen(text: string, now: number): string {
  const times = [...text.matchAll(timed)]
    .map(([, value]) => readInstant(value ?? ''))
    .filter((at) => at !== undefined);
  const newest = Math.max(...times);
  const moved = text.replaceAll(instant, (value) => {
    const at = readInstant(value);
    if (at === undefined || Math.abs(newest - at) > DAY_MS) return value;
    return writeLike(value, at + (now - newest));
  });
  return ownIds(text).reduce((result, [id, fresh]) => result.replaceAll(id, fresh(now)), moved);
}

function readInstant(value: string): number | undefined {
  if (/^\d{13}$/.test(value)) return Number(value);
  if (/^\d{10}$/.test(value)) return Number(value) * 1000;
  if (/^\d+$/.test(value)) return undefined;
  const at = Date.parse(value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(at) ? undefined : at;
}

function writeLike(value: string, at: number): string {
  if (/^\d{13}$/.test(value)) return String(at);
  if (/^\d{10}$/.test(value)) return String(Math.floor(at / 1000));
  const iso = new Date(at).toISOString();
  if (/^\d{4}-/.test(value)) {
    if (value.includes('.')) return iso;
    return value.endsWith('Z') ? `${iso.slice(0, 19)}Z` : `${iso.slice(0, 19)}+0000`;
  }
  const [day, date, month, year, time] = new Date(at).toUTCString().replace(',', '').split(' ');
  return `${day} ${month} ${date} ${time} +0000 ${year}`;
}

type FreshId = (now: number) => string;

const Id = z.object({ id: z.string() });
const IdText = z.object({ id_str: z.string() });
const Delivery = z.object({
  data: z.optional(
    z.object({
      event_uuid: z.optional(z.string()),
      payload: z.optional(
        z.object({ id: z.optional(z.string()), direct_message_events: z.optional(z.array(Id)) }),
      ),
    }),
  ),
  tweet_create_events: z.optional(z.array(IdText)),
  direct_message_events: z.optional(z.array(Id)),
  entry: z.optional(
    z.array(
      z.object({
        changes: z.optional(
          z.array(
            z.object({
              value: z.object({
                item: z.optional(z.string()),
                comment_id: z.optional(z.string()),
                post_id: z.optional(z.string()),
              }),
            }),
          ),
        ),
        messaging: z.optional(z.array(z.object({ message: z.optional(z.object({ mid: z.string() })) }))),
      }),
    ),
  ),
});

/** The ids that the delivered messages have themselves, each with what makes a new one. Ids of people and pages stay. */
function ownIds(text: string): [string, FreshId][] {
  const delivery = Delivery.safeParse(JSON.parse(text)).data;
  if (!delivery) return [];
  const { data, tweet_create_events = [], direct_message_events = [], entry = [] } = delivery;
  const changes = entry.flatMap((each) => each.changes ?? []);
  const snowflakes = [
    data?.payload?.id,
    data?.event_uuid,
    ...tweet_create_events.map((each) => each.id_str),
    ...[...direct_message_events, ...(data?.payload?.direct_message_events ?? [])].map((each) => each.id),
  ];
  const objects = changes.map(
    ({ value }) => value.comment_id ?? (value.item === 'comment' ? undefined : value.post_id),
  );
  const mids = entry.flatMap((each) => each.messaging ?? []).map(({ message }) => message?.mid);
  return [
    ...[...new Set(snowflakes)].filter(isText).map((id): [string, FreshId] => [id, snowflake]),
    ...[...new Set(objects)]
      .filter(isText)
      .map((id): [string, FreshId] => [id, () => `${id.split('_')[0]}_${digits()}`]),
    ...[...new Set(mids)]
      .filter(isText)
      .map((id): [string, FreshId] => [id, () => `m_${randomBytes(24).toString('base64url')}`]),
  ];
}

function snowflake(now: number): string {
  return String(((BigInt(now) - SNOWFLAKE_EPOCH) << 22n) | BigInt(randomInt(1 << 22)));
}

function digits(): string {
  return `${randomInt(10 ** 8, 10 ** 9)}${randomInt(10 ** 6, 10 ** 7)}`;
}

function isText(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}
