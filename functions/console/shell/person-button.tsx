import { UnstyledButton } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useDesk } from '../session/desk-context.ts';
import { desk } from '../words/desk.ts';
import { Face } from './face.tsx';
import styles from './navigation.module.css';

const PersonMenu = lazy(() => import('./person-menu.tsx'));

/** Who is signed in; pressing it opens what one can do about that. */
export function PersonButton() {
  const { me } = useDesk();
  const [wanted, setWanted] = useState(false);
  const face = (
    <UnstyledButton className={styles.person} aria-haspopup="menu" onClick={() => setWanted(true)}>
      <Face name={me.name} size={28} />
      <span>
        <span className={styles.personName}>{me.name}</span>
        <span className={styles.personRole}>{desk.roles[me.role]}</span>
      </span>
    </UnstyledButton>
  );
  if (!wanted) return face;
  return (
    <Suspense fallback={face}>
      <PersonMenu>{face}</PersonMenu>
    </Suspense>
  );
}
