/** The present as an ISO 8601 instant. Everything that needs the time is given this, so that tests can give it another. */
export type WallClock = () => string;

/** The only place in the functions that reads the clock. */
export const wallClock: WallClock = () => new Date().toISOString();
