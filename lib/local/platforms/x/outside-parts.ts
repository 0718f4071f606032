import { type Html, html } from '../outside-html.ts';
import type { Person } from './people.ts';
import type { Platform } from './platform.ts';

/** Where the pages live on the desk's own address. */
export const BASE = '/_local/outside/x';

/** Whose eyes a page is made for, and what it shows. */
export interface Visit {
  platform: Platform;
  viewer: Person;
  screen: 'timeline' | 'messages';
  /** Post whose conversation alone is shown. */
  postId?: string;
  /** The other side of the direct messages. */
  other?: Person;
}

export function link(
  visit: Visit,
  change: { screen?: Visit['screen']; post?: string; with?: string },
): string {
  const query = new URLSearchParams({ person: visit.viewer.id, screen: change.screen ?? visit.screen });
  if (change.post) query.set('post', change.post);
  if (change.with) query.set('with', change.with);
  return `${BASE}/?${query}`;
}

export function avatar(person: Person, size = ''): Html {
  return html`<img class="avatar ${size}" src="${BASE}/avatars/${person.id}.svg" alt="" loading="lazy">`;
}

/** Name, mark and handle as X writes them beside a post. */
export function byline(person: Person): Html {
  return html`<strong class="name">${person.name}</strong>${badge(person)} <span class="muted handle">@${person.handle}</span>`;
}

export function badge(person: Person): Html | false {
  if (person.verified === 'none') return false;
  const word = person.verified === 'business' ? 'Verified organisation' : 'Verified account';
  return html`<svg class="badge ${person.verified}" viewBox="0 0 24 24" role="img" aria-label="${word}"><path d="M12 1.5l2.6 2 3.2-.3 1.3 3 2.7 1.8-.6 3.2 1.3 3-2.2 2.3-.2 3.3-3.2.8-1.9 2.6-3-1.2-3 1.2-1.9-2.6-3.2-.8-.2-3.3L1.5 14l1.3-3-.6-3.2 2.7-1.8 1.3-3 3.2.3z"/><path class="tick" d="M7.8 12.2l2.9 2.9 5.6-6"/></svg>`;
}

/** The browser rewrites it in its own time zone. */
export function moment(instant: number): Html {
  const iso = new Date(instant).toISOString();
  return html`<time datetime="${iso}">${iso.slice(0, 16).replace('T', ' ')} UTC</time>`;
}

/** A form that does one thing for the viewer when its button is pressed. */
export function button(
  visit: Visit,
  act: { path: string; fields?: Record<string, string>; label: Html | string; title: string; look?: string },
): Html {
  const fields = Object.entries({ person: visit.viewer.id, ...act.fields });
  return html`<form method="post" action="${BASE}${act.path}" class="inline">${fields.map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<button class="${act.look ?? 'act'}" title="${act.title}">${act.label}${typeof act.label !== 'string' && html`<span class="sr"> ${act.title}</span>`}</button></form>`;
}

/** 51200 as 51.2K. */
export function short(count: number): string {
  return new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 }).format(count);
}

const PATHS: Readonly<Record<string, string>> = {
  reply: 'M4 5h16v11H11l-5 4v-4H4z',
  repost: 'M4 9l3-3 3 3M7 6v9a2 2 0 0 0 2 2h5M20 15l-3 3-3-3M17 18V9a2 2 0 0 0-2-2h-5',
  like: 'M12 20s-7.5-4.6-7.5-10A4.2 4.2 0 0 1 12 7.3 4.2 4.2 0 0 1 19.5 10C19.5 15.4 12 20 12 20z',
  quote: 'M5 19l1-4L16 5l3 3L9 18zM14 7l3 3',
  photo: 'M4 7h4l2-2h4l2 2h4v12H4zM12 16a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z',
  delete: 'M5 7h14M9 7V5h6v2M7 7l1 12h8l1-12',
};

/** A line drawing of an action; whoever uses it names it. */
export function icon(name: string): Html {
  const filled = name === 'liked' ? 'filled' : '';
  return html`<svg class="icon ${filled}" viewBox="0 0 24 24" aria-hidden="true"><path d="${PATHS[name === 'liked' ? 'like' : name] ?? ''}"/></svg>`;
}
