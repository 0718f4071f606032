import { html } from '../mail/html.ts';

/**
 * How the public pages look. It stands within each page, so that a page is one file that looks right by itself, and the content
 * security policy names it by its hash. No colour carries a meaning that no word does.
 */
export const stylesheet = html`
:root{color-scheme:light dark;
--ground:light-dark(#f6f7f9,#0f1216);--card:light-dark(#fff,#181c22);--line:light-dark(#e2e5ea,#2b313a);
--text:light-dark(#171a1f,#e9ecf1);--soft:light-dark(#5a6472,#a3adba);--link:light-dark(#1d4ed8,#8ab4ff);
--operational:light-dark(#15803d,#4ade80);--maintenance:light-dark(#1d4ed8,#7aa7ff);--degraded:light-dark(#a16207,#facc15);
--partial-outage:light-dark(#c2410c,#fb923c);--major-outage:light-dark(#b91c1c,#f87171)}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
main{max-width:46rem;margin:0 auto;padding:1.25rem 1rem 3rem}
header{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;justify-content:space-between;margin:.25rem 0 1.25rem}
h1{font-size:1.25rem;margin:0;letter-spacing:-.01em}
h2{font-size:1.05rem;margin:2.25rem 0 .75rem}
h3{font-size:1rem;margin:0}
p{margin:.35rem 0}
a{color:var(--link)}
a:focus-visible,button:focus-visible,input:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.button,button{display:inline-block;border:0;border-radius:.6rem;background:#1d4ed8;color:#fff;font:inherit;font-weight:600;padding:.6rem 1.1rem;text-decoration:none;cursor:pointer}
.quiet{background:none;color:var(--link);border:1px solid var(--line)}
.overall{border-radius:1rem;padding:1.1rem 1.25rem;display:flex;gap:.85rem;align-items:center;background:var(--card);border:1px solid var(--line);border-left:.5rem solid var(--of)}
.overall strong{font-size:1.3rem;line-height:1.25;letter-spacing:-.01em}
.dot{flex:none;width:.8rem;height:.8rem;border-radius:50%;background:var(--of);display:inline-block}
.operational{--of:var(--operational)}.maintenance{--of:var(--maintenance)}.degraded{--of:var(--degraded)}
.partial-outage{--of:var(--partial-outage)}.major-outage{--of:var(--major-outage)}
.card{background:var(--card);border:1px solid var(--line);border-radius:1rem;padding:1rem 1.25rem;margin:.75rem 0}
article.card{border-left:.35rem solid var(--of,var(--line))}
.facts{color:var(--soft);font-size:.875rem;margin:.15rem 0 0}
.kind{color:var(--of,var(--soft));font-weight:600}
ol{list-style:none;margin:.85rem 0 0;padding:0}
ol li{padding:.6rem 0 .1rem;border-top:1px solid var(--line)}
ol li+li{margin-top:.5rem}
.words{white-space:pre-line}
.picture{display:block}
img,video{display:block;max-width:100%;height:auto;max-height:min(32rem,80vh);border-radius:.6rem;margin:.6rem 0 .2rem}
.components{padding:0}
.component{padding:.85rem 1.25rem;border-top:1px solid var(--line)}
.component:first-child{border-top:0}
.component>div:first-child{display:flex;gap:1rem;justify-content:space-between;align-items:baseline}
.state{color:var(--of);font-size:.9rem;font-weight:600;white-space:nowrap}
.bars{display:flex;gap:2px;height:1.9rem;margin:.55rem 0 .3rem}
.bars i{flex:1;border-radius:2px;background:var(--of);min-width:0}
.bars .operational{opacity:.55}
.scale{display:flex;justify-content:space-between;color:var(--soft);font-size:.8rem}
.narrow{display:none}
summary{cursor:pointer;color:var(--link);padding:.4rem 0}
label{display:block;font-weight:600;margin:.5rem 0 .3rem}
input{font:inherit;width:100%;padding:.6rem .75rem;border-radius:.6rem;border:1px solid var(--soft);background:var(--ground);color:var(--text);margin-bottom:.85rem}
footer{margin-top:2.5rem;color:var(--soft);font-size:.875rem;border-top:1px solid var(--line);padding-top:1rem}
@media(max-width:38rem){.bars i:nth-child(-n+60),.wide{display:none}.narrow{display:inline}}
@media(forced-colors:active){.dot,.bars i{forced-color-adjust:none}}
`;
