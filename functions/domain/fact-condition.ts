import * as z from 'zod/mini';

/** Something that is known of the customer. */
export interface CustomerFact {
  key: string;
  value: string | number | boolean;
}

/** How a fact is compared with the value of a rule; `is` unless said. */
export const Comparison = z.enum(['is', 'is-not', 'contains', 'at-least', 'at-most']);
export type Comparison = z.infer<typeof Comparison>;

/**
 * What has to be known of the customer. Without a value, any value but “no” will do. `is-not` also holds where nothing is known of it;
 * `at-least` and `at-most` compare numbers, and days such as 2026-11-24, and hold for nothing else.
 */
export const FactCondition = z
  .object({
    key: z.string().check(z.minLength(1), z.maxLength(120)),
    comparison: z.optional(Comparison),
    value: z.optional(z.union([z.string().check(z.maxLength(200)), z.number(), z.boolean()])),
  })
  .check(
    z.refine(({ comparison, value }) => value !== undefined || (comparison ?? 'is') === 'is', {
      path: ['value'],
      error: 'is missing; only “is” can do without one, and then asks whether anything is known',
    }),
    z.refine(
      ({ comparison, value }) =>
        value === undefined ||
        (comparison !== 'at-least' && comparison !== 'at-most') ||
        magnitudeOf(value) !== undefined,
      {
        path: ['value'],
        error: 'is neither a number nor a day such as 2026-11-24, so nothing is above or below it',
      },
    ),
  );
export type FactCondition = z.infer<typeof FactCondition>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Why a condition holds by what is known of a customer, in words; undefined when it does not. */
export function whyFactHolds(
  { key, comparison = 'is', value }: FactCondition,
  customer: readonly CustomerFact[],
): string | undefined {
  if (comparison === 'is-not') {
    const isWanted = customer.some((fact) => fact.key === key && isSame(fact.value, value));
    return isWanted ? undefined : `the customer’s ${key} is not ${value}`;
  }
  const fact = customer.find((one) => one.key === key && holds(one.value, comparison, value));
  return fact && `the customer’s ${key} is ${fact.value}${becauseOf[comparison](value)}`;
}

const becauseOf: Record<Exclude<Comparison, 'is-not'>, (value: FactCondition['value']) => string> = {
  is: () => '',
  contains: (value) => `, which contains “${value}”`,
  'at-least': (value) => `, at least ${value}`,
  'at-most': (value) => `, at most ${value}`,
};

function holds(
  known: CustomerFact['value'],
  comparison: Exclude<Comparison, 'is-not'>,
  value: FactCondition['value'],
): boolean {
  if (value === undefined) return known !== false;
  if (comparison === 'is') return isSame(known, value);
  if (comparison === 'contains') return lower(known).includes(lower(value));
  const [ours, theirs] = [magnitudeOf(value), magnitudeOf(known)];
  if (ours === undefined || theirs === undefined || ours.kind !== theirs.kind) return false;
  return comparison === 'at-least' ? theirs.size >= ours.size : theirs.size <= ours.size;
}

const lower = (value: unknown) => `${value}`.toLowerCase();
const isSame = (known: CustomerFact['value'], value: FactCondition['value']) => lower(known) === lower(value);

/** What can be more or less: a number, or a day. */
function magnitudeOf(value: CustomerFact['value']): { kind: 'number' | 'day'; size: number } | undefined {
  if (typeof value === 'boolean' || `${value}`.trim() === '') return undefined;
  if (DAY.test(`${value}`)) {
    const size = Date.parse(`${value}`);
    return Number.isNaN(size) ? undefined : { kind: 'day', size };
  }
  const size = Number(value);
  return Number.isFinite(size) ? { kind: 'number', size } : undefined;
}
