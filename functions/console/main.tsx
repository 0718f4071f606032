import './styles/first-load.ts';
import { isSomebodyHere, openSession } from './session/session.ts';

const opening = openSession();
// Who is about to leave for the sign-in page needs nothing of the desk, unless it has to say why they cannot get there.
const wanted = isSomebodyHere() ? Promise.resolve() : opening.then(nothing, nothing);
const root = document.getElementById('root');
if (root)
  void wanted.then(() => import('./shell/open-desk.tsx')).then(({ openDesk }) => openDesk(root, opening));

function nothing(): void {}
