import * as z from 'zod/mini';

/** What the desk answered instead of what was asked for: a problem document (RFC 9457). Status 0: nothing answered at all. */
export class Problem extends Error {
  readonly status: number;
  /** The members beside the usual ones, such as `code`, `advice` or `messages`. */
  readonly extra: Record<string, unknown>;

  constructor(status: number, detail: string, extra: Record<string, unknown> = {}) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.extra = extra;
  }
}

const Document = z.looseObject({ detail: z.optional(z.string()), message: z.optional(z.string()) });

/** The problem that an answer tells of, whoever wrote it: the API, or the gateway before it. */
export function problemOf(status: number, body: unknown): Problem {
  const { detail, message, ...extra } = Document.safeParse(body).data ?? {};
  return new Problem(status, detail ?? message ?? `The desk answered ${status}.`, extra);
}

/** Whether a path of the API is one that this desk does not have. */
export const isMissing = (error: unknown): boolean => error instanceof Problem && error.status === 404;

/** Whether nothing answered, so that the same request may well succeed later. */
export const isUnreachable = (error: unknown): boolean => error instanceof Problem && error.status === 0;

/** Whether somebody's role does not reach. */
export const isForbidden = (error: unknown): boolean => error instanceof Problem && error.status === 403;
