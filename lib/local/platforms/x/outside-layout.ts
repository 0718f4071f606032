import { type Html, html } from '../outside-html.ts';
import { chat } from './outside-chat.ts';
import { avatar, BASE, badge, button, link, short, type Visit } from './outside-parts.ts';
import { timeline } from './outside-timeline.ts';
import type { Person } from './people.ts';
import type { Platform } from './platform.ts';

/** The whole document. What changes is in `view`, which the script fetches again. */
export function layout(platform: Platform, query: URLSearchParams): Html {
  const visit = readVisit(platform, query);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>X as ${visit?.viewer.name ?? 'nobody'} (simulated)</title>
<link rel="stylesheet" href="${BASE}/style.css">
<link rel="icon" href="data:,">
<script type="module" src="${BASE}/client.js"></script>
</head>
<body>
${visit && header(visit)}
<p id="problem" class="notice bad" role="alert" hidden></p>
<main id="view" class="wrap" data-source="${BASE}/view">${view(platform, query)}</main>
</body>
</html>`;
}

/** The part of the page that changes. */
export function view(platform: Platform, query: URLSearchParams): Html {
  const visit = readVisit(platform, query);
  if (!visit)
    return html`<p class="notice">Nobody is on this X yet. Start the desk with an X account, then load this again.</p>`;
  return html`${notices(visit)}${profile(visit)}${visit.screen === 'messages' ? chat(visit) : timeline(visit)}`;
}

function readVisit(platform: Platform, query: URLSearchParams): Visit | undefined {
  const { people } = platform.world;
  const viewer = people.get(query.get('person') ?? '') ?? people.customers()[0];
  if (!viewer) return undefined;
  const screen = query.get('screen') === 'messages' ? 'messages' : 'timeline';
  const other = people.get(query.get('with') ?? '');
  const fits = other && other.ours !== viewer.ours;
  return {
    platform,
    viewer,
    screen,
    postId: query.get('post') ?? undefined,
    other: fits ? other : undefined,
  };
}

function header(visit: Visit): Html {
  const { people } = visit.platform.world;
  const option = (person: Person, label: string) =>
    html`<option value="${person.id}" ${person.id === visit.viewer.id && html`selected`}>${label}</option>`;
  const tab = (screen: Visit['screen'], label: string) =>
    html`<a class="tab" href="${link(visit, { screen })}" ${visit.screen === screen && html`aria-current="page"`}>${label}</a>`;
  return html`<header class="bar"><div class="wrap">
<h1 class="brand"><svg viewBox="0 0 24 24" role="img" aria-label="X"><path d="M4 4l16 16M20 4L4 20"/></svg><span class="tag">simulated</span></h1>
<form class="who" data-auto method="get" action="${BASE}/"><input type="hidden" name="screen" value="${visit.screen}">
<label><span class="sr">Act as</span><select name="person">${people.customers().map((one) => option(one, one.name))}${people.ours().map((one) => option(one, `Staff of ${one.name}`))}</select></label>
<noscript><button>Go</button></noscript></form>
<nav class="tabs" aria-label="Screens">${tab('timeline', 'Posts')}${tab('messages', 'Messages')}</nav>
</div></header>`;
}

/** Who the viewer is on this X, with the two things that change how he can be reached. */
function profile(visit: Visit): Html {
  const { viewer } = visit;
  const { people } = visit.platform.world;
  const dms = viewer.dmsClosed
    ? {
        path: `/people/${viewer.id}`,
        fields: { dmsClosed: 'false' },
        label: 'Open DMs',
        title: 'Take direct messages again',
      }
    : {
        path: `/people/${viewer.id}`,
        fields: { dmsClosed: 'true' },
        label: 'Close DMs',
        title: 'Take no direct messages',
      };
  const blocks = people.ours().map((account) => {
    const blocked = people.blocks(viewer.id, account.id);
    const label = `${blocked ? 'Unblock' : 'Block'} @${account.handle}`;
    return button(visit, {
      path: blocked ? '/blocks/delete' : '/blocks',
      fields: { accountId: account.id },
      label,
      title: label,
      look: 'pill',
    });
  });
  return html`<section class="me">${avatar(viewer, 'large')}<div class="grow"><p><strong class="name">${viewer.name}</strong>${badge(viewer)} <span class="muted">@${viewer.handle}</span></p>
<p class="muted small-text"><b>${short(viewer.followers)}</b> followers${viewer.dmsClosed && ' · takes no DMs'}${viewer.description && ` · ${viewer.description}`}</p></div>
${!viewer.ours && html`<div class="switches">${button(visit, { ...dms, look: 'pill' })}${blocks}</div>`}</section>`;
}

function notices(visit: Visit): Html {
  const { deliveryStore, webhooks } = visit.platform;
  const { pending, problem } = deliveryStore.status();
  const invalid = webhooks.all().some((webhook) => !webhook.valid);
  return html`${invalid && html`<p class="notice bad">X has given the desk's webhook up, because it answered a challenge wrongly. The desk hears nothing until it is validated again.</p>`}${
    problem !== null &&
    html`<p class="notice">${pending === 1 ? 'One event waits' : `${pending} events wait`} for the desk. ${problem} Delivery is tried again.</p>`
  }`;
}
