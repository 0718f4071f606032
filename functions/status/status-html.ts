import type { ComponentDay } from '../domain/component.ts';
import type { PublicFile } from '../domain/public-file.ts';
import type { StatusEntry } from '../domain/status-entry.ts';
import { type Html, html } from '../mail/html.ts';
import { manyLines, oneLine } from '../mail/plain-words.ts';
import { sizeWords } from '../mail/size-words.ts';
import { spanWords } from '../mail/time-words.ts';
import { publicPage } from './public-page.ts';
import type { StatusBoard } from './site.ts';
import {
  dayWords,
  kindWords,
  momentWords,
  overallWords,
  percentWords,
  phaseWords,
  stateWords,
} from './status-words.ts';

/** How many past entries stand open; the others are folded away. */
const RECENT = 5;

type ComponentRow = StatusBoard['components'][number];

/** The status page: everything on one file, readable without a script, a picture or a second request. */
export function statusHtml(board: StatusBoard): string {
  const { site, state, components, open, maintenance, announcements, past } = board;
  const names = new Map(components.map(({ id, name }) => [id, name]));
  const words = overallWords[state];
  const cards = (title: string, entries: StatusEntry[]) =>
    entries.length === 0
      ? []
      : [html`<h2>${title}</h2>\n`, ...entries.map((entry) => entryHtml(entry, names))];
  return publicPage(
    {
      title: site.name === undefined ? words : `${words} · ${oneLine(site.name)} status`,
      name: site.name,
      statusPath: '/status',
    },
    [
      html`<p class="overall ${state}"><span class="dot"></span><strong>${words}</strong></p>\n`,
      ...cards('Now', open),
      ...cards('Planned work', maintenance),
      ...cards('News', announcements),
      ...componentsHtml(components),
      html`<h2>Before</h2>\n`,
      ...pastHtml(past, names),
      html`<footer><p>All times are in UTC. <a href="/status/feed.atom">Feed</a> · <a href="/status.json">JSON</a></p></footer>`,
    ],
  );
}

function componentsHtml(components: ComponentRow[]): Html[] {
  const groups = [...new Set(components.map(({ group }) => group))];
  return groups.flatMap((group) => [
    html`<h2>${group ?? (groups.length > 1 ? 'Everything else' : 'Services')}</h2>\n`,
    html`<div class="card components">${components.filter((one) => one.group === group).map(componentHtml)}</div>\n`,
  ]);
}

function componentHtml({ name, description, state, uptime, days }: ComponentRow): Html {
  const bad = days.filter((day) => day.state !== 'operational').length;
  const summary = `The last ${days.length} days: ${bad === 0 ? 'nothing happened' : `something happened on ${bad}`}, up ${percentWords(uptime)} of the time`;
  return html`<section class="component ${state}">
<div><h3>${oneLine(name)}</h3><span class="state">${stateWords[state]}</span></div>
${description === undefined ? html`` : html`<p class="facts">${oneLine(description)}</p>\n`}<div class="bars" role="img" aria-label="${summary}">${days.map(dayHtml)}</div>
<div class="scale"><span><span class="wide">90</span><span class="narrow">30</span> days ago</span><span>${percentWords(uptime)} up</span><span>today</span></div>
</section>
`;
}

function dayHtml({ day, state, titles }: ComponentDay): Html {
  const what = titles.length === 0 ? stateWords.operational : titles.map(oneLine).join('; ');
  return html`<i class="${state}" title="${`${dayWords(day)}: ${what}`}"></i>`;
}

function entryHtml(entry: StatusEntry, names: ReadonlyMap<string, string>): Html {
  const { title, updates } = entry;
  return html`<article class="card ${lookOf(entry)}" id="${entry.id}">
<h3>${oneLine(title)}</h3>
<p class="facts"><span class="kind">${kindWords(entry)}</span> · ${factsOf(entry, names)}</p>
${updates.length === 0 ? html`` : html`<ol>${updates.toReversed().map(updateHtml)}</ol>`}
</article>
`;
}

function updateHtml({ at, phase, text, files = [] }: StatusEntry['updates'][number]): Html {
  return html`<li><p class="facts">${phase === undefined ? html`` : html`<strong>${phaseWords[phase]}</strong> · `}${timeHtml(at)}</p>
<p class="words">${manyLines(text)}</p>
${files.map(fileHtml)}</li>
`;
}

/** A film is loaded by who plays it, and can be saved by who cannot. */
function fileHtml({ type, path, size, alt = '' }: PublicFile): Html {
  const url = `/status/${path}`;
  const words = oneLine(alt);
  if (type === 'image')
    return html`<a class="picture" href="${url}"><img src="${url}" alt="${words === '' ? 'Picture' : words}" loading="lazy"></a>\n`;
  const howLarge = size === undefined ? '' : `, ${sizeWords(size)}`;
  return html`<video controls playsinline preload="metadata" src="${url}" aria-label="${words === '' ? 'Film' : words}"></video>
<p class="facts"><a href="${url}">Film${words === '' ? '' : `: ${words}`}${howLarge}</a></p>
`;
}

function factsOf(
  { kind, startsAt, endsAt, affected }: StatusEntry,
  names: ReadonlyMap<string, string>,
): Html[] {
  const known = affected.flatMap((id) => names.get(id) ?? []).map(oneLine);
  const when =
    kind === 'incident' && endsAt !== undefined
      ? html`${timeHtml(startsAt)}, for ${spanWords((Date.parse(endsAt) - Date.parse(startsAt)) / 1000)}`
      : kind === 'maintenance' && endsAt !== undefined
        ? html`${timeHtml(startsAt)} to ${timeHtml(endsAt)}`
        : html`${kind === 'announcement' ? '' : 'since '}${timeHtml(startsAt)}`;
  return known.length === 0 ? [when] : [html`${known.join(', ')} · `, when];
}

function pastHtml(past: StatusEntry[], names: ReadonlyMap<string, string>): Html[] {
  if (past.length === 0) return [html`<p class="facts">Nothing happened in the last 90 days.</p>\n`];
  const older = past.slice(RECENT);
  const folded = html`<details><summary>${`${older.length}`} more in the last 90 days</summary>
${older.map((entry) => entryHtml(entry, names))}</details>
`;
  return [
    ...past.slice(0, RECENT).map((entry) => entryHtml(entry, names)),
    ...(older.length > 0 ? [folded] : []),
  ];
}

/** The colour of an entry: that of what it does to components. */
function lookOf({ kind, severity }: StatusEntry): string {
  if (kind !== 'incident') return kind === 'maintenance' ? 'maintenance' : '';
  return { minor: 'degraded', major: 'partial-outage', critical: 'major-outage' }[severity ?? 'minor'];
}

function timeHtml(instant: string): Html {
  return html`<time datetime="${instant}">${momentWords(instant)}</time>`;
}
