/**
 * The look that the simulated platforms share: colours for light and dark, type, spacing and the few parts that all of
 * them have. A platform serves this followed by its own rules, and sets `--accent` and `--width`.
 */
export const outsideCss = `
:root {
  color-scheme: light dark;
  --accent: #0b63e5;
  --accent-text: #fff;
  --width: 680px;
  --page: light-dark(#f2f3f5, #16181c);
  --card: light-dark(#fff, #22252b);
  --soft: light-dark(#eef0f3, #31353d);
  --line: light-dark(#dde0e5, #3a3f48);
  --text: light-dark(#15181d, #eceef1);
  --muted: light-dark(#5b6270, #a6adb9);
  --warn: light-dark(#8a4b00, #ffc46b);
  --danger: light-dark(#b3201b, #ff8d85);
  --radius: 12px;
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
h1, h2, h3, p { margin: 0; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
button, select, textarea, input { font: inherit; color: inherit; }
button { border: 0; border-radius: 999px; padding: 8px 16px; background: var(--soft); font-weight: 600; cursor: pointer; }
button:hover { filter: brightness(.95); }
button.primary { background: var(--accent); color: var(--accent-text); }
button.link { background: none; padding: 2px 4px; color: var(--muted); font-size: 13px; }
button.link.danger { color: var(--danger); }
button:disabled { opacity: .5; cursor: default; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
select, textarea, input[type=text] { width: 100%; border: 1px solid var(--line); border-radius: 18px; padding: 8px 14px; background: var(--soft); }
select { width: auto; padding: 6px 10px; border-radius: 999px; }
textarea { resize: none; field-sizing: content; min-height: 38px; max-height: 200px; overflow-wrap: anywhere; }
::placeholder { color: var(--muted); opacity: 1; }
.wrap { max-width: var(--width); margin: 0 auto; padding: 0 12px; }
.bar { position: sticky; top: 0; z-index: 2; background: var(--card); border-bottom: 1px solid var(--line); }
.bar .wrap { display: flex; align-items: center; gap: 12px; min-height: 56px; flex-wrap: wrap; }
.grow { flex: 1; min-width: 0; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: var(--radius); padding: 14px; margin: 12px 0; }
.row { display: flex; gap: 10px; align-items: flex-start; }
.avatar { width: 40px; height: 40px; border-radius: 50%; flex: none; display: block; }
.avatar.small { width: 32px; height: 32px; }
.muted { color: var(--muted); }
.small-text { font-size: 13px; }
.said { white-space: pre-wrap; overflow-wrap: anywhere; }
.tag { display: inline-block; border-radius: 999px; padding: 0 8px; font-size: 12px; background: var(--soft); color: var(--muted); }
.tag.warn { color: var(--warn); }
.notice { margin: 12px 0; padding: 10px 14px; border-radius: var(--radius); background: var(--soft); color: var(--muted); font-size: 13px; }
.notice.bad { color: var(--danger); }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media (prefers-reduced-motion: no-preference) { button { transition: filter .1s; } }
`;
