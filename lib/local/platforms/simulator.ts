import type { IncomingMessage, ServerResponse } from 'node:http';

/** One API call that a simulator received, in the order of arrival, as `GET /_local/platforms/<platform>/calls` shows it. */
export interface ApiCall {
  /** ISO 8601 instant of arrival. */
  at: string;
  method: string;
  /** Path with its query, access tokens removed. */
  path: string;
  /** Decoded body: JSON as it is, forms as an object, multipart as its field names and sizes. */
  body: unknown;
  /** HTTP status that was answered; 0 when the connection was cut. */
  status: number;
}

/**
 * Makes the next `count` API calls fail on purpose. `status`: answer that HTTP status. `code`: answer the platform's own
 * error with that numeric code. `cut`: do the work, then close the connection without an answer. `latency`: wait that many
 * milliseconds first, then answer as usual.
 */
export interface Fault {
  count: number;
  kind: 'status' | 'code' | 'cut' | 'latency';
  value?: number;
}

/** An account of ours that the simulated platform knows, with the credentials that its API accepts. */
export interface SimulatedAccount {
  /** Page id or X user id. */
  id: string;
  name: string;
  /** X handle without the @; absent on Facebook. */
  handle?: string;
  /** Facebook: page token. X: OAuth 1.0a access token. */
  token: string;
  /** X only: OAuth 1.0a token secret. */
  tokenSecret?: string;
}

export interface SimulatorOptions {
  /** SQLite file that remembers people, posts, messages and calls across restarts; ':memory:' forgets. */
  file: string;
  /** TCP port on 127.0.0.1; 0 takes a free one. */
  port: number;
  /** Address of the desk's webhook for this platform. Deliveries are signed with `appSecret`. */
  webhookUrl: string;
  /** Meta app secret, or X consumer secret. */
  appSecret: string;
  /** X only: OAuth 1.0a consumer key. */
  consumerKey?: string;
  accounts: SimulatedAccount[];
  /** The clock, epoch milliseconds; tests move it. */
  now: () => number;
}

/** A platform as it looks from outside the desk: its API for us, and a person's side for the browser. */
export interface Simulator {
  readonly platform: 'facebook' | 'x';
  /** Base URL of the simulated API, without a trailing slash. */
  readonly url: string;
  calls(): ApiCall[];
  addFault(fault: Fault): void;
  /** Kills the token of an account (`revoked`), lets it expire, or makes it valid again. */
  setToken(accountId: string, state: 'valid' | 'expired' | 'revoked'): void;
  /**
   * Answers a request of the outside world, the person's side of the platform. `path` is what follows
   * `/_local/outside/<platform>`. Returns false when it has nothing at that path.
   */
  outside(request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean>;
  close(): Promise<void>;
}

export type StartSimulator = (options: SimulatorOptions) => Promise<Simulator>;
