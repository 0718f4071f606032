import { type Html, html } from '../outside-html.ts';
import { avatarOf } from './avatar.ts';
import type { Actor, Page } from './people.ts';

/** Where the person's side of Facebook lives. */
export const BASE = '/_local/outside/facebook';

/** Who looks at which page. `viewer` is a customer, or the page itself: its staff outside the desk. */
export interface Visit {
  page: Page;
  viewer: Actor;
  screen: 'page' | 'messenger';
}

const MINUTE_MS = 60_000;

/** How long ago, in the short words of a feed. */
export function since(now: number, then: number): string {
  const minutes = Math.floor((now - then) / MINUTE_MS);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h`;
  return `${Math.floor(minutes / (24 * 60))} d`;
}

/** The fields of a form that nobody sees. */
export function hiddenFields(fields: Record<string, string>): Html[] {
  return Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
}

/** A box to write in. `id` must stay the same between two renderings: the script keeps drafts by it. */
export function composer(options: {
  action: string;
  id: string;
  viewer: Actor;
  fields: Record<string, string>;
  /** What a screen reader says; `hint` is what the empty box shows. */
  label: string;
  hint: string;
  button: string;
  text?: string;
}): Html {
  const { action, id, viewer, fields, label, hint, button, text } = options;
  return html`<form class="composer row" method="post" action="${BASE}/${action}">${hiddenFields(fields)}
<img class="avatar small" src="${avatarOf(viewer.id, viewer.name)}" alt="">
<label class="grow"><span class="sr">${label}</span><textarea id="${id}" name="text" rows="1" maxlength="8000" required placeholder="${hint}">${text}</textarea></label>
<button class="primary">${button}</button></form>`;
}
