import { localPeople } from './local-people.ts';
import { html } from './platforms/outside-html.ts';

const style = `
:root { color-scheme: light dark }
body { font: 16px/1.5 system-ui, sans-serif; display: grid; place-content: center; min-height: 100vh; margin: 0; background: light-dark(#f2f3f5, #16181c) }
form { background: light-dark(#fff, #22252b); border: 1px solid light-dark(#dde0e5, #3a3f48); border-radius: 12px; padding: 1.5rem; display: grid; gap: .7rem; width: min(22rem, 90vw); box-sizing: border-box }
h1 { font-size: 1.2rem; margin: 0 }
p { margin: 0; color: light-dark(#5b6270, #a6adb9) }
button { font: inherit; padding: .6rem 1rem; border-radius: 8px; border: 1px solid light-dark(#c6cad2, #4a505b); background: none; color: inherit; text-align: left; cursor: pointer }
button:hover, button:focus-visible { border-color: #0b63e5; outline: none }
`;

/** The page that asks who signs in. */
export function signInPage(action: string): string {
  const page = html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sign in · Hark on this machine</title>
<style>${style}</style>
<form method="post" action="${action}">
<h1>Who are you?</h1>
<p>This is the local sign-in: it asks for no password. In AWS it is Cognito.</p>
${localPeople.map(
  ({ role, name, email }) =>
    html`<button name="role" value="${role}">${name} <small>(${role}, ${email})</small></button>\n`,
)}
</form>
</html>`;
  return page.toString();
}

/** Sends the form that ends a session, which the sign-in library makes. */
export function leavingPage(form: string): string {
  const press =
    "document.forms[0].append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'logout', value: 'yes' })); document.forms[0].submit()";
  return `<!doctype html><html lang="en"><title>Signing out</title>${form}<script>${press}</script></html>`;
}
