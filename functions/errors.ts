/**
 * The three kinds of failure. Anything else that is thrown is a Retry: SQS delivers again, then the dead-letter queue and its
 * alarm take over.
 */

/** The caller's fault: answered with a 4xx problem, nothing stored. `message` may be shown to the caller. */
export class Reject extends Error {
  override readonly name = 'Reject';
  readonly status: number;
  /** Further members of the problem document, such as the messages that came in meanwhile. */
  readonly extra: Record<string, unknown>;
  /** Headers that the answer has to carry, such as `allow` with a 405. */
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    message: string,
    extra: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ) {
    super(message);
    this.status = status;
    this.extra = extra;
    this.headers = headers;
  }
}

/**
 * Can never succeed, however often it is tried: counted under `reason`, its raw body kept, acknowledged. `reason` is a short
 * constant such as `facebook: unreadable fragment`; it becomes a metric dimension, so it must not contain customers' words.
 */
export class Drop extends Error {
  override readonly name = 'Drop';
  readonly reason: string;

  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}
