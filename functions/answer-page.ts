import type { ExpertQuestion } from './domain/expert-question-schema.ts';
import { type Html, html } from './mail/html.ts';

/** What the page of a question to an expert shows. */
export type AnswerPage =
  | { kind: 'question'; question: ExpertQuestion; isEmpty?: boolean; said?: string }
  | { kind: 'answered' }
  | { kind: 'unknown' };

const style =
  'body{margin:0 auto;max-width:40rem;padding:1.25rem;font:1.0625rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere;color-scheme:light dark}h1{font-size:1.375rem}blockquote{margin:0 0 1rem;padding:0 0 0 .75rem;border-left:4px solid #888;white-space:pre-wrap}label{display:block;font-weight:600}textarea{box-sizing:border-box;width:100%;min-height:10rem;margin:.5rem 0 1rem;padding:.75rem;font:inherit}button{min-height:3rem;padding:0 1.5rem;font:inherit;font-weight:600}.error{color:#b00020}@media(prefers-color-scheme:dark){.error{color:#ff8a95}}';

/** The page as HTML: made for a phone, without a script, and with nothing that is loaded from elsewhere. */
export function answerPage(shown: AnswerPage): string {
  const title = titles[shown.kind];
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${style}</style></head>
<body>
<main>
<h1>${title}</h1>
${contentOf(shown)}
</main>
</body>
</html>
`.toString();
}

const titles: Record<AnswerPage['kind'], string> = {
  question: 'A colleague asks you',
  answered: 'Thank you',
  unknown: 'This link is not good any more',
};

function contentOf(shown: AnswerPage): Html {
  if (shown.kind === 'answered')
    return html`<p>Your answer is with your colleague, who will tell the customer.</p>`;
  if (shown.kind === 'unknown')
    return html`<p>It may be too old, or cut off by a mail program. Please ask your colleague for a new one.</p>`;
  const { question, isEmpty, said = '' } = shown;
  const problem = isEmpty
    ? [html`<p class="error" id="problem" role="alert">Please write an answer first.</p>`]
    : [];
  return html`<p>${question.askedBy.name} would like to know:</p>
<blockquote>${question.text}</blockquote>
<form method="post">
<label for="answer">Your answer</label>
${problem}
<textarea id="answer" name="answer" required maxlength="20000">${said}</textarea>
<button type="submit">Send the answer</button>
</form>
<p>The customer does not see what you write here.</p>`;
}
