import * as z from 'zod/mini';

const BatchResponse = z.nullish(
  z.object({
    batchItemFailures: z.nullish(z.array(z.object({ itemIdentifier: z.string().check(z.minLength(1)) }))),
  }),
);

/**
 * The items that a function reported as failed, out of those that it was given. As in Lambda: an empty or missing report means
 * that all went well; an answer of another form, or an identifier that was not in the batch, means that all failed.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export function failedItems(answer: unknown, identifiers: string[]): Set<string> {
  const response = BatchResponse.safeParse(answer);
  if (!response.success) return new Set(identifiers);
  const failed = (response.data?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  const known = new Set(identifiers);
  return new Set(failed.every((id) => known.has(id)) ? failed : identifiers);
}
