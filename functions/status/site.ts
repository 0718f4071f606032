import type { Component, ComponentDay, ComponentState } from '../domain/component.ts';
import type { StatusEntry } from '../domain/status-entry.ts';

/** How many days of each component are shown. */
export const DAYS_SHOWN = 90;

/** Whose page it is, and where. */
export interface Site {
  /** The company's name as its customers know it; undefined until somebody says. */
  name: string | undefined;
  /** Address of the page, without a slash at the end. */
  url: string;
}

/** Everything that the status page shows, worked out for an instant. */
export interface StatusBoard {
  site: Site;
  state: ComponentState;
  components: (Component & { state: ComponentState; uptime: number; days: ComponentDay[] })[];
  /** What is broken now, the worst first. */
  open: StatusEntry[];
  /** Work that is under way or to come, the next first. */
  maintenance: StatusEntry[];
  /** News that are still new, the latest first. */
  announcements: StatusEntry[];
  /** What is over, the latest first. */
  past: StatusEntry[];
}
