// The browser's part of the simulated Facebook: sends forms without leaving the page and shows what is new each second.
const view = document.querySelector('#view');
const problem = document.querySelector('#problem');
const POLL_MS = 1000;
const NEAR_END_PX = 80;
let { version } = view.dataset;

/** Fetches the view; `force` also when nothing is new. A hidden tab asks for nothing. */
async function refresh() {
  const url = new URL(view.dataset.source, location.href);
  url.search = location.search;
  url.searchParams.set('version', version);
  const answer = await (await fetch(url)).json();
  if (answer.html !== undefined && answer.version !== version) render(answer.html);
  version = answer.version;
}

/** Replaces the view and keeps what the person was doing: drafts, the caret, open parts, the end of the thread. */
function render(html) {
  const drafts = [...view.querySelectorAll('textarea')].map(({ id, value, defaultValue }) => ({
    id,
    value,
    defaultValue,
  }));
  const open = [...view.querySelectorAll('details[open]')].map(({ id }) => id);
  const ends = [...view.querySelectorAll('[data-stick]')].map(
    (list) => list.scrollHeight - list.scrollTop - list.clientHeight,
  );
  const { id: focused, selectionStart, selectionEnd } = document.activeElement ?? {};
  view.innerHTML = html;
  for (const { id, value, defaultValue } of drafts) {
    const box = document.getElementById(id);
    if (box && value !== defaultValue) box.value = value;
  }
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  const again = focused && document.getElementById(focused);
  if (again && again !== document.activeElement) {
    again.focus({ preventScroll: true });
    if (selectionStart !== undefined) again.setSelectionRange(selectionStart, selectionEnd);
  }
  showEnd(ends);
}

/** Whoever read further up stays as far from the end as before; everybody else sees the newest. */
function showEnd(ends = []) {
  for (const [index, list] of view.querySelectorAll('[data-stick]').entries()) {
    const fromEnd = ends[index] > NEAR_END_PX ? ends[index] : 0;
    list.scrollTop = list.scrollHeight - list.clientHeight - fromEnd;
  }
}

async function submit(form, submitter) {
  const body = new URLSearchParams(new FormData(form, submitter));
  const response = await fetch(form.action, {
    method: 'POST',
    body,
    headers: { accept: 'application/json' },
  });
  problem.hidden = response.ok;
  if (!response.ok) {
    problem.textContent = (await response.json()).error;
    return;
  }
  for (const box of form.querySelectorAll('textarea')) box.value = box.defaultValue;
  form.closest('details')?.removeAttribute('open');
  await refresh();
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post') return;
  event.preventDefault();
  submit(form, event.submitter).catch(explain);
});

document.addEventListener('change', (event) => {
  event.target.closest('form[data-auto]')?.requestSubmit();
});

document.addEventListener('keydown', (event) => {
  const isSend = event.key === 'Enter' && !event.shiftKey && !event.isComposing;
  if (!isSend || !event.target.matches('textarea')) return;
  event.preventDefault();
  event.target.form.requestSubmit();
});

function explain() {
  problem.hidden = false;
  problem.textContent =
    'The simulated Facebook does not answer. Start the desk again; this page then goes on by itself.';
}

async function poll() {
  if (!document.hidden) {
    await refresh().then(() => {
      if (problem.textContent.startsWith('The simulated')) problem.hidden = true;
    }, explain);
  }
  setTimeout(poll, POLL_MS);
}

showEnd();
poll();
