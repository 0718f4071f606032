import { NativeSelect } from '@mantine/core';
import { type ComponentType, lazy, Suspense } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { may, useDesk } from '../../session/desk-context.ts';
import { Page } from '../../shell/page.tsx';
import { Empty, Loading } from '../../shell/states.tsx';
import { desk } from '../../words/desk.ts';
import { settings as words } from '../../words/settings.ts';
import own from './settings.module.css';

type PartName = keyof typeof words.parts;

/** The parts, in the order in which they are listed. */
const parts: [PartName, ComponentType][] = [
  ['policies', lazy(() => import('./policies-part.tsx'))],
  ['calendars', lazy(() => import('./calendars-part.tsx'))],
  ['teams', lazy(() => import('./teams-part.tsx'))],
  ['routing', lazy(() => import('./routing-part.tsx'))],
  ['duty', lazy(() => import('./duty-part.tsx'))],
  ['replies', lazy(() => import('./replies-part.tsx'))],
  ['templates', lazy(() => import('./templates-part.tsx'))],
  ['tags', lazy(() => import('./tags-part.tsx'))],
  ['directory', lazy(() => import('./directory-part.tsx'))],
  ['vips', lazy(() => import('./vips-part.tsx'))],
  ['components', lazy(() => import('./components-part.tsx'))],
  ['subscribers', lazy(() => import('./subscribers-part.tsx'))],
  ['accounts', lazy(() => import('./accounts-part.tsx'))],
  ['audit', lazy(() => import('./audit-part.tsx'))],
];

/** Everything that admins set. */
export default function SettingsScreen() {
  const { me } = useDesk();
  const { part = 'policies' } = useParams<{ part?: string }>();
  const [, go] = useLocation();
  const [, Part] = parts.find(([name]) => name === part) ?? [];
  if (!may(me, 'admin')) return <Empty title={desk.notFoundTitle} text={desk.notFoundText} />;
  return (
    <Page title={words.title} sub={words.sub}>
      <div className={own.layout}>
        <nav className={own.nav} aria-label={words.choose}>
          <ul className={own.parts}>
            {parts.map(([name]) => (
              <li key={name}>
                <Link
                  href={`/settings/${name}`}
                  className={own.part}
                  aria-current={name === part ? 'page' : undefined}
                >
                  {words.parts[name]}
                </Link>
              </li>
            ))}
          </ul>
          <NativeSelect
            className={own.partSelect}
            aria-label={words.choose}
            value={part}
            data={parts.map(([name]) => ({ value: name, label: words.parts[name] }))}
            onChange={({ currentTarget: { value } }) => go(`/settings/${value}`)}
          />
        </nav>
        <div>
          <Suspense fallback={<Loading />}>
            {Part ? <Part key={part} /> : <Empty title={desk.notFoundTitle} text={desk.notFoundText} />}
          </Suspense>
        </div>
      </div>
    </Page>
  );
}
