import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Drawer.css';
import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { conversation as words } from '../../words/conversation.ts';
import { desk } from '../../words/desk.ts';
import styles from './conversation.module.css';

/** The person and the details where there is no room beside the messages. */
export default function SideDrawer({
  opened,
  onClose,
  children,
}: {
  opened: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={320}
      padding="md"
      classNames={{ body: styles.drawerBody ?? '' }}
      title={words.details}
      closeButtonProps={{ 'aria-label': desk.close }}
    >
      {children}
    </Drawer>
  );
}
