import '@mantine/core/styles/Menu.css';
import { Menu } from '@mantine/core';
import { IconKeyboard, IconLogout } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useDesk } from '../session/desk-context.ts';
import { desk } from '../words/desk.ts';
import { commandList } from './overlays.ts';
import { PresenceItems } from './presence-items.tsx';

/** What the signed-in person can do about the page itself. */
export default function PersonMenu({ children }: { children: ReactElement }) {
  const { session } = useDesk();
  return (
    <Menu position="top-start" width={200} defaultOpened>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        <PresenceItems />
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={() => commandList.set('keys')}>
          {desk.commands.keys}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void session.signOut()}>
          {desk.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
