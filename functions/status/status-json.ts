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
  const view = viewBelow(site.url);
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

function viewBelow(url: string) {
  return ({ version: _, plannedBy: __, updates, ...entry }: StatusEntry) => ({
    ...entry,
    updates: updates.map(({ files, ...update }) => ({
      ...update,
      ...(files && { files: files.map(({ path, ...file }) => ({ ...file, url: `${url}/${path}` })) }),
    })),
  });
}
