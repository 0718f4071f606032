import { generateAtomFeed } from 'feedsmith';
import { isUntold, type StatusEntry } from '../domain/status-entry.ts';
import { html } from '../mail/html.ts';
import { mailedFile } from '../mail/mailed-file.ts';
import { manyLines, oneLine } from '../mail/plain-words.ts';
import type { StatusBoard } from './site.ts';
import { kindWords, phaseWords } from './status-words.ts';

/** How many entries the feed has; readers that look once a day miss nothing. */
const ENTRIES = 50;

/** What happened, for programs that people read news with: one entry for each incident, planned work and announcement. */
export function statusFeed({ site, open, maintenance, announcements, past }: StatusBoard): string {
  const entries = [...open, ...maintenance, ...announcements, ...past]
    // What nobody has said a word of is no news yet.
    .filter((entry) => !isUntold(entry))
    .map((entry) => ({ entry, updated: updatedAt(entry) }))
    .sort((a, b) => (a.updated < b.updated ? 1 : -1))
    .slice(0, ENTRIES);
  return generateAtomFeed({
    id: `${site.url}/feed.atom`,
    title: { value: site.name === undefined ? 'Status' : `${oneLine(site.name)} status` },
    // Only what happened moves it, so that the same news are the same file.
    updated: new Date(entries[0]?.updated ?? 0),
    links: [
      { href: `${site.url}/feed.atom`, rel: 'self' },
      { href: site.url, rel: 'alternate' },
    ],
    authors: [{ name: oneLine(site.name ?? 'Status') }],
    entries: entries.map(({ entry, updated }) => ({
      id: `${site.url}#${entry.id}`,
      title: { value: `${kindWords(entry)}: ${oneLine(entry.title)}` },
      published: new Date(entry.startsAt),
      updated: new Date(updated),
      links: [{ href: `${site.url}#${entry.id}`, rel: 'alternate' }],
      content: { type: 'html', value: contentOf(entry, site.url) },
    })),
  });
}

function updatedAt({ startsAt, updates }: StatusEntry): string {
  return updates.at(-1)?.at ?? startsAt;
}

function contentOf({ updates }: StatusEntry, siteUrl: string): string {
  const told = updates.toReversed().map(({ at, phase, text, files = [] }) => {
    const words = manyLines(text)
      .split('\n')
      .map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`));
    return html`<p><strong>${phase === undefined ? at : `${phaseWords[phase]}, ${at}`}</strong><br>${words}</p>${files.map((file) => mailedFile(file, siteUrl).html)}`;
  });
  return html`${told}`.toString();
}
