import * as z from 'zod/mini';
import type { InboundEvent } from '../../domain/inbound-event.ts';
import { verbOf } from './feed-change.ts';
import { FeedValue } from './feed-value.ts';
import type { FragmentBody } from './fragment-body.ts';
import { FromSeconds, lenient } from './meta-fields.ts';
import { parseFeed } from './parse-feed.ts';
import { readable, required } from './readable.ts';
import { fieldName, itemName, verbName } from './vocabulary.ts';

const unreadable = 'facebook: unreadable change';
const timeless = 'facebook: change without time';
const Change = z.object({ field: z.string(), value: z.unknown() });
const EntryTime = lenient(FromSeconds);
const fields = new Set(['feed', 'mention', 'ratings']);

/** Understands one element of `entry[].changes[]`. */
export function parseChange({ page, time, event }: FragmentBody): InboundEvent {
  const base = { channel: 'facebook', accountId: page } as const;
  const { field, value: raw } = readable(Change, event, unreadable);
  const told = readable(EntryTime, time, unreadable);
  if (!fields.has(field)) {
    const reason = `facebook: field=${fieldName(field)}`;
    return { ...base, at: required(told, timeless), kind: 'unknown', reason };
  }
  const value = readable(FeedValue, raw, unreadable);
  const createdAt = required(value.created_time ?? told, timeless);
  const toldAt = told ?? createdAt;
  const understood = parseFeed({ base, value, createdAt, toldAt, verb: verbOf(value.verb) });
  if (understood !== undefined) return understood;
  const reason = `facebook: ${field} item=${itemName(value.item)} verb=${verbName(value.verb)}`;
  return { ...base, at: toldAt, kind: 'unknown', reason };
}
