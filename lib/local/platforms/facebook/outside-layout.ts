import { createHash } from 'node:crypto';
import { type Html, html } from '../outside-html.ts';
import { outsideMessenger } from './outside-messenger.ts';
import { outsidePage } from './outside-page.ts';
import { BASE, type Visit } from './outside-parts.ts';
import { type Actor, allPages, allPeople, findPage, findPerson } from './people.ts';
import type { World } from './world.ts';

/** Events younger than this are simply on their way. */
const LATE_MS = 5_000;

/** The whole document. What changes is in `view`, which the script fetches again. */
export function layout(world: World, query: URLSearchParams): Html {
  const visit = readVisit(world, query);
  const content = view(world, query);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${visit ? `${visit.page.name}, as ${visit.viewer.name}` : 'Facebook'} (simulated)</title>
<link rel="stylesheet" href="${BASE}/style.css">
<link rel="icon" href="data:,">
<script type="module" src="${BASE}/client.js"></script>
</head>
<body>
${visit && header(world, visit)}
<main id="view" data-source="${BASE}/view" data-version="${versionOf(content)}">${content}</main>
<p id="problem" class="notice bad" role="alert" hidden></p>
</body>
</html>`;
}

/** Changes whenever the markup does, so that the browser renders again only what is new. */
export const versionOf = (content: Html): string =>
  createHash('sha1').update(content.toString()).digest('base64url');

/** The page and the Messenger window; a phone shows the one that `screen` names. */
export function view(world: World, query: URLSearchParams): Html {
  const visit = readVisit(world, query);
  if (!visit) {
    return html`<p class="notice">No page is set up yet. Start the desk with a Facebook account, then load this again.</p>`;
  }
  return html`${notices(world, visit)}
<div class="columns show-${visit.screen}">${outsidePage(world, visit)}${outsideMessenger(world, visit)}</div>`;
}

function readVisit(world: World, query: URLSearchParams): Visit | undefined {
  const page = findPage(world.memory, query.get('page') ?? '') ?? allPages(world.memory)[0];
  if (!page) return undefined;
  const wanted = query.get('person') ?? '';
  const viewer =
    wanted === page.id ? page : (findPerson(world.memory, wanted) ?? allPeople(world.memory)[0] ?? page);
  return { page, viewer, screen: query.get('screen') === 'messenger' ? 'messenger' : 'page' };
}

function header(world: World, { page, viewer, screen }: Visit): Html {
  const option = ({ id, name }: Actor, selected: string) =>
    html`<option value="${id}" ${id === selected && html`selected`}>${name}</option>`;
  const tab = (name: Visit['screen'], label: string) => html`<a class="tab"
    href="${BASE}/?page=${page.id}&amp;person=${viewer.id}&amp;screen=${name}"
    ${screen === name && html`aria-current="page"`}>${label}</a>`;
  return html`<header class="bar"><div class="wrap wide">
<h1 class="brand">facebook <span class="tag">simulated</span></h1>
<nav class="tabs" aria-label="Screens">${tab('page', 'Page')}${tab('messenger', 'Messenger')}</nav>
<form class="who" data-auto method="get" action="${BASE}/">
<input type="hidden" name="screen" value="${screen}">
<label><span class="sr">Page</span><select name="page">${allPages(world.memory).map((one) => option(one, page.id))}</select></label>
<label><span class="as">as</span> <select name="person" aria-label="Act as">${allPeople(world.memory).map((one) => option(one, viewer.id))}
<option value="${page.id}" ${viewer.id === page.id && html`selected`}>Staff of ${page.name}</option></select></label>
<noscript><button>Go</button></noscript>
</form></div></header>`;
}

function notices(world: World, { page }: Visit): Html {
  const pending = world.deliveries.pending(LATE_MS);
  return html`${
    !page.subscribed &&
    html`<p class="notice bad">The desk did not take Messenger events for an hour, so it hears nothing more from ${page.name}. It must subscribe again.</p>`
  }${
    pending > 0 &&
    html`<p class="notice">${pending === 1 ? 'One event waits' : `${pending} events wait`} for the desk. Nothing is lost: delivery is tried again.</p>`
  }`;
}
