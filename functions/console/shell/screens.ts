import type { ComponentType } from 'react';
import type { Role } from '../api/people.ts';

/** A screen beside the inbox. Each is loaded when somebody first goes there. */
export interface Screen {
  path: string;
  load: () => Promise<{ default: ComponentType }>;
}

/** Every screen beside the inbox, by its path. A new screen is one line here. */
export const openScreens: Screen[] = [
  { path: '/incidents', load: () => import('../features/incidents/incidents-screen.tsx') },
  { path: '/incidents/:id', load: () => import('../features/incidents/incident-screen.tsx') },
  { path: '/broadcasts', load: () => import('../features/broadcasts/broadcasts-screen.tsx') },
  { path: '/broadcasts/:id', load: () => import('../features/broadcasts/broadcast-screen.tsx') },
  { path: '/settings/:part?', load: () => import('../features/settings/settings-screen.tsx') },
  { path: '/people/:id', load: () => import('../features/person/person-screen.tsx') },
  { path: '/approvals', load: () => import('../features/reports/approvals-screen.tsx') },
  { path: '/reports', load: () => import('../features/reports/reports-screen.tsx') },
  { path: '/health', load: () => import('../features/health/health-screen.tsx') },
];

/** A link to a screen in the navigation. */
export interface ScreenLink {
  id: 'incidents' | 'broadcasts' | 'approvals' | 'reports' | 'settings' | 'health';
  href: string;
  /** Who sees it. */
  needs: Role;
  key: string;
}

/** The links that the navigation shows; those without a screen yet are left out. */
export const screenLinks: ScreenLink[] = [
  { id: 'incidents', href: '/incidents', needs: 'agent', key: 'i' },
  { id: 'broadcasts', href: '/broadcasts', needs: 'agent', key: 'b' },
  { id: 'approvals', href: '/approvals', needs: 'agent', key: 'y' },
  { id: 'reports', href: '/reports', needs: 'agent', key: 'p' },
  { id: 'settings', href: '/settings', needs: 'admin', key: 'e' },
  { id: 'health', href: '/health', needs: 'admin', key: 'h' },
];
