import type { Deliveries } from './deliveries.ts';
import type { Memory } from './memory.ts';

/** All that an action on the simulated Facebook needs: what it remembers, its clock, and the road back to the desk. */
export interface World {
  readonly memory: Memory;
  readonly deliveries: Deliveries;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly appSecret: string;
}

/** The app id under which the desk's sends are echoed. */
export const APP_ID = 990000000000001;
/** The app id of Meta's own inbox: a person of ours who answers outside the desk. */
export const INBOX_APP_ID = 263902037430900;
