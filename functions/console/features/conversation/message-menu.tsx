import '@mantine/core/styles/Menu.css';
import { ActionIcon, Menu } from '@mantine/core';
import {
  IconCopy,
  IconDots,
  IconEye,
  IconEyeOff,
  IconHeart,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { Detail, Message } from '../../api/detail.ts';
import { ask } from '../../shell/overlays.ts';
import { conversation as words } from '../../words/conversation.ts';
import type { useMessageAction } from './use-message-action.ts';

const EditDialog = lazy(() => import('./edit-dialog.tsx'));
const say = words.actions;

interface Props {
  message: Message;
  actions: Detail['actions'];
  act: ReturnType<typeof useMessageAction>;
}

/** What can be done to a message on its platform. The menu is made when it is first wanted: a timeline has hundreds of messages. */
export function MessageMenu(props: Props) {
  const [wanted, setWanted] = useState(false);
  const [editing, setEditing] = useState(false);
  const button = (
    <ActionIcon size="sm" aria-label={say.more} aria-haspopup="menu" onClick={() => setWanted(true)}>
      <IconDots size={16} aria-hidden />
    </ActionIcon>
  );
  return (
    <>
      {wanted ? (
        <Menu defaultOpened>
          <Menu.Target>{button}</Menu.Target>
          <Menu.Dropdown>
            <Items {...props} onEdit={() => setEditing(true)} />
          </Menu.Dropdown>
        </Menu>
      ) : (
        button
      )}
      {editing && (
        <Suspense>
          <EditDialog message={props.message} act={props.act} onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </>
  );
}

/** What makes sense for a message as it stands now, and its platform does. */
export function offered(message: Message, actions: Detail['actions']): ReadonlySet<string> {
  const { direction, visibility, nativeId, deletedAt, hidden, likedByUs } = message;
  if (!actions || nativeId === undefined || deletedAt !== undefined) return new Set();
  const all = actions[direction === 'inbound' ? 'theirs' : 'ours'][visibility];
  const idle = [hidden ? 'hide' : 'unhide', ...(likedByUs || direction === 'outbound' ? ['like'] : [])];
  return new Set(all.filter((action) => !idle.includes(action)));
}

function Items({ message, actions, act, onEdit }: Props & { onEdit: () => void }) {
  const may = offered(message, actions);
  const run = (action: 'like' | 'hide' | 'unhide' | 'delete') => act.mutate({ id: message.id, action });
  const remove = async () => {
    if (await ask({ ...say.confirmDelete, danger: true })) run('delete');
  };
  return (
    <>
      {may.has('like') && (
        <Menu.Item leftSection={<IconHeart size={16} />} onClick={() => run('like')}>
          {say.like}
        </Menu.Item>
      )}
      {may.has('hide') && (
        <Menu.Item leftSection={<IconEyeOff size={16} />} onClick={() => run('hide')}>
          {say.hide}
        </Menu.Item>
      )}
      {may.has('unhide') && (
        <Menu.Item leftSection={<IconEye size={16} />} onClick={() => run('unhide')}>
          {say.unhide}
        </Menu.Item>
      )}
      {may.has('edit') && (
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={onEdit}>
          {say.edit}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<IconCopy size={16} />}
        onClick={() => void navigator.clipboard?.writeText(message.text)}
      >
        {say.copy}
      </Menu.Item>
      {may.has('delete') && (
        <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => void remove()}>
          {say.delete}
        </Menu.Item>
      )}
    </>
  );
}
