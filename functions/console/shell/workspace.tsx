import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { useKeys } from '../commands/use-commands.ts';
import { Inbox } from '../features/inbox/inbox-screen.tsx';
import { useLiveState } from '../live/live-context.ts';
import { desk } from '../words/desk.ts';
import { Boundary } from './boundary.tsx';
import { CommandBar } from './command-bar.tsx';
import { Navigation } from './navigation.tsx';
import { Overlay } from './overlay.tsx';
import { menuOpen, question, toastsWanted } from './overlays.ts';
import { openScreens } from './screens.ts';
import { Empty, Failed, Loading } from './states.tsx';
import { useOnline } from './use-online.ts';
import styles from './workspace.module.css';

const NavigationDrawer = lazy(() => import('./navigation-drawer.tsx'));
const QuestionDialog = lazy(() => import('./question-dialog.tsx'));
const ToastArea = lazy(() => import('./toast-area.tsx'));
const screens = openScreens.map(({ path, load }) => ({ path, Screen: lazy(load) }));

/** The page around every screen: where one can go, whether one is connected, and the screen itself. */
export function Workspace() {
  useKeys();
  return (
    <div className={styles.workspace}>
      <a className={styles.skip} href="#content">
        {desk.skipToContent}
      </a>
      <Connection />
      <nav className={styles.navigation} aria-label={desk.navigation}>
        <Navigation />
      </nav>
      <Overlay when={menuOpen} Part={NavigationDrawer} />
      <Overlay when={question} Part={QuestionDialog} />
      <Overlay when={toastsWanted} Part={ToastArea} />
      <main id="content" className={styles.content} tabIndex={-1}>
        <Boundary
          fallback={(error, reset) => <Failed title={desk.brokenTitle} error={error} onRetry={reset} />}
        >
          <Suspense fallback={<Loading />}>
            <Switch>
              <Route path="/">
                <Redirect to="/inbox/unanswered" replace />
              </Route>
              <Route path="/inbox/:view">
                <Inbox />
              </Route>
              <Route path="/conversations/:id">
                <Inbox />
              </Route>
              {screens.map(({ path, Screen }) => (
                <Route key={path} path={path}>
                  <Screen />
                </Route>
              ))}
              <Route>
                <Empty whole title={desk.notFoundTitle} text={desk.notFoundText} />
              </Route>
            </Switch>
          </Suspense>
        </Boundary>
      </main>
      <CommandBar />
    </div>
  );
}

/** Says when what is shown may be old. */
function Connection() {
  const online = useOnline();
  const live = useLiveState();
  if (online && live !== 'lost') return null;
  return (
    <div className={styles.banner} role="status">
      {online ? desk.reconnecting : desk.offline}
    </div>
  );
}
