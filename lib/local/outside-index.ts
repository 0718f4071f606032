import { html } from './platforms/outside-html.ts';

/** The door to the outside world: which platform to be a customer on. It is whole in itself, without script. */
export function outsideIndex(): string {
  return `<!doctype html>${html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>The outside world</title>
    </head>
    <body
      style="margin:0 auto;max-width:36rem;padding:3rem 1.25rem;font:1.0625rem/1.5 system-ui,sans-serif"
    >
      <h1 style="font-size:1.5rem">The outside world</h1>
      <p>
        Here you are a customer. Choose a platform and a person, say something to Larkspur Supply, and watch
        what the desk makes of it.
      </p>
      <ul style="line-height:2">
        <li><a href="/_local/outside/facebook/">Facebook: the page and Messenger</a></li>
        <li><a href="/_local/outside/x/">X: the timeline and messages</a></li>
      </ul>
      <p>The desk's side: <a href="/_local/mails.html">the mails that it sent</a>.</p>
    </body>
  </html>`}`;
}
