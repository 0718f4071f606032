// The browser's part of the simulated X: asks once a second what is new, and sends forms without leaving the page.
const view = document.querySelector('#view');
const problem = document.querySelector('#problem');
const EVERY = 1000;
const UNREACHABLE =
  'The simulated X does not answer. Start the desk again; this page then goes on by itself.';
let version = '';

/** Draws the view anew when something changed. */
async function refresh() {
  const url = new URL(view.dataset.source, location.href);
  url.search = location.search;
  url.searchParams.set('version', version);
  const response = await fetch(url);
  if (!response.ok) throw new Error(String(response.status));
  const answer = await response.json();
  if (problem.textContent === UNREACHABLE) tell('');
  if (answer.html === undefined) return;
  version = answer.version;
  keepingDrafts(() => {
    view.innerHTML = answer.html;
  });
  settle();
}

/** What was being written, which boxes were open and where the caret was outlive a redraw. */
function keepingDrafts(redraw) {
  const texts = [...view.querySelectorAll('textarea')].filter((box) => box.value !== box.defaultValue);
  const drafts = texts.map((box) => [box.id, box.value]);
  const ticks = [...view.querySelectorAll('input:checked')].map((box) => box.id);
  const open = [...view.querySelectorAll('details[open]')].map((details) => details.id);
  const { id, selectionStart, selectionEnd } = document.activeElement ?? {};
  redraw();
  for (const [draft, value] of drafts) {
    const box = document.getElementById(draft);
    if (box) box.value = value;
  }
  for (const tick of ticks) document.getElementById(tick)?.setAttribute('checked', '');
  for (const one of open) document.getElementById(one)?.setAttribute('open', '');
  const focused = id && document.getElementById(id);
  if (!focused) return;
  focused.focus({ preventScroll: true });
  if (typeof selectionStart === 'number') focused.setSelectionRange(selectionStart, selectionEnd);
}

/** Times in the reader's own zone, counters, and the end of a conversation in sight. */
function settle() {
  const today = new Date().toDateString();
  for (const time of document.querySelectorAll('time')) {
    const date = new Date(time.dateTime);
    const clock = { hour: '2-digit', minute: '2-digit' };
    const format = date.toDateString() === today ? clock : { day: 'numeric', month: 'short', ...clock };
    time.textContent = date.toLocaleString([], format);
  }
  for (const box of view.querySelectorAll('textarea[data-limit]')) count(box);
  for (const list of view.querySelectorAll('[data-stick]')) list.scrollTop = list.scrollHeight;
  for (const form of view.querySelectorAll('form[data-now]')) if (!document.hidden) form.requestSubmit();
}

/** A rough count; X's own weighing happens when the post is sent. */
function count(box) {
  const left = Number(box.dataset.limit) - [...box.value.normalize('NFC')].length;
  const counter = box.form.querySelector('.counter');
  counter.textContent = box.value === '' ? '' : String(left);
  counter.classList.toggle('over', left < 0);
}

function tell(message) {
  problem.textContent = message;
  problem.hidden = message === '';
}

async function submit(form) {
  const body = new URLSearchParams(new FormData(form));
  const response = await fetch(form.action, {
    method: 'POST',
    body,
    headers: { accept: 'application/json' },
  });
  if (!response.ok) {
    tell((await response.json()).error);
    return;
  }
  tell('');
  form.reset();
  form.closest('details')?.removeAttribute('open');
  await refresh();
}

document.addEventListener('submit', (event) => {
  if (event.target.method !== 'post') return;
  event.preventDefault();
  submit(event.target).catch(() => tell(UNREACHABLE));
});

document.addEventListener('change', (event) => {
  event.target.closest('form[data-auto]')?.requestSubmit();
});

document.addEventListener('input', (event) => {
  if (event.target.matches('textarea[data-limit]')) count(event.target);
});

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.isComposing || !event.target.matches('textarea')) return;
  const sends = 'enter' in event.target.dataset ? !event.shiftKey : event.ctrlKey || event.metaKey;
  if (!sends) return;
  event.preventDefault();
  event.target.form.requestSubmit();
});

view.addEventListener(
  'toggle',
  (event) => {
    if (!event.target.open) return;
    const box = event.target.querySelector('textarea');
    if (box && !view.contains(document.activeElement?.closest('textarea'))) {
      box.focus();
      box.setSelectionRange(box.value.length, box.value.length);
    }
  },
  true,
);

/** A hidden tab asks for nothing. */
async function poll() {
  if (!document.hidden) await refresh().catch(() => tell(UNREACHABLE));
  setTimeout(poll, EVERY);
}

settle();
poll();
