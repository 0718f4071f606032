import type { Simulator, SimulatorOptions } from '../simulator.ts';

/** How this X behaves where the real one differs between developer tiers or where a test wants the rarer case. */
export interface XSettings {
  /**
   * Which generation of webhook body is sent: X Activity API, the deprecated Account Activity API, or both to the same
   * URL, as an app has it that is subscribed twice.
   */
  envelope: 'xaa' | 'aaa' | 'both';
  /** Sends every webhook twice. X documents that duplicates happen; the copies differ in their `event_uuid`. */
  duplicates: boolean;
  /** Enterprise apps may reply without having been summoned, quote, and like. */
  enterprise: boolean;
  /** The webhook about a post of ours arrives before `POST /2/tweets` has answered. */
  ownEventFirst: boolean;
  /** The webhook and all subscriptions exist from the start; false leaves registration to the desk. */
  registered: boolean;
  /** Hands out texts as they were typed, without shortened links and HTML entities. */
  plainText: boolean;
  /** Milliseconds within which the same text by the same account is refused. */
  duplicateWindow: number;
  /** Weighted characters of a post: 280, or 25,000 for a Premium account. */
  textLimit: number;
  /** Calls per 15 minutes by endpoint, such as `{ 'POST /2/tweets': 3 }`, in place of the documented number. */
  limits: Readonly<Record<string, number>>;
  /** Milliseconds before the second attempt of a webhook delivery; each further wait doubles up to 64 times this. */
  retryDelay: number;
}

export const defaultSettings: XSettings = {
  envelope: 'xaa',
  duplicates: false,
  enterprise: false,
  ownEventFirst: true,
  registered: true,
  plainText: false,
  duplicateWindow: 10 * 60_000,
  textLimit: 280,
  limits: {},
  retryDelay: 500,
};

export interface XOptions extends SimulatorOptions {
  settings?: Partial<XSettings>;
}

export interface XSimulator extends Simulator {
  /** Changes settings of the running simulator; the rest stays as it is. */
  configure(settings: Partial<XSettings>): void;
}
