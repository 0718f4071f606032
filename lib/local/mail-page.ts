import type { CaughtMail } from './mail.ts';
import { html } from './platforms/outside-html.ts';

const style = `
:root { color-scheme: light dark; --line: light-dark(#dde0e5, #3a3f48); --muted: light-dark(#5b6270, #a6adb9); --card: light-dark(#fff, #22252b) }
body { font: 15px/1.45 system-ui, sans-serif; margin: 0 auto; max-width: 860px; padding: 1rem; background: light-dark(#f2f3f5, #16181c) }
h1 { font-size: 1.3rem }
details { background: var(--card); border: 1px solid var(--line); border-radius: 10px; margin: .6rem 0; padding: .7rem 1rem }
summary { cursor: pointer; display: flex; flex-wrap: wrap; gap: .2rem 1rem; justify-content: space-between }
summary strong { flex: 1 1 60% }
.muted { color: var(--muted) }
iframe { width: 100%; height: 60vh; border: 1px solid var(--line); border-radius: 6px; background: #fff; margin-top: .8rem }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border-top: 1px solid var(--line); padding-top: .8rem }
`;

/** The caught mails as a page, newest first. A mail's HTML is shown in a frame that may run and load nothing of ours. */
export function mailPage(mails: CaughtMail[]): string {
  const page = html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="15">
<title>${mails.length} caught mails · Hark</title>
<style>${style}</style>
<h1>Caught mails</h1>
<p class="muted">${mails.length === 0 ? 'No mail yet. This page looks again every 15 seconds.' : 'Newest first. Nothing left this machine.'}</p>
${mails.toReversed().map(mailEntry)}
</html>`;
  return page.toString();
}

function mailEntry({ to, subject, text, html: body, headers, sentAt }: CaughtMail, index: number) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return html`<details${index === 0 ? html` open` : ''}>
<summary><strong>${subject}</strong><span class="muted">${to}</span><time class="muted" datetime="${sentAt}">${sentAt}</time></summary>
${body !== '' && html`<iframe sandbox title="${subject}" srcdoc="${body}"></iframe>`}
${lines.length > 0 && html`<details><summary class="muted">Header lines</summary><pre>${lines.join('\n')}</pre></details>`}
<details><summary class="muted">Text part</summary><pre>${text}</pre></details>
</details>`;
}
