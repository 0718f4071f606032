import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Drawer.css';
import { Drawer } from '@mantine/core';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { desk } from '../words/desk.ts';
import { useHeld } from './held.ts';
import styles from './navigation.module.css';
import { Navigation } from './navigation.tsx';
import { menuOpen } from './overlays.ts';

/** The navigation on a phone. Going somewhere closes it. */
export default function NavigationDrawer() {
  const open = useHeld(menuOpen);
  const [location] = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: it closes because the location changed
  useEffect(() => menuOpen.set(false), [location]);
  return (
    <Drawer.Root opened={open} onClose={() => menuOpen.set(false)} size={264} padding={0} lockScroll={false}>
      <Drawer.Overlay />
      <Drawer.Content aria-label={desk.navigation} className={styles.drawer}>
        <Drawer.Body className={styles.drawerBody}>
          <Navigation />
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
