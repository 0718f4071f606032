import * as z from 'zod/mini';
import { tallyKey } from './keys.ts';
import type { Item } from './table.ts';
import type { Write } from './write.ts';

/** One counter takes about 1,000 updates a second; a burst is spread over this many. */
export const TALLY_SHARDS = 4;
/** How long the counters of those who wait since a day are kept after the last of them, in seconds. */
const WAITING_KEPT = 15 * 24 * 3600;

/** How much the counter of a view, `group/of/name`, changes. */
export interface Counting {
  view: string;
  by: number;
}

/** What has to be so of a counter for it to be changed; see `recount-fence.ts`. */
export interface CounterCondition {
  expression: string;
  values: Record<string, string>;
}

/** Reads `group/of/name`. What it is of may be any text, such as the name that an admin gave to a team. */
export function partsOf(view: string): { group: string; of: string; name: string } {
  const [, group = '', of = '', name = ''] = /^(\w+)\/(.*)\/([\w-]+)$/.exec(view) ?? [];
  return { group, of, name };
}

/** When an item of counters goes, for those that do not stay; `at` is when it was last written. */
export function endOf(group: string, at: string): { expiresAt?: number } {
  return group === 'waiting' ? { expiresAt: Math.floor(Date.parse(at) / 1000) + WAITING_KEPT } : {};
}

/** Changes the counters of some views; those of a group share an item, so that a move costs few writes whatever it moves between. */
export function counterWrites(
  changes: readonly Counting[],
  { shard, at, condition }: { shard: number; at: string; condition: CounterCondition },
): Write[] {
  const counted = changes.map(({ view, by }) => ({ ...partsOf(view), by }));
  const groups = Map.groupBy(counted, ({ group, of }) => `${group}/${of}`);
  return [...groups.values()].flatMap((together): Write[] => {
    const [first] = together;
    if (!first) return [];
    const { group, of } = first;
    const { expiresAt } = endOf(group, at);
    return [
      {
        Update: {
          Key: tallyKey(group, of, shard),
          UpdateExpression: `ADD ${together.map((_, index) => `#n${index} :n${index}`).join(', ')}${
            expiresAt === undefined ? '' : ' SET expiresAt = :expires'
          }`,
          ConditionExpression: condition.expression,
          ExpressionAttributeNames: Object.fromEntries(
            together.map(({ name }, index) => [`#n${index}`, name]),
          ),
          ExpressionAttributeValues: {
            ...condition.values,
            ...Object.fromEntries(together.map(({ by }, index) => [`:n${index}`, by])),
            ...(expiresAt !== undefined && { ':expires': expiresAt }),
          },
        },
      },
    ];
  });
}

/** The counters of an item by their names; its keys, its end and when it was recounted are none. */
export function countersIn({
  pk: _,
  sk: __,
  expiresAt: ___,
  recountedTo: ____,
  ...counters
}: Item): [string, number][] {
  return Object.entries(counters).map(([name, count]) => [name, z.number().parse(count)]);
}
