import { lazy } from 'react';
import { useCommands } from '../commands/use-commands.ts';
import { desk } from '../words/desk.ts';
import { Overlay } from './overlay.tsx';
import { commandList } from './overlays.ts';

const CommandDialogs = lazy(() => import('./command-dialogs.tsx'));

/** The keys that open the lists of commands. */
export function CommandBar() {
  useCommands([
    {
      id: 'commands',
      title: desk.commands.open,
      group: 'desk',
      keys: 'mod+k',
      inFields: true,
      keysOnly: true,
      run: () => commandList.set('bar'),
    },
    { id: 'keys', title: desk.commands.keys, group: 'desk', keys: '?', run: () => commandList.set('keys') },
  ]);
  return <Overlay when={commandList} Part={CommandDialogs} />;
}
