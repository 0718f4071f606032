import type { StatusEntry } from '../domain/status-entry.ts';
import type { StatusBoard } from './site.ts';
import { overallWords } from './status-words.ts';

/** The page for programs. */
export function statusJson({
  site,
  state,
  components,
  open,
  maintenance,
  announcements,
  past,
}: StatusBoard): string {
  return JSON.stringify({
    page: { name: site.name, url: site.url },
    status: { state, words: overallWords[state] },
    components: components.map(({ uptime, ...component }) => ({
      ...component,
      uptime90Days: Math.round(uptime * 1e6) / 1e6,
      days: component.days.map(({ day, state: ofDay }) => ({ day, state: ofDay })),
    })),
    incidents: open.map(view),
    maintenance: maintenance.map(view),
    announcements: announcements.map(view),
    past: past.map(view),
  });
}

function view({ version: _, ...entry }: StatusEntry) {
  return entry;
}
