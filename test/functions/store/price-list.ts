/**
 * What AWS asks in us-east-1, in US dollars, without any free tier. Source: the price pages of each service, read in November 2026.
 */
export const prices = {
  writeUnit: 0.625 / 1e6,
  readUnit: 0.125 / 1e6,
  httpRequest: 1 / 1e6,
  standardQueueRequest: 0.4 / 1e6,
  fifoQueueRequest: 0.5 / 1e6,
  invocation: 0.2 / 1e6,
  /** arm64. */
  gigabyteSecond: 0.0000133334,
  event: 1 / 1e6,
  mail: 0.1 / 1000,
  logGigabyte: 0.5,
  secretMonth: 0.4,
  alarmMonth: 0.1,
} as const;

/** What AWS gives for nothing each month, for as long as the account is there. */
export const allowances = { alarms: 10, queueRequests: 1e6, invocations: 1e6 } as const;

/** Lambda asks a queue with five pollers, each of which waits up to 20 seconds for an answer, also while nothing is there. */
export const pollsPerQueueMonth = (5 * 30 * 24 * 3600) / 20;
